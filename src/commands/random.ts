import { createHash } from "node:crypto";

import type { Command } from "commander";

import { withCorpus } from "../cli/corpus.ts";
import { EXIT, type ExitCode } from "../cli/exit.ts";
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

const HELP = `
The same seed gives the same record, as long as the corpus and the filters are the same.

Examples:
  dixit random
  dixit random --kind quote -f text
  dixit random --seed 2025-12-20 --json`;

export function configure(command: Command, io: Io, finish: (code: ExitCode) => void): void {
  addFilterOptions(command);
  command.option("--seed <seed>", "any text: choose by it instead of by chance");
  addOutputOptions(command);
  addCorpusOption(command);
  command.addHelpText("after", HELP);
  command.action(async (options: Options) => finish(await printRandom(options, io)));
}

async function printRandom(options: Options, io: Io): Promise<ExitCode> {
  const { renderRecords } = await import("../render/records.ts");
  const rendering = { ...chooseRendering(options, io, "text"), ...(await chooseFields(options, "records")) };
  const chance = options.seed === undefined ? io.random() : hashToFraction(options.seed);
  return withCorpus(options, io, async (store) => {
    const { filter, notes } = await resolveFilter(options, store);
    const index = Math.floor(chance * (await store.countRecords(filter)));
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
