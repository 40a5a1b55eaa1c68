// @ts-check
import { collectReplacements, DISTORTIONS } from "./distortions.js";
import { Holders } from "./holders.js";
import { Random } from "./random.js";
import { splitSimple, splitWritten } from "./words.js";

/**
 * A query with all records that it may mean: those that hold the fragment it was made of, undistorted.
 *
 * @typedef {{ class: string; query: string; gold: string[] }} Query
 *
 * @typedef {import("./corpora.js").Entry} Entry
 */

/** A fragment that more records hold is no quote that somebody looks for. */
const MOST_HOLDERS = 10;
const LONGEST = 120;

/**
 * Queries of each class, cut from records chosen by chance, each record at most once in a class.
 *
 * @param {Entry[]} origins the records that queries are cut from
 * @param {Entry[]} entries all that are searched
 * @param {number} perClass
 * @param {string} seed
 * @returns {Query[]}
 */
export function makeQueries(origins, entries, perClass, seed) {
  const holders = new Holders(entries.map(({ text }) => text));
  const eligible = origins.filter(({ text }) => {
    const length = splitSimple(text).length;
    return length >= 8 && length <= LONGEST && splitWritten(text).length >= 8;
  });
  return Object.entries(DISTORTIONS).flatMap(([name, distort]) => {
    const random = new Random(`${seed}:${name}`);
    const pickWord = collectReplacements(random, origins);
    /** @type {Query[]} */
    const queries = [];
    for (const entry of random.shuffle(eligible)) {
      if (queries.length >= perClass) break;
      const distorted = distort({ random, entry, words: splitWritten(entry.text), pickWord });
      const words = splitSimple(distorted?.fragment.join(" ") ?? "");
      if (distorted === undefined || words.length < 2) continue;
      const meant = holders.find(words).flatMap((index) => entries.slice(index, index + 1));
      const gold = meant.filter((other) => distorted.alsoHolds?.(other) ?? true).map(({ id }) => id);
      if (gold.length > 0 && gold.length <= MOST_HOLDERS) queries.push({ class: name, query: distorted.query, gold });
    }
    return queries;
  });
}
