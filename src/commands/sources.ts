import type { Configure } from "../cli/command.ts";
import { EXIT_HELP } from "../cli/exit.ts";
import { configureListing } from "../cli/listing.ts";
import type { Source } from "../corpus/record.ts";

const DESCRIPTION = `List what is cited: how many quotes and facts cite each source, and the dates that they span.

With filters, only records that pass are counted, and only sources that have one are listed.`;

const HELP = `
${EXIT_HELP.lookup}

Examples:
  dixit sources
  dixit sources --speaker zelensky
  dixit sources -f csv`;

/** Configures `dixit sources`: what is cited, counted. */
export const configure: Configure = (command, io, finish) => {
  command.description(DESCRIPTION);
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
};
