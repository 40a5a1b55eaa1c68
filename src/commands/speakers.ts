import type { Configure } from "../cli/command.ts";
import { EXIT_HELP } from "../cli/exit.ts";
import { configureListing } from "../cli/listing.ts";
import type { Speaker } from "../corpus/record.ts";

const DESCRIPTION = `List who is quoted or makes claims: how many quotes and facts, and the dates that they span.

With filters, only records that pass are counted, and only speakers that have one are listed.`;

const HELP = `
${EXIT_HELP.lookup}

Examples:
  dixit speakers
  dixit speakers --kind quote --sort name
  dixit speakers --json | jq -r '.[].name'`;

/** Configures `dixit speakers`: who is quoted or makes claims, counted. */
export const configure: Configure = (command, io, finish) => {
  command.description(DESCRIPTION);
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
};
