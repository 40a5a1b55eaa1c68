// @ts-check
import { join } from "node:path";

import { scoreFirst } from "./figures.js";
import { loadDixit } from "./packages.js";

const DEEPER = 200;

/**
 * The queries that dixit did not answer with a right record first: what came first instead, and where the right one stood.
 *
 * @param {string} folder
 * @param {import("./contest.js").Contestant | undefined} contestant
 * @param {import("./corpora.js").Entry[]} entries
 */
export async function findMisses(folder, contestant, entries) {
  const { findHits, openStore } = await loadDixit();
  const store = await openStore([join(folder, "corpus.jsonl")], { cacheFolder: join(folder, "cache") });
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const misses = [];
  for (const answer of contestant?.answers ?? []) {
    if (scoreFirst(answer) === 1) continue;
    const { query } = answer;
    const { hits } = await findHits(store, {
      words: query.query,
      filter: {},
      limit: DEEPER,
      sort: "relevance",
      reverse: false,
    });
    const listed = [];
    for await (const { record, score } of hits) listed.push({ id: record.id, score });
    const rank = listed.findIndex(({ id }) => query.gold.includes(id));
    const describe = (/** @type {string | undefined} */ id) => {
      const { text, speaker, source } = byId.get(id ?? "") ?? {};
      return { id, text, speaker, source };
    };
    misses.push({
      class: query.class,
      query: query.query,
      gold: describe(query.gold[0]),
      goldCount: query.gold.length,
      goldRank: rank < 0 ? null : rank + 1,
      goldScore: listed[rank]?.score ?? null,
      first: listed[0] === undefined ? null : { ...describe(listed[0].id), score: listed[0].score },
    });
  }
  store.close();
  return misses;
}
