// @ts-check
// Folding of its own: what counts as found is not for the search to say that is measured.

const LIGATURES = new Map(Object.entries({ œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d", ı: "i" }));

/**
 * Lower case, without diacritics.
 *
 * @param {string} text
 */
export function strip(text) {
  const letters = Array.from(text.toLowerCase(), (letter) => LIGATURES.get(letter) ?? letter).join("");
  return letters.normalize("NFKD").replace(/\p{M}/gu, "");
}

/**
 * Lower case, without diacritics and punctuation: words parted by single spaces.
 *
 * @param {string} text
 */
export function simplify(text) {
  return strip(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** @param {string} text */
export function splitSimple(text) {
  const simple = simplify(text);
  return simple === "" ? [] : simple.split(" ");
}

/**
 * What stands between spaces, punctuation and all.
 *
 * @param {string} text
 */
export function splitWritten(text) {
  return text.trim().split(/\s+/u);
}

/**
 * The word itself, without the punctuation around it; undefined for punctuation alone.
 *
 * @param {string} written
 * @returns {{ before: string; word: string; after: string } | undefined}
 */
export function findCore(written) {
  const { index, 0: word } = /[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/u.exec(written) ?? { index: -1, 0: "" };
  if (index < 0) return undefined;
  return { before: written.slice(0, index), word, after: written.slice(index + word.length) };
}

/** @param {string} written */
export function measureCore(written) {
  return findCore(written)?.word.length ?? 0;
}

const SUFFIX = /^(Jr|Sr|II|III|IV|MD|PhD)\.?$/iu;

/**
 * The last word of a name, without what is in brackets and generational suffixes.
 *
 * @param {string} name
 */
export function findSurname(name) {
  const words = splitWritten(name.replace(/\s*\([^)]*\)/gu, "").replaceAll(",", " "));
  return (words.findLast((word) => !SUFFIX.test(word)) ?? name).replace(/^\.+|\.+$/gu, "");
}
