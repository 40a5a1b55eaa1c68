// @ts-check
import { join } from "node:path";

import { loadDixit } from "../packages.js";
import { HITS } from "../engine.js";

/** @param {string} folder */
async function openCorpus(folder) {
  const { openStore } = await loadDixit();
  return openStore([join(folder, "corpus.jsonl")], { cacheFolder: join(folder, "cache") });
}

/** @type {import("../engine.js").Engine} */
export const engine = {
  name: "dixit",
  prepare: async (folder) => (await openCorpus(folder)).close(),
  open: async (folder) => {
    const { findHits } = await loadDixit();
    const store = await openCorpus(folder);
    return {
      search: async (words) => {
        const search = { words, filter: {}, limit: HITS, sort: /** @type {const} */ ("relevance"), reverse: false };
        const { hits } = await findHits(store, search);
        /** @type {string[]} */
        const ids = [];
        for await (const { record } of hits) ids.push(record.id);
        return ids;
      },
      close: () => store.close(),
    };
  },
};
