/** What people write in a search box: words, `"a phrase"`, and `-word` or `-"a phrase"` for what must not be there. */
import { splitTerms } from "../text/fold.ts";

/** A query taken apart. */
export interface ParsedQuery {
  /** All that is sought, phrases included, as typed but for the marks. */
  words: string;
  /** Words that must stand side by side in what was said, folded. */
  phrases: string[][];
  /** Words, alone or side by side, that must not stand in what was said, folded. */
  excluded: string[][];
}

/**
 * Takes a query apart. Only the straight mark of the keyboard makes a phrase; others come with words that were pasted. A mark
 * that is not closed is an ordinary sign, and so is a dash that no word follows at once.
 *
 *     parseQuery('paix "pression totale" -guerre')
 *     // => {words: "paix pression totale", phrases: [["pression", "totale"]], excluded: [["guerre"]]}
 */
export function parseQuery(typed: string): ParsedQuery {
  const words: string[] = [];
  const phrases: string[][] = [];
  const excluded: string[][] = [];
  for (let at = skipSpace(typed, 0); at < typed.length;) {
    const { text, isPhrase, isExcluded, end } = readPart(typed, at);
    at = skipSpace(typed, end);
    const terms = splitTerms(text);
    if (terms.length === 0) continue;
    if (isExcluded) excluded.push(terms);
    else words.push(text);
    if (isPhrase && !isExcluded) phrases.push(terms);
  }
  return { words: words.join(" "), phrases, excluded };
}

interface Part {
  text: string;
  isPhrase: boolean;
  isExcluded: boolean;
  /** Where it ends. */
  end: number;
}

function readPart(typed: string, start: number): Part {
  const isExcluded = typed[start] === "-" && /[\p{L}\p{N}"]/u.test(typed[start + 1] ?? "");
  const from = isExcluded ? start + 1 : start;
  const close = typed[from] === '"' ? typed.indexOf('"', from + 1) : -1;
  if (close >= 0) return { text: typed.slice(from + 1, close), isPhrase: true, isExcluded, end: close + 1 };
  let end = from + 1;
  while (end < typed.length && !/[\s"]/.test(typed[end] ?? "")) end++;
  return { text: typed.slice(from, end), isPhrase: false, isExcluded, end };
}

function skipSpace(typed: string, from: number): number {
  let at = from;
  while (/\s/.test(typed[at] ?? "")) at++;
  return at;
}

/** Whether the terms stand side by side, in order, somewhere among others. */
export function holdsPhrase(terms: readonly string[], phrase: readonly string[]): boolean {
  for (let at = 0; at + phrase.length <= terms.length; at++) {
    if (phrase.every((term, offset) => terms[at + offset] === term)) return true;
  }
  return false;
}
