import type { Hit } from "../corpus/record.ts";
import type { Filter, SortKey, Store } from "../store/store.ts";
import { compareRecords } from "./order.ts";
import { expandQuery } from "./query.ts";
import { rankRecord } from "./rank.ts";
import { retrieveCandidates } from "./retrieve.ts";

/** Hits below it answer something else. */
const LOWEST_SCORE = 0.35;
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
    return { hits: listHits(store, filter, key, reverse, limit), total, isExhaustive: true };
  }
  const depth = limit === 0 || sort !== "relevance" ? Infinity : Math.max(RANKED, RANKED_PER_HIT * limit);
  const { hits, isExhaustive } = await rankHits(store, words, filter, depth);
  if (sort !== "relevance") hits.sort((a, b) => compareRecords(a.record, b.record, sort, reverse));
  const shown = limit > 0 ? hits.slice(0, limit) : hits;
  if (sort === "relevance" && reverse) shown.reverse();
  return { hits: shown, total: hits.length, isExhaustive };
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
): Promise<{ hits: Hit[]; isExhaustive: boolean }> {
  const query = await expandQuery(words, store);
  const retrieved = await retrieveCandidates(query, filter, store, depth === Infinity ? LOWEST_SCORE : undefined);
  const candidates = retrieved.slice(0, depth);
  const records = await store.readRecords(candidates.map((candidate) => candidate.number));
  const ranked = records.map((record, at) => {
    const { score, matches } = rankRecord(record, query, candidates[at]?.words ?? []);
    return { hit: { record, score, matches }, number: candidates[at]?.number ?? 0 };
  });
  ranked.sort((a, b) => b.hit.score - a.hit.score || a.number - b.number);
  const lowest = Math.max(LOWEST_SCORE, LOWEST_SHARE * (ranked[0]?.hit.score ?? 0));
  const hits = ranked.filter(({ hit }) => hit.score >= lowest).map(({ hit }) => hit);
  return { hits, isExhaustive: candidates.length === retrieved.length || hits.length < candidates.length };
}
