import type { Hit } from "../corpus/record.ts";
import type { Filter, SortKey, Store } from "../store/store.ts";
import { UserError } from "../diagnostic.ts";
import { buildDemand, type Demand, type Requirement } from "./demand.ts";
import { compareRecords } from "./order.ts";
import { expandQuery, type QueryWord } from "./query.ts";
import { draftRank, finishRank } from "./rank.ts";
import { retrieveCandidates, retrieveHolding } from "./retrieve.ts";

/**
 * Hits below it answer something else. Who types many words restates, and says much that a record does not have.
 */
const LOWEST_SCORE = 0.25;
const LOWEST_SCORE_OF_RESTATEMENT = 0.15;
const RESTATEMENT = 12;
/** Where none of the words is in the corpus, what is near has to be very near. */
const LOWEST_SCORE_OF_GUESS = 0.55;
/** Below it the words typed may be slips that happen to be words of the corpus. */
const SURE = 0.75;
/** Hits below this share of the best hit's score are noise beside it. */
const LOWEST_SHARE = 0.55;

/** Candidates that are ranked at least, and for each hit that is wanted. */
const RANKED = 100;
const RANKED_PER_HIT = 5;

/** What to look for, and how the answer is to be ordered and cut. */
export interface Search {
  /**
   * Words, in any order; `"a phrase"` must be in what was said, `-word` must not. Without words every record that passes
   * is found.
   */
  words: string;
  /** Which of the words a record must have; default `most`. */
  require?: Requirement;
  filter: Filter;
  /** 0 for all. */
  limit: number;
  /** `relevance` is the corpus's order where there are no words. */
  sort: "relevance" | Exclude<SortKey, "corpus">;
  reverse: boolean;
}

/** What a search gives. */
export interface Found {
  hits: AsyncIterable<Hit> | Iterable<Hit>;
  /** Number of records that answer, whatever the limit; at least so many where not all were looked at. */
  total: number;
  /** Whether all were looked at. */
  isExhaustive: boolean;
  /** Words that the corpus does not have, folded, each with the likeliest spelling that was looked for instead. */
  guesses: { typed: string; taken: string }[];
}

/**
 * The records that answer a search: with words the best by score, equal scores in the corpus's order; without words all
 * that pass the filter. A `sort` key orders all hits before they are cut; `relevance` reversed turns the best round.
 */
export async function findHits(store: Store, search: Search): Promise<Found> {
  const { words, require = "most", filter, limit, sort, reverse } = search;
  if (words.trim() === "") {
    const key = sort === "relevance" ? "corpus" : sort;
    const total = await store.countRecords(filter);
    return { hits: listHits(store, filter, key, reverse, limit), total, isExhaustive: true, guesses: [] };
  }
  const demand = buildDemand(words, require);
  if (demand.words === "" && demand.isSelective) throw new UserError("nothing to look for, only what to leave out");
  const depth =
    limit === 0 || sort !== "relevance" || demand.isSelective ? Infinity : Math.max(RANKED, RANKED_PER_HIT * limit);
  const { hits, isExhaustive, guesses } = await rankHits(store, demand, filter, depth);
  if (sort !== "relevance") hits.sort((a, b) => compareRecords(a.record, b.record, sort, reverse));
  const shown = limit > 0 ? hits.slice(0, limit) : hits;
  if (sort === "relevance" && reverse) shown.reverse();
  return { hits: shown, total: hits.length, isExhaustive, guesses };
}

async function* listHits(
  store: Store,
  filter: Filter,
  sort: SortKey,
  reverse: boolean,
  limit: number,
): AsyncIterable<Hit> {
  for await (const record of store.listRecords(filter, sort, reverse, limit === 0 ? Infinity : limit)) yield { record };
}

interface Ranking extends Omit<Found, "hits" | "total"> {
  hits: Hit[];
}

/** The hits among the `depth` most promising candidates, best first. */
async function rankHits(store: Store, demand: Demand, filter: Filter, depth: number): Promise<Ranking> {
  const ranking = await rankExpanded(store, demand, filter, depth, await expandQuery(demand.words, store, false));
  if ((ranking.hits[0]?.score ?? 0) >= SURE || demand.isSelective) return ranking;
  const doubted = await rankExpanded(store, demand, filter, depth, await expandQuery(demand.words, store, true));
  return (doubted.hits[0]?.score ?? 0) > (ranking.hits[0]?.score ?? 0) ? doubted : ranking;
}

async function rankExpanded(
  store: Store,
  demand: Demand,
  filter: Filter,
  depth: number,
  query: QueryWord[],
): Promise<Ranking> {
  const musts = demand.listMusts(query);
  const lowestScore = demand.isLenient || musts.length > 0 ? 0 : chooseLowestScore(query);
  const retrieved =
    musts.length > 0
      ? await retrieveHolding(musts, query, filter, store)
      : await retrieveCandidates(query, filter, store, depth === Infinity ? lowestScore : undefined);
  const candidates = retrieved.slice(0, depth);
  const records = await store.readRecords(candidates.map((candidate) => candidate.number));
  const drafts = records.map((record, at) => draftRank(record, query, candidates[at]?.words ?? []));
  const ranked = drafts.flatMap((draft, at) => {
    const { score, matches } = finishRank(draft, query);
    if (!demand.admits(draft)) return [];
    return [{ hit: { record: draft.record, score, matches }, number: candidates[at]?.number ?? 0 }];
  });
  ranked.sort((a, b) => b.hit.score - a.hit.score || a.number - b.number);
  const lowest = lowestScore === 0 ? 0 : Math.max(lowestScore, LOWEST_SHARE * (ranked[0]?.hit.score ?? 0));
  const hits = ranked.filter(({ hit }) => hit.score >= lowest).map(({ hit }) => hit);
  const isExhaustive = candidates.length === retrieved.length || hits.length < candidates.length;
  return { hits, isExhaustive, guesses: listGuesses(query) };
}

function chooseLowestScore(query: QueryWord[]): number {
  if (query.every((word) => !word.isKnown)) return LOWEST_SCORE_OF_GUESS;
  return query.length > RESTATEMENT ? LOWEST_SCORE_OF_RESTATEMENT : LOWEST_SCORE;
}

function listGuesses(query: QueryWord[]): Found["guesses"] {
  return query.flatMap(({ term, isKnown, spellings }) => {
    if (isKnown) return [];
    const [best] = [...spellings].sort(([, a], [, b]) => b - a);
    return best ? [{ typed: term, taken: best[0] }] : [];
  });
}
