import { countEdits } from "../text/edits.ts";

/**
 * Whether one word is plausibly a slip for another. A letter too many or too few is a slip sooner than a letter for
 * another, for that is how names differ (Biden, Bidet); a word that stands alone has to be longer than one beside which
 * another word of the same name was typed.
 */
export function isPlausibleSlip(typed: string, word: string, alone: boolean): boolean {
  if (typed.charAt(0) !== word.charAt(0)) return false;
  if (alone && (isEnding(typed, word) || isEnding(word, typed))) return false;
  const letters = Math.min(typed.length, word.length);
  const edits = countEdits(typed, word);
  if (edits === 1) return letters >= leastLetters(typed, word, alone);
  return edits === 2 ? letters >= (alone ? 9 : 8) : edits === 3 && letters >= 13;
}

function leastLetters(typed: string, word: string, alone: boolean): number {
  if (typed.length !== word.length) return alone ? 5 : 3;
  if ([...typed].sort().join("") === [...word].sort().join("")) return alone ? 7 : 3;
  return alone ? 7 : 5;
}

/** Endings that make another name: Pavlov, Pavlova; William, Williams. */
function isEnding(short: string, long: string): boolean {
  return long === `${short}a` || (long === `${short}s` && !/[aeiou]$/.test(short));
}
