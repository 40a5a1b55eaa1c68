import type { Hit } from "../corpus/record.ts";
import type { Filter, SortKey, Store } from "../store/store.ts";
import { compareRecords } from "./order.ts";
import { expandQuery, type QueryWord } from "./query.ts";
import { draftRank, finishRank } from "./rank.ts";
import { retrieveCandidates } from "./retrieve.ts";

/**
 * Hits below it answer something else. Who types many words restates, and says much that a record does not have.
 */
const LOWEST_SCORE = 0.25;
const LOWEST_SCORE_OF_RESTATEMENT = 0.15;
const RESTATEMENT = 12;
/** Hits below this share of the best hit's score are noise beside it. */
const LOWEST_SHARE = 0.55;

/** Candidates that are ranked at least, and for each hit that is wanted. */
const RANKED = 100;
const RANKED_PER_HIT = 5;

/** What to look for, and how the answer is to be ordered and cut. */
export interface Search {
  /** Words, in any order; none of them is required. Without words every record that passes is found. */
  words: string;
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
  const { words, filter, limit, sort, reverse } = search;
  if (words.trim() === "") {
    const key = sort === "relevance" ? "corpus" : sort;
    const total = await store.countRecords(filter);
    return { hits: listHits(store, filter, key, reverse, limit), total, isExhaustive: true, guesses: [] };
  }
  const depth = limit === 0 || sort !== "relevance" ? Infinity : Math.max(RANKED, RANKED_PER_HIT * limit);
  const { hits, isExhaustive, guesses } = await rankHits(store, words, filter, depth);
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

/** The hits among the `depth` most promising candidates, best first. */
async function rankHits(
  store: Store,
  words: string,
  filter: Filter,
  depth: number,
): Promise<Omit<Found, "hits" | "total"> & { hits: Hit[] }> {
  const query = await expandQuery(words, store);
  const lowestScore = query.length > RESTATEMENT ? LOWEST_SCORE_OF_RESTATEMENT : LOWEST_SCORE;
  const retrieved = await retrieveCandidates(query, filter, store, depth === Infinity ? lowestScore : undefined);
  const candidates = retrieved.slice(0, depth);
  const records = await store.readRecords(candidates.map((candidate) => candidate.number));
  const drafts = records.map((record, at) => draftRank(record, query, candidates[at]?.words ?? []));
  const ranked = drafts.map((draft, at) => {
    const { score, matches } = finishRank(draft, query);
    return { hit: { record: draft.record, score, matches }, number: candidates[at]?.number ?? 0 };
  });
  ranked.sort((a, b) => b.hit.score - a.hit.score || a.number - b.number);
  const lowest = Math.max(lowestScore, LOWEST_SHARE * (ranked[0]?.hit.score ?? 0));
  const hits = ranked.filter(({ hit }) => hit.score >= lowest).map(({ hit }) => hit);
  const isExhaustive = candidates.length === retrieved.length || hits.length < candidates.length;
  return { hits, isExhaustive, guesses: listGuesses(query) };
}

function listGuesses(query: QueryWord[]): Found["guesses"] {
  return query.flatMap(({ term, isKnown, spellings }) => {
    if (isKnown) return [];
    const [best] = [...spellings].sort(([, a], [, b]) => b - a);
    return best ? [{ typed: term, taken: best[0] }] : [];
  });
}
