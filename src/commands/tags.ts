import type { Command } from "commander";

import type { ExitCode } from "../cli/exit.ts";
import type { Io } from "../cli/io.ts";
import { configureListing } from "../cli/listing.ts";
import type { Tag } from "../corpus/record.ts";

const HELP = `
Counts the quotes and facts that bear each tag, with the dates that they span. With filters, only records that pass are
counted.

Examples:
  dixit tags
  dixit tags --kind fact --sort name
  dixit tags -f jsonl`;

export function configure(command: Command, io: Io, finish: (code: ExitCode) => void): void {
  configureListing<Tag>(
    {
      kind: "tags",
      help: HELP,
      list: (store, filter) => store.listTags(filter),
      name: ({ tag }) => tag,
    },
    command,
    io,
    finish,
  );
}
