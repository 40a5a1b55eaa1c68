// @ts-check
import { loadPackage } from "../packages.js";
import { strip } from "../words.js";
import { HITS, readEntries, readTexts } from "../engine.js";

/** Terms whose order may be any; the time grows with its factorial. */
const PERMUTED = 4;

/** @type {import("../engine.js").Engine} */
export const engine = {
  name: "uFuzzy, single error",
  open: async (folder) => {
    const UFuzzy = await loadPackage("@leeoniya/ufuzzy");
    const fuzzy = new UFuzzy({
      unicode: true,
      interSplit: "[^\\p{L}\\d']+",
      intraSplit: "\\p{Ll}\\p{Lu}",
      intraBound: "\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}",
      intraChars: "[\\p{L}\\d']",
      intraContr: "'\\p{L}{1,2}\\b",
      intraMode: 1,
    });
    const ids = readEntries(folder).map(({ id }) => id);
    const texts = readTexts(folder).map(strip);
    return {
      search: (query) => {
        const [found, , order] = fuzzy.search(texts, strip(query), PERMUTED);
        /** @type {number[]} */
        const indices = order ? order.map((/** @type {number} */ at) => found[at]) : (found ?? []);
        return indices.slice(0, HITS).flatMap((index) => ids.slice(index, index + 1));
      },
    };
  },
};
