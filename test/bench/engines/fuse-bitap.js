// @ts-check
import { loadPackage } from "../packages.js";
import { FIELDS, HITS, readEntries } from "../engine.js";

/** @type {import("../engine.js").Engine} */
export const engine = {
  name: "fuse.js, bitap, ignoreLocation",
  isSlow: true,
  open: async (folder) => {
    const Fuse = await loadPackage("fuse.js");
    const fuse = new Fuse(readEntries(folder), { keys: FIELDS, ignoreLocation: true, ignoreDiacritics: true });
    return { search: (query) => fuse.search(query, { limit: HITS }).map((/** @type {any} */ { item }) => item.id) };
  },
};
