import type { Configure } from "../cli/command.ts";
import { EXIT_HELP } from "../cli/exit.ts";
import { configureListing } from "../cli/listing.ts";
import type { Tag } from "../corpus/record.ts";

const DESCRIPTION = `List the tags: how many quotes and facts bear each, and the dates that they span.

With filters, only records that pass are counted.`;

const HELP = `
${EXIT_HELP.lookup}

Examples:
  dixit tags
  dixit tags --kind fact --sort name
  dixit tags -f jsonl`;

/** Configures `dixit tags`: the tags, counted. */
export const configure: Configure = (command, io, finish) => {
  command.description(DESCRIPTION);
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
};
