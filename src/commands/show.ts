import type { Command } from "commander";

import { withCorpus } from "../cli/corpus.ts";
import { EXIT, type ExitCode } from "../cli/exit.ts";
import type { Io } from "../cli/io.ts";
import { addCorpusOption, addOutputOptions, type CorpusOptions, type OutputOptions } from "../cli/options.ts";
import { chooseFields, chooseRendering, writeNotes, writeResults } from "../cli/output.ts";

type Options = CorpusOptions & OutputOptions;

const HELP = `
Exits with 1 when one of the ids is not in the corpus; the others are still printed.

Examples:
  dixit show pression-totale
  dixit show pression-totale odessa-missile --json
  dixit show pression-totale --fields text,translations.en -f csv`;

export function configure(command: Command, io: Io, finish: (code: ExitCode) => void): void {
  command.argument("<id...>", "ids of quotes and facts");
  addOutputOptions(command);
  addCorpusOption(command);
  command.addHelpText("after", HELP);
  command.action(async (ids: string[], options: Options) => finish(await show(ids, options, io)));
}

async function show(ids: string[], options: Options, io: Io): Promise<ExitCode> {
  const { renderRecords } = await import("../render/records.ts");
  const rendering = {
    ...chooseRendering(options, io, "text"),
    ...(await chooseFields(options, "records")),
    details: true,
  };
  return withCorpus(options, io, async (store) => {
    const records = await store.findRecordsById(ids);
    const found = new Set(records.map((record) => record.id));
    const missing = ids.filter((id) => !found.has(id));
    await writeNotes(
      missing.map((id) => `no record has the id "${id}"; "dixit search" lists what there is`),
      options,
      io,
    );
    await writeResults(
      renderRecords(
        records.map((record) => ({ record })),
        rendering,
      ),
      options,
      io,
    );
    return missing.length === 0 ? EXIT.found : EXIT.nothingFound;
  });
}
