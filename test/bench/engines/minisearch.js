// @ts-check
import { loadPackage } from "../packages.js";
import { strip } from "../words.js";
import { FIELDS, HITS, readEntries } from "../engine.js";

/** @type {import("../engine.js").Engine} */
export const engine = {
  name: "MiniSearch, fuzzy 0.2, prefix",
  open: async (folder) => {
    const MiniSearch = await loadPackage("minisearch");
    const searchOptions = { fuzzy: 0.2, prefix: true };
    const index = new MiniSearch({ fields: FIELDS, processTerm: strip, searchOptions });
    index.addAll(readEntries(folder));
    return {
      search: (query) =>
        index
          .search(query)
          .slice(0, HITS)
          .map((/** @type {any} */ { id }) => id),
    };
  },
};
