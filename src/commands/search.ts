import type { Configure } from "../cli/command.ts";
import { withCorpus } from "../cli/corpus.ts";
import { EXIT, EXIT_HELP, type ExitCode } from "../cli/exit.ts";
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
import { UserError } from "../diagnostic.ts";

type Options = CorpusOptions &
  FilterOptions &
  OrderOptions<(typeof SORT_KEYS)[number]> &
  OutputOptions & { all?: boolean; any?: boolean; exact?: boolean };

const SORT_KEYS = ["relevance", "date", "speaker", "id"] as const;

/** Hits shown for a search with words where no limit is given; a listing has none. */
const BEST = 10;

const DESCRIPTION = `Find quotes and facts, by words or by filters.

Words are looked for in any order; accents, case, slips and an unfinished last word do not matter. \
With words, the best ${BEST} are shown; -n 0 shows all. Without words, all that passes the filters is listed, in the \
order of the corpus.

"A phrase" in straight quotation marks must stand in what was said, -word must not (after -- or within a longer \
argument, where it is no option).

Several values of one filter are alternatives; different filters must all hold.`;

const HELP = `
${EXIT_HELP.lookup}

Examples:
  dixit search pression totale
  dixit search "n y a pas de voie" -f text
  dixit search 'pression -"pression totale"'
  dixit search -s zelensky --kind quote
  dixit search --kind fact --tag frappes --since 2025-12 -f csv
  dixit search total pressure --json | jq -r '.[0].text'`;

/** Configures `dixit search`: the records that answer some words, or all that pass the filters. */
export const configure: Configure = (command, io, finish) => {
  command.description(DESCRIPTION);
  command.argument("[words...]", "words to look for");
  command
    .option("--all", "every word must be found")
    .addOption(command.createOption("--any", "one word is enough").conflicts("all"))
    .addOption(
      command.createOption("--exact", "all words as they are written, side by side").conflicts(["all", "any"]),
    );
  addFilterOptions(command);
  addOrderOptions(command, SORT_KEYS, `hits at most, 0 for all (default: ${BEST} with words, else all)`);
  addOutputOptions(command);
  addCorpusOption(command);
  command.addHelpText("after", HELP);
  command.action(async (words: string[], options: Options) => {
    const typed = words.join(" ").trim();
    if (typed === "" && words.length > 0) throw new UserError("there is nothing to look for: the words are empty");
    finish(await search(typed, options, io));
  });
};

async function search(words: string, options: Options, io: Io): Promise<ExitCode> {
  const { renderRecords } = await import("../render/records.ts");
  const rendering = { ...chooseRendering(options, io), ...(await chooseFields(options, "records")) };
  return withCorpus(options, io, async (store) => {
    const { findHits } = await import("../search/search.ts");
    const { filter, notes } = await resolveFilter(options, store);
    const limit = options.limit ?? (words === "" ? 0 : BEST);
    const found = await findHits(store, {
      words,
      require: options.exact ? "exact" : options.all ? "all" : options.any ? "any" : "most",
      filter,
      limit,
      sort: options.sort ?? "relevance",
      reverse: options.reverse ?? false,
    });
    if (found.total > 0) {
      for (const { typed, taken } of found.guesses)
        notes.push(`"${typed}" is not in the corpus; looked for "${taken}"`);
    }
    if (found.total === 0) notes.push("nothing found");
    else if (words !== "" && limit > 0 && found.total > limit)
      notes.push(`the best ${limit} of ${found.isExhaustive ? "" : "at least "}${found.total}; -n 0 shows all`);
    await writeNotes(notes, options, io);
    await writeResults(renderRecords(found.hits, rendering), options, io);
    return found.total > 0 ? EXIT.found : EXIT.nothingFound;
  });
}
