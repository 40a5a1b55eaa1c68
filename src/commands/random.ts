import { createHash } from "node:crypto";

import type { Configure } from "../cli/command.ts";
import { withCorpus } from "../cli/corpus.ts";
import { EXIT, EXIT_HELP, type ExitCode } from "../cli/exit.ts";
import { resolveFilter } from "../cli/filter.ts";
import type { Io } from "../cli/io.ts";
import {
  addCorpusOption,
  addFilterOptions,
  addOutputOptions,
  type CorpusOptions,
  type FilterOptions,
  type OutputOptions,
} from "../cli/options.ts";
import { chooseFields, chooseRendering, writeNotes, writeResults } from "../cli/output.ts";

type Options = CorpusOptions & FilterOptions & OutputOptions & { seed?: string };

const DESCRIPTION = `Print one record at random, of those that pass the filters.

The same --seed gives the same record, as long as corpus and filters are the same.`;

const HELP = `
${EXIT_HELP.lookup}

Examples:
  dixit random
  dixit random --kind quote -f text
  dixit random --seed 2025-12-20 --json`;

/** Configures `dixit random`: one of the records that pass the filters. */
export const configure: Configure = (command, io, finish) => {
  command.description(DESCRIPTION);
  addFilterOptions(command);
  command.option("--seed <seed>", "any text to choose by");
  addOutputOptions(command, "text");
  addCorpusOption(command);
  command.addHelpText("after", HELP);
  command.action(async (options: Options) => finish(await printRandom(options, io)));
};

async function printRandom(options: Options, io: Io): Promise<ExitCode> {
  const { renderRecords } = await import("../render/records.ts");
  const rendering = { ...chooseRendering(options, io, "text"), ...(await chooseFields(options, "records")) };
  const fraction = options.seed === undefined ? io.random() : hashToFraction(options.seed);
  return withCorpus(options, io, async (store) => {
    const { filter, notes } = await resolveFilter(options, store);
    const index = Math.floor(fraction * (await store.countRecords(filter)));
    const record = await store.readRecordAt(index, filter);
    if (!record) notes.push("nothing found");
    await writeNotes(notes, options, io);
    await writeResults(renderRecords(record ? [{ record }] : [], rendering), options, io);
    return record ? EXIT.found : EXIT.nothingFound;
  });
}

/** A text as a number from 0 up to but not including 1, evenly spread. */
function hashToFraction(text: string): number {
  return createHash("sha256").update(text).digest().readUIntBE(0, 6) / 2 ** 48;
}
