// @ts-check
/** What a reader's memory and keyboard do to a quote: thirteen classes of queries. */
import { isCyrillic, respell, writeInOtherScript } from "./spellings.js";
import { findCore, findSurname, measureCore, simplify, splitSimple, splitWritten, strip } from "./words.js";

/**
 * @typedef {import("./corpora.js").Entry} Entry
 * @typedef {import("./random.js").Random} Random
 *
 * What a class makes of a record: the query, the words as they stand in the record, and what else must hold of a record to
 * be meant.
 * @typedef {{ query: string; fragment: string[]; alsoHolds?: (entry: Entry) => boolean }} Distorted
 *
 * @typedef {{ random: Random; entry: Entry; words: string[]; pickWord: (length: number) => string }} Material
 */

const KEYBOARD = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"];

/** @type {Record<string, (material: Material) => Distorted | undefined>} */
export const DISTORTIONS = {
  "exact fragment": ({ random, words }) => {
    const fragment = cut(random, words, 5, 8);
    return { query: fragment.join(" "), fragment };
  },
  "no accents or punctuation": ({ random, words, entry }) => {
    const fragment = cut(random, words, 5, 9);
    const written = fragment.join(" ");
    const typed =
      entry.lang === "fr" || entry.lang === "it" ? written : written.replace(/(?<=\p{L})['’](?=\p{L})/gu, "");
    return { query: simplify(typed), fragment };
  },
  "one typo": (material) => misspell(material, 1, slip),
  "two or three typos": (material) => misspell(material, material.random.integer(2, 3), slip),
  "transposed letters": (material) => misspell(material, material.random.integer(1, 2), transpose),
  "words dropped": ({ random, words }) => {
    const fragment = cut(random, words, 8, 12);
    if (fragment.length < 8) return undefined;
    const inner = fragment.slice(1, -1).map((_, index) => index + 1);
    const dropped = new Set(random.sample(inner, random.integer(2, 3)));
    return { query: fragment.filter((_, index) => !dropped.has(index)).join(" "), fragment };
  },
  reordered: ({ random, words }) => {
    const fragment = cut(random, words, 6, 10);
    const telling = fragment.map((word) => splitSimple(word).sort((a, b) => b.length - a.length)[0] ?? "");
    const kept = [...new Set(telling.filter((word) => word.length >= 4))].slice(0, 7);
    if (kept.length < 4) return undefined;
    return { query: random.shuffle(kept).join(" "), fragment };
  },
  "one replaced": ({ random, words, pickWord }) => {
    const fragment = cut(random, words, 6, 9);
    const replaceable = [...fragment.keys()].filter((index) => measureCore(fragment[index] ?? "") >= 4);
    if (replaceable.length === 0) return undefined;
    const at = random.pick(replaceable);
    const { before, word, after } = findCore(fragment[at] ?? "") ?? { before: "", word: "", after: "" };
    const other = pickWord(word.length + random.integer(-1, 1));
    if (strip(other).slice(0, 4) === strip(word).slice(0, 4)) return undefined;
    return { query: fragment.with(at, before + other + after).join(" "), fragment };
  },
  prefix: ({ random, words }) => {
    const fragment = words.slice(0, random.integer(4, 6));
    const { before, word } = findCore(fragment.at(-1) ?? "") ?? { before: "", word: "" };
    if (word === "") return undefined;
    const begun = word.length < 4 ? word : word.slice(0, random.integer(2, word.length - 1));
    return { query: [...fragment.slice(0, -1), before + begun].join(" "), fragment };
  },
  "other typography": ({ random, words }) => {
    const fragment = cut(random, words, 6, 10);
    const query = typeset(fragment.join(" "));
    return query === fragment.join(" ") ? undefined : { query, fragment };
  },
  "fragment + surname": ({ random, words, entry }) => {
    const fragment = cutTelling(random, words);
    const surname = findSurname(entry.speaker ?? "");
    if (surname.length < 3 || fragment === undefined) return undefined;
    return { query: join(random, surname, fragment), fragment, alsoHolds: hasSurname(surname) };
  },
  "speaker in another script": ({ random, words, entry }) => {
    const fragment = cutTelling(random, words);
    const surname = findSurname(entry.speaker ?? "");
    if (surname.length < 4 || fragment === undefined) return undefined;
    const respelled = isCyrillic(surname) ? [] : respell(surname);
    const spellings = respelled.length > 0 && random.fraction() < 0.5 ? respelled : writeInOtherScript(surname);
    if (spellings.length === 0) return undefined;
    return { query: join(random, random.pick(spellings), fragment), fragment, alsoHolds: hasSurname(surname) };
  },
  "words from two fields": ({ random, words, entry }) => {
    const fragment = cutTelling(random, words);
    const fields = [entry.source, entry.context, entry.place, ...(entry.tags ?? [])];
    const around = splitSimple(fields.find((field) => /\p{L}{4}/u.test(field ?? "")) ?? entry.speaker ?? "");
    const telling = around.filter((word) => word.length >= 4 && !words.map(strip).includes(word));
    if (fragment === undefined || telling.length === 0) return undefined;
    const added = random.sample(telling, random.integer(1, 2));
    return {
      query: join(random, added.join(" "), fragment),
      fragment,
      alsoHolds: (other) => holdsAround(other, added),
    };
  },
};

/**
 * @param {Random} random
 * @param {string[]} words
 * @param {number} least
 * @param {number} most
 */
function cut(random, words, least, most) {
  const length = random.integer(least, Math.min(most, words.length));
  const start = random.integer(0, words.length - length);
  return words.slice(start, start + length);
}

/**
 * Two to four words, enough to tell a quote when something else is known of it.
 *
 * @param {Random} random
 * @param {string[]} words
 */
function cutTelling(random, words) {
  const fragment = cut(random, words, 2, 4);
  const lengths = fragment.map((word) => simplify(word).length);
  return Math.max(...lengths) >= 5 && lengths.reduce((sum, length) => sum + length) >= 10 ? fragment : undefined;
}

/**
 * @param {Random} random
 * @param {string} added
 * @param {string[]} fragment
 */
function join(random, added, fragment) {
  const parts = [added, fragment.join(" ")];
  return (random.fraction() < 0.5 ? parts : parts.reverse()).join(" ");
}

/**
 * @param {string} surname
 * @returns {(entry: Entry) => boolean}
 */
function hasSurname(surname) {
  return ({ speaker = "" }) => splitSimple(speaker).join(" ").includes(simplify(surname));
}

/**
 * @param {Entry} entry
 * @param {string[]} words
 */
function holdsAround({ source, context, place, tags = [], speaker }, words) {
  const around = splitSimple([source, context, place, ...tags, speaker].join(" "));
  return words.every((word) => around.includes(word));
}

/**
 * @param {Material} material
 * @param {number} count
 * @param {(random: Random, word: string) => string} distort
 */
function misspell({ random, words }, count, distort) {
  const fragment = cut(random, words, 5, 8);
  const long = [...fragment.keys()].filter((index) => measureCore(fragment[index] ?? "") >= 4);
  if (long.length < count) return undefined;
  const misspelt = [...fragment];
  for (const at of random.sample(long, count)) {
    const { before, word, after } = findCore(fragment[at] ?? "") ?? { before: "", word: "", after: "" };
    const written = distort(random, word);
    if (written === word) return undefined;
    misspelt[at] = before + written + after;
  }
  return { query: misspelt.join(" "), fragment };
}

/**
 * One slip of the keyboard behind the first letter.
 *
 * @param {Random} random
 * @param {string} word
 */
function slip(random, word) {
  const at = random.integer(1, word.length - 1);
  const letter = word.charAt(at);
  const kind = random.pick(["transposed", "missing", "doubled", "neighbour"]);
  if (kind === "transposed") return transpose(random, word);
  if (kind === "missing") return word.slice(0, at) + word.slice(at + 1);
  if (kind === "doubled") return word.slice(0, at) + letter + word.slice(at);
  const row = KEYBOARD.find((keys) => keys.includes(strip(letter))) ?? "";
  const key = row.indexOf(strip(letter));
  const near = Array.from(row).filter((_, index) => key >= 0 && Math.abs(index - key) === 1);
  return near.length === 0 ? word : word.slice(0, at) + random.pick(near) + word.slice(at + 1);
}

/**
 * Two neighbouring letters behind the first one change places.
 *
 * @param {Random} random
 * @param {string} word
 */
function transpose(random, word) {
  const at = random.integer(1, word.length - 2);
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

const DASHES = new Map(Object.entries({ "--": "—", "—": "–", "–": "—", "-": "–" }));

/**
 * The same words, set by another typesetter.
 *
 * @param {string} text
 */
function typeset(text) {
  const dashed = text.replace(/(?<= )(--|—|–|-)(?= )/gu, (dash) => DASHES.get(dash) ?? dash);
  return dashed
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, (apostrophe) => (apostrophe === "’" ? "'" : "’"))
    .replace(/["“”]/gu, (mark) => (mark === '"' ? "”" : '"'))
    .replace(/« ?| ?»/gu, (mark) => mark.replace(" ", "\u00a0"))
    .replace(/\.\.\.|\. \. \.|…/gu, (dots) => (dots === "…" ? "..." : "…"))
    .replace(/ (?=[;:!?])/gu, "\u202f")
    .replace(/œ/gu, "oe");
}

/**
 * Words to put in the place of others, by their length.
 *
 * @param {Random} random
 * @param {Entry[]} entries
 * @returns {(length: number) => string}
 */
export function collectReplacements(random, entries) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { text } of entries)
    for (const word of splitWritten(text))
      if (/^\p{Ll}{4,}$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count >= 3).map(([word]) => word);
  const words = (common.length > 0 ? common : [...counts.keys()]).sort();
  return (length) => {
    const wanted = Math.min(Math.max(length, 4), 12);
    const alike = words.filter((word) => Math.min(word.length, 12) === wanted);
    return random.pick(alike.length > 0 ? alike : words);
  };
}
