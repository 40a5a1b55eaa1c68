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
  if (!alone && unifyDiphthong(typed) === unifyDiphthong(word)) return true;
  const edits = countEdits(typed, word);
  if (edits === 1) return letters >= leastLetters(typed, word, alone);
  return edits === 2 ? letters >= (alone ? 9 : 8) : edits === 3 && letters >= 13;
}

function leastLetters(typed: string, word: string, alone: boolean): number {
  if (typed.length !== word.length) return alone ? 5 : 3;
  if ([...typed].sort().join("") === [...word].sort().join(""))
    return alone ? (isVowelMisplaced(typed, word) ? 6 : 7) : 3;
  return alone ? 7 : 5;
}

/** Spellings of the same sound: Mei, May; Meyer, Maier. */
function unifyDiphthong(word: string): string {
  return word.replace(/[ae][iy]/g, "ai");
}

/** Whether a last vowel and consonant changed places (Merkle, Merkel): consonants that did make names (Marcon, Macron). */
function isVowelMisplaced(typed: string, word: string): boolean {
  return typed.slice(0, -2) === word.slice(0, -2) && /[aeiou]/.test(word.slice(-2)) && /[^aeiou]/.test(word.slice(-2));
}

/** Endings that make another name: Pavlov, Pavlova; William, Williams. */
function isEnding(short: string, long: string): boolean {
  return long === `${short}a` || (long === `${short}s` && !/[aeiou]$/.test(short));
}
