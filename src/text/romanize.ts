/**
 * Names in one script: what any-ascii makes of each letter, after the few spellings that it cannot know, because they
 * are more than one letter, or another letter's sound.
 */
import anyAscii from "any-ascii";

import { fold } from "./fold.ts";

/** Letters that write one sound together in Modern Greek; the folded form is looked up. */
const GREEK_DIGRAPHS: [RegExp, string][] = [
  [/(?<!\p{L})μπ/gu, "b"],
  [/μπ/gu, "mp"],
  [/(?<!\p{L})ντ/gu, "d"],
  [/(?<!\p{L})γκ/gu, "g"],
  [/γγ/gu, "ng"],
  [/ου/gu, "ou"],
  [/([αε])υ(?=[θκξπσςτφχψ]|(?!\p{L}))/gu, "$1φ"],
  [/([αε])υ/gu, "$1β"],
];
/** Hebrew vav, read as a vowel more often than as the consonant that any-ascii gives; bet and pe at the start. */
const HEBREW_LETTERS: [RegExp, string][] = [
  [/ו/gu, "w"],
  [/(?<!\p{L})ב/gu, "b"],
  [/(?<!\p{L})פ/gu, "p"],
];
const BEYOND_ASCII = /[^\p{ASCII}]/u;
const SIGNS = /['`]/gu;
const VOWELLESS =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}]/u;

/** Letters whose mark makes another sound of them. */
const MARKED_LETTERS = /[čćçřšśşșţțžźż]/u;

/**
 * The folded Latin form of a text in any script: `romanize("Зеленський")` gives `zelenskiy`. Unlike in folding, the
 * letters š, č, ž and their like keep their marks. Scripts that leave vowels
 * out give their consonants alone; scripts without spaces give one word. Latin text is folded only.
 */
export function romanize(text: string): string {
  if (!BEYOND_ASCII.test(text)) return fold(text);
  const composed = text.normalize("NFC").toLowerCase();
  if (MARKED_LETTERS.test(composed))
    return [...composed].map((letter) => (MARKED_LETTERS.test(letter) ? letter : romanizeUnmarked(letter))).join("");
  return romanizeUnmarked(composed);
}

function romanizeUnmarked(text: string): string {
  const folded = fold(text);
  return BEYOND_ASCII.test(folded) ? fold(anyAscii(spellOut(text)).replace(SIGNS, "")) : folded;
}

function spellOut(text: string): string {
  let spelt = text;
  if (/\p{Script=Greek}/u.test(text)) {
    spelt = fold(spelt);
    for (const [letters, sound] of GREEK_DIGRAPHS) spelt = spelt.replace(letters, sound);
  }
  if (/\p{Script=Hebrew}/u.test(text))
    for (const [letter, sound] of HEBREW_LETTERS) spelt = spelt.replace(letter, sound);
  return spelt;
}

/** Whether a text is in a script whose romanisation lacks vowels that are said. */
export function leavesVowelsOut(text: string): boolean {
  return VOWELLESS.test(text);
}
