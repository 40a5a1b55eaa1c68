// @ts-check
import { Random } from "./random.js";
import { findSurname, splitWritten } from "./words.js";

/** @typedef {import("./corpora.js").Entry} Entry */

/**
 * New records made of the words of real ones, as many as are asked for. Each word of a text follows the one before it
 * somewhere in a text of the same language, so words are as common as they are there and stand in likely company; a text
 * is as long as some real one. Speakers are given names and surnames that occur. Words that no real record has never
 * come, so that the vocabulary does not grow as that of a real corpus would.
 *
 * @param {Entry[]} entries
 * @param {number} count
 * @param {string} seed
 * @returns {Generator<Entry>}
 */
export function* remix(entries, count, seed) {
  const random = new Random(`remix:${seed}`);
  const texts = entries.map((entry) => ({ entry, words: splitWritten(entry.text) }));
  /** @type {Map<string, string[]>} */
  const followers = new Map();
  for (const { entry, words } of texts) {
    for (const [index, word] of words.slice(1).entries()) {
      const key = `${entry.lang} ${words[index]}`;
      const known = followers.get(key);
      if (known) known.push(word);
      else followers.set(key, [word]);
    }
  }
  const speakers = entries.flatMap(({ speaker }) => (speaker === undefined ? [] : [speaker]));
  for (let made = 0; made < count; made++) {
    const { entry, words } = random.pick(texts);
    const length = random.pick(texts).words.length;
    const text = [words[0] ?? ""];
    while (text.length < length) {
      const next = followers.get(`${entry.lang} ${text.at(-1)}`);
      text.push(next ? random.pick(next) : random.pick(words));
    }
    yield {
      id: `remix-${made}`,
      text: text.join(" "),
      ...(speakers.length > 0 && { speaker: mixName(random, speakers) }),
      ...(entry.source !== undefined && { source: entry.source }),
      ...(entry.lang !== undefined && { lang: entry.lang }),
    };
  }
}

/**
 * @param {Random} random
 * @param {string[]} speakers
 */
function mixName(random, speakers) {
  const given = splitWritten(random.pick(speakers)).slice(0, -1).join(" ");
  return `${given} ${findSurname(random.pick(speakers))}`.trim();
}
