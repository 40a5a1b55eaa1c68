// @ts-check
import { splitSimple } from "./words.js";

/** Which records hold a sequence of words, found by its rarest pair of neighbours. */
export class Holders {
  /** @param {string[]} texts */
  constructor(texts) {
    this.texts = texts.map((text) => ` ${splitSimple(text).join(" ")} `);
    /** @type {Map<string, number[]>} */
    this.pairs = new Map();
    for (const [index, text] of this.texts.entries()) {
      for (const pair of new Set(listPairs(text.trim().split(" ")))) {
        const known = this.pairs.get(pair);
        if (known) known.push(index);
        else this.pairs.set(pair, [index]);
      }
    }
  }

  /**
   * Indices of the texts that hold a sequence of at least two simple words.
   *
   * @param {string[]} words
   */
  find(words) {
    const postings = listPairs(words).map((pair) => this.pairs.get(pair) ?? []);
    const [rarest = []] = postings.sort((a, b) => a.length - b.length);
    return rarest.filter((index) => this.texts[index]?.includes(` ${words.join(" ")} `));
  }
}

/** @param {string[]} words */
function listPairs(words) {
  return words.slice(1).map((word, index) => `${words[index]} ${word}`);
}
