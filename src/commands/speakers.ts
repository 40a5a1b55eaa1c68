import type { Command } from "commander";

import type { ExitCode } from "../cli/exit.ts";
import type { Io } from "../cli/io.ts";
import { configureListing } from "../cli/listing.ts";
import type { Speaker } from "../corpus/record.ts";

const HELP = `
Counts the quotes that each speaker said and the facts that each claims, with the dates that they span. With filters,
only records that pass are counted and only speakers that have one are listed.

Examples:
  dixit speakers
  dixit speakers --kind quote --sort name
  dixit speakers --json | jq -r '.[].name'`;

export function configure(command: Command, io: Io, finish: (code: ExitCode) => void): void {
  configureListing<Speaker>(
    {
      kind: "speakers",
      help: HELP,
      list: (store, filter) => store.listSpeakers(filter),
      name: (speaker) => speaker.name,
    },
    command,
    io,
    finish,
  );
}
