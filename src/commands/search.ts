import type { Command } from "commander";

import { withCorpus } from "../cli/corpus.ts";
import { EXIT, type ExitCode } from "../cli/exit.ts";
import { resolveFilter } from "../cli/filter.ts";
import type { Io } from "../cli/io.ts";
import {
  addCorpusOption,
  addFilterOptions,
  addOrderOptions,
  addOutputOptions,
  type CorpusOptions,
  type FilterOptions,
  type OrderOptions,
  type OutputOptions,
} from "../cli/options.ts";
import { chooseFields, chooseRendering, writeNotes, writeResults } from "../cli/output.ts";

type Options = CorpusOptions & FilterOptions & OrderOptions<(typeof SORT_KEYS)[number]> & OutputOptions;

const SORT_KEYS = ["relevance", "date", "speaker", "id"] as const;

/** Hits shown for a search with words where no limit is given; a listing has none. */
const BEST = 10;

const HELP = `
Without words, search lists every record that passes the filters. Several values of one filter are alternatives;
different filters must all hold. The best ${BEST} hits are shown; -n 0 shows all.

Examples:
  dixit search pression totale
  dixit search "n y a pas de voie" -f text
  dixit search -s zelensky --kind quote
  dixit search --kind fact --tag frappes --since 2025-12 -f csv
  dixit search total pressure --json | jq -r '.[0].text'`;

export function configure(command: Command, io: Io, finish: (code: ExitCode) => void): void {
  command.argument("[words...]", "words to look for, in any order and any spelling near enough");
  addFilterOptions(command);
  addOrderOptions(command, SORT_KEYS, `hits at most, 0 for all (default: ${BEST} with words)`);
  addOutputOptions(command);
  addCorpusOption(command);
  command.addHelpText("after", HELP);
  command.action(async (words: string[], options: Options) => finish(await search(words.join(" "), options, io)));
}

async function search(words: string, options: Options, io: Io): Promise<ExitCode> {
  const { renderRecords } = await import("../render/records.ts");
  const rendering = { ...chooseRendering(options, io), ...(await chooseFields(options, "records")) };
  return withCorpus(options, io, async (store) => {
    const { findHits } = await import("../search/search.ts");
    const { filter, notes } = await resolveFilter(options, store);
    const limit = options.limit ?? (words === "" ? 0 : BEST);
    const found = await findHits(store, {
      words,
      filter,
      limit,
      sort: options.sort ?? "relevance",
      reverse: options.reverse ?? false,
    });
    if (found.total === 0) notes.push("nothing found");
    else if (words !== "" && limit > 0 && found.total > limit)
      notes.push(`the best ${limit} of ${found.isExhaustive ? "" : "at least "}${found.total}; -n 0 shows all`);
    await writeNotes(notes, options, io);
    await writeResults(renderRecords(found.hits, rendering), options, io);
    return found.total > 0 ? EXIT.found : EXIT.nothingFound;
  });
}
