import type { Command } from "commander";

import type { ExitCode } from "../cli/exit.ts";
import type { Io } from "../cli/io.ts";
import { configureListing } from "../cli/listing.ts";
import type { Source } from "../corpus/record.ts";

const HELP = `
Counts the quotes and facts that cite each source, with the dates that they span. With filters, only records that pass
are counted and only sources that have one are listed.

Examples:
  dixit sources
  dixit sources --speaker zelensky
  dixit sources -f csv`;

export function configure(command: Command, io: Io, finish: (code: ExitCode) => void): void {
  configureListing<Source>(
    {
      kind: "sources",
      help: HELP,
      list: (store, filter) => store.listSources(filter),
      name: (source) => source.title ?? source.publisher ?? source.url ?? source.id ?? "",
    },
    command,
    io,
    finish,
  );
}
