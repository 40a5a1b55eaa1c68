/**
 * Whether two words are spellings of one name: see sounds.ts for what a spelling may stand for.
 */
import { classifySound, readSounds, type Reading } from "./sounds.ts";

/** A romanised, folded word with its readings. */
export interface SpokenWord {
  word: string;
  readings: Reading[];
}

/** A word with its readings, for `compareSpokenWords`. */
export function speakWord(word: string): SpokenWord {
  return { word, readings: readSounds(word) };
}

/** Consonants that one language's ears or letters take for another's, with what taking one for the other costs. */
const SOFT_CONSONANTS: Record<string, number> = {
  kg: 2,
  gk: 2,
  dt: 2,
  td: 2,
  bp: 2,
  pb: 2,
  gh: 2,
  hg: 2,
  fv: 1,
  vf: 1,
};
/** The same for vowels. */
const SOFT_VOWELS: Record<string, number> = { ou: 1, uo: 1, ae: 2, ea: 2, ei: 2, ie: 2 };
/** With fewer consonants a word is too little to go by. */
const FEWEST_CONSONANTS = 2;
/** Shorter words differ by a doubled letter (Eliot, Elliot). */
const FEWEST_LETTERS_TO_DOUBLE = 6;
/** More than any word may spend. */
const APART = 100;

/**
 * How far two words are from being spellings of one name: 0 when they can be said alike, more for each soft
 * difference, nothing when they are different names.
 */
export function compareSpokenWords(a: SpokenWord, b: SpokenWord): number | undefined {
  const letters = Math.min(a.word.length, b.word.length);
  if (a.word === b.word) return 0;
  if (letters < FEWEST_LETTERS_TO_DOUBLE && findDoubles(a.word) !== findDoubles(b.word)) return undefined;
  const allowance = allowDifferences(letters);
  let least = APART;
  for (const readingOfA of a.readings) {
    for (const readingOfB of b.readings) {
      const { length } = readingOfA.consonants;
      if (length < FEWEST_CONSONANTS || length !== readingOfB.consonants.length) continue;
      const most = Math.min(least - 1, length < 3 ? 0 : allowance);
      const cost = compareReadings(readingOfA, readingOfB, most);
      if (cost <= most) least = cost;
      if (least === 0) return 0;
    }
  }
  return least === APART ? undefined : least;
}

/** The consonants that are written double; s is, in some languages, wherever it is not said as z. */
function findDoubles(word: string): string {
  return word.match(/([b-df-hj-np-rtv-xz])\1/g)?.join("") ?? "";
}

function allowDifferences(letters: number): number {
  return letters < 5 ? 0 : letters < 6 ? 1 : letters < 7 ? 2 : letters < 9 ? 3 : 4;
}

function compareReadings(a: Reading, b: Reading, most: number): number {
  let cost = 0;
  for (let at = 0; at < a.vowels.length && cost <= most; at++) {
    const consonant = a.consonants.charAt(at);
    const other = b.consonants.charAt(at);
    if (consonant !== other) cost += SOFT_CONSONANTS[consonant + other] ?? APART;
    cost += compareVowels(a, b, at);
  }
  return cost;
}

/** What taking the vowels before the consonants at `at` for each other costs. */
function compareVowels(a: Reading, b: Reading, at: number): number {
  const run = a.vowels[at] ?? "";
  const other = b.vowels[at] ?? "";
  if (run === other) return 0;
  if (isYo(run + other, a, at)) return 1;
  if (run.length !== other.length) return compareUnequalVowels(run, other, at, a.consonants.length);
  let cost = 0;
  for (let index = 0; index < run.length; index++) {
    const pair = run.charAt(index) + other.charAt(index);
    if (pair.charAt(0) === pair.charAt(1)) continue;
    if (at === 0 && pair !== "ou" && pair !== "uo") return APART;
    cost += SOFT_VOWELS[pair] ?? (isLastVowel(pair, at, a.consonants.length) ? 1 : APART);
  }
  return cost;
}

/** The Cyrillic ё of a last -ёв, written e, o or yo. */
function isYo(pair: string, reading: Reading, at: number): boolean {
  const last = reading.consonants.length - 1;
  return ["eo", "oe", "ioe", "eio"].includes(pair) && at === last && "vf".includes(reading.consonants.charAt(at));
}

/** A last o that is said, and in some languages written, a. */
function isLastVowel(pair: string, at: number, last: number): boolean {
  return at === last && (pair === "ao" || pair === "oa");
}

/** A glide (Yeltsin, Eltsin), half of a diphthong (ai, a), or the e that some languages write between consonants. */
function compareUnequalVowels(run: string, other: string, at: number, last: number): number {
  const [short, long] = run.length < other.length ? [run, other] : [other, run];
  if (short === "") return long === "e" && at > 0 && at < last ? 2 : APART;
  if (long.length - short.length > 1) return APART;
  if (long === `i${short}`) return 1;
  return long === `${short}i` || long === `${short}u` || long === `e${short}` || long === `${short}e` ? 2 : APART;
}

/**
 * Whether two given names may be one name in two languages (Mikhail, Michel; Pyotr, Pierre; Lev, Leo): the consonants of
 * one, at least so many, are those of the other, or some of them in the same order from the first on. Too weak for
 * anything but beside a family name that matches.
 */
export function areRelatedGivenNames(a: SpokenWord, b: SpokenWord, least: number): boolean {
  if (Math.max(a.word.length, b.word.length) < 5 && least < 3) return a.word.slice(0, 2) === b.word.slice(0, 2);
  return a.readings.some(({ consonants }) =>
    b.readings.some(({ consonants: others }) => {
      const [short, long] = consonants.length < others.length ? [consonants, others] : [others, consonants];
      return short.length >= least && short.charAt(0) === long.charAt(0) && isSubsequence(short, long);
    }),
  );
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const sound of long) if (sound === short.charAt(at)) at++;
  return at === short.length;
}

/**
 * Whether a word that is written without vowels, as in Arabic and Hebrew, may be another one, by its consonants: at least
 * three of them when it stands alone; two, told apart no better than such romanisations do, beside others.
 */
export function sharesConsonants(bare: string, word: SpokenWord, alone: boolean): boolean {
  const classify = alone ? mergeHushes : mergeClasses;
  const skeletons = new Set(word.readings.map(classify));
  // An h that was written is said; j is g in Egypt.
  const written = bare.replace(/(?<=[aeiouy])h/g, "kh");
  return [written, written.replaceAll("j", "g")]
    .flatMap(readSounds)
    .map(classify)
    .some((skeleton) => skeleton.length >= (alone ? 3 : 2) && skeletons.has(skeleton));
}

function mergeHushes({ consonants }: Reading): string {
  return consonants.replace(/S/g, "s").replace(/(.)\1+/g, "$1");
}

function mergeClasses({ consonants }: Reading): string {
  return [...consonants]
    .map(classifySound)
    .join("")
    .replace(/(.)\1+/g, "$1");
}
