import type { Configure } from "../cli/command.ts";
import { withCorpus } from "../cli/corpus.ts";
import { EXIT, EXIT_HELP, type ExitCode } from "../cli/exit.ts";
import type { Io } from "../cli/io.ts";
import { addCorpusOption, addOutputOptions, type CorpusOptions, type OutputOptions } from "../cli/options.ts";
import { chooseFields, chooseRendering, writeNotes, writeResults } from "../cli/output.ts";
import type { Store } from "../store/store.ts";

type Options = CorpusOptions & OutputOptions;

/** In a larger corpus no near ids are looked for, since all records would have to be read for them. */
const MOST_COMPARED = 20_000;

const DESCRIPTION = `Print records in full, by id.

If an id is not in the corpus the exit code is 1; the others are still printed.`;

const HELP = `
${EXIT_HELP.lookup}

Examples:
  dixit show pression-totale
  dixit show pression-totale odessa-missile --json
  dixit show pression-totale --fields text,translations.en -f csv`;

/** Configures `dixit show`: records in full, by id. */
export const configure: Configure = (command, io, finish) => {
  command.description(DESCRIPTION);
  command.argument("<id...>", "ids of quotes and facts");
  addOutputOptions(command, "text");
  addCorpusOption(command);
  command.addHelpText("after", HELP);
  command.action(async (ids: string[], options: Options) => finish(await show(ids, options, io)));
};

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
    await writeNotes(missing.length === 0 ? [] : await describeMissing(missing, store), options, io);
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

/** One line for each id that no record has, with the nearest that one has. */
async function describeMissing(ids: string[], store: Store): Promise<string[]> {
  const { findNearest } = await import("../text/nearest.ts");
  const known: string[] = [];
  if (store.size <= MOST_COMPARED) {
    for await (const { id } of store.listRecords({}, "corpus", false, Infinity)) known.push(id);
  }
  return ids.map((id) => {
    const near = findNearest(id, known);
    return `no record has the id "${id}"; ${near === undefined ? '"dixit search" lists what there is' : `did you mean "${near}"?`}`;
  });
}
