/**
 * The names of a list of speakers, prepared as far as the tiers of names.ts have asked for it: every property is made
 * when it is first read.
 */
import type { SpeakerNames } from "../store/store.ts";
import { countEdits } from "../text/edits.ts";
import { fold } from "../text/fold.ts";
import { rankNearest } from "../text/nearest.ts";
import { leavesVowelsOut, romanize } from "../text/romanize.ts";
import { parseName, splitName, type ParsedName } from "./person.ts";
import { mayStartAlike } from "./sounds.ts";
import { compareSpokenWords, sharesConsonants, speakWord, type SpokenWord } from "./variant.ts";

/** A name or alias of a speaker, folded. */
interface NameForm {
  speaker: SpeakerNames;
  folded: string;
  /** As written. */
  text: string;
}

/** A name or alias in Latin letters. */
interface LatinForm extends ParsedName {
  speaker: SpeakerNames;
}

/** More texts than this are not given to fuse.js as they are. */
const MOST_TO_COMPARE = 5000;
/** A name is named when it is nearer than this: when more than half of its letters agree. */
const LEAST_SCORE = 0.5;
/** No name has more words. */
const MOST_WORDS = 12;
/** What a word without vowels costs. */
const BARE_COST = 1;
/** The fewest letters of words that may be spellings of one name: Man is not Mann. */
const FEWEST_LETTERS = 4;

/** The names of a list of speakers. */
export class NameIndex {
  readonly speakers: readonly SpeakerNames[];
  #forms: NameForm[] | undefined;
  #latinForms: LatinForm[] | undefined;
  #postings: Map<string, LatinForm[]> | undefined;
  readonly #bareWords = new Set<string>();
  readonly #spoken = new Map<string, SpokenWord>();

  constructor(speakers: readonly SpeakerNames[]) {
    this.speakers = speakers;
  }

  /** All names and aliases, in the speakers' order. */
  get forms(): readonly NameForm[] {
    return (this.#forms ??= this.speakers.flatMap((speaker) =>
      [speaker.name, ...speaker.aliases].map((text) => ({ speaker, folded: fold(text), text })),
    ));
  }

  get latinForms(): readonly LatinForm[] {
    return (this.#latinForms ??= this.forms.map(({ speaker, text, folded }) => {
      const name = parseName(PLAIN.test(text) ? folded : romanize(text));
      if (leavesVowelsOut(text)) for (const word of name.words) this.#bareWords.add(word);
      return { speaker, ...name };
    }));
  }

  /** The Latin words of all names, each with the names that have it. */
  get postings(): ReadonlyMap<string, readonly LatinForm[]> {
    if (this.#postings) return this.#postings;
    this.#postings = new Map<string, LatinForm[]>();
    for (const form of this.latinForms) {
      for (const word of form.words) {
        const posting = this.#postings.get(word);
        if (!posting) this.#postings.set(word, [form]);
        else if (posting.at(-1) !== form) posting.push(form);
      }
    }
    return this.#postings;
  }

  /** A word with its readings. */
  speak(word: string): SpokenWord {
    let spoken = this.#spoken.get(word);
    if (!spoken) this.#spoken.set(word, (spoken = speakWord(word)));
    return spoken;
  }

  /**
   * The words that are other spellings of a typed one, and the word itself, each with its cost; `isBare` says that
   * the typed word lacks vowels, `alone` that nothing else was typed.
   */
  findVariants(typed: string, isBare: boolean, alone: boolean): Map<string, number> {
    const found = new Map<string, number>();
    for (const word of this.postings.keys()) {
      const cost = isBare
        ? this.#compareBareWord(typed, word, alone)
        : this.#bareWords.has(word)
          ? this.#compareBareWord(word, typed, alone)
          : this.compareWords(typed, word);
      if (cost !== undefined) found.set(word, cost);
    }
    return found;
  }

  /** What taking a typed word for another costs. */
  compareWords(typed: string, word: string): number | undefined {
    if (typed === word) return 0;
    const [short, long] = typed.length < word.length ? [typed.length, word.length] : [word.length, typed.length];
    if (short < FEWEST_LETTERS || long > 2 * short + 1 || !mayStartAlike(typed, word)) return undefined;
    return compareSpokenWords(this.speak(typed), this.speak(word));
  }

  #compareBareWord(bare: string, word: string, alone: boolean): number | undefined {
    if (bare === word) return 0;
    if (bare.length > word.length || word.length > 3 * bare.length) return undefined;
    return sharesConsonants(bare, this.speak(word), alone) ? BARE_COST : undefined;
  }

  /** The words nearest to a typed one, as far as their lengths do not differ by more than `difference`. */
  findNearWords(typed: string, difference: number, limit: number): string[] {
    const alike = [...this.postings.keys()].filter((word) => Math.abs(word.length - typed.length) <= difference);
    return rankNearest(typed, this.#reduce(typed, alike), limit).map(({ candidate }) => candidate);
  }

  /** Up to `limit` names that are nearest to a typed text, as a whole or in one word. */
  findNearestNames(typed: string, limit: number): string[] {
    const names = this.#reduce(
      fold(typed),
      this.speakers.map(({ name }) => name),
    );
    const scores = new Map(rankNearest(typed, names, limit).map(({ candidate, score }) => [candidate, score]));
    const typedWords = splitName(romanize(typed)).filter(({ length }) => length > 2);
    for (const word of typedWords.slice(0, MOST_WORDS)) {
      for (const { candidate, score } of rankNearest(word, this.#reduce(word, [...this.postings.keys()]), limit)) {
        for (const { speaker, words } of this.postings.get(candidate)?.slice(0, limit) ?? []) {
          if (shareLetters(typedWords, words) < LEAST_SCORE) continue;
          scores.set(speaker.name, Math.max(score, scores.get(speaker.name) ?? 0));
        }
      }
    }
    return [...scores]
      .filter(([, score]) => score > LEAST_SCORE)
      .sort(([, a], [, b]) => b - a)
      .slice(0, limit)
      .map(([name]) => name);
  }

  /** Of too many texts to compare those that start alike. */
  #reduce(typed: string, texts: readonly string[]): readonly string[] {
    if (texts.length <= MOST_TO_COMPARE) return texts;
    return texts.filter((text) => text.charAt(0).toLowerCase() === typed.charAt(0)).slice(0, 2 * MOST_TO_COMPARE);
  }
}

/** The share of the letters of typed words that are in the words of a name as well. */
function shareLetters(typed: readonly string[], words: readonly string[]): number {
  let letters = 0;
  let shared = 0;
  for (const word of typed) {
    letters += word.length;
    shared += Math.max(
      ...words.map((other) => word.length * (1 - countEdits(word, other) / Math.max(word.length, other.length))),
    );
  }
  return letters === 0 ? 0 : shared / letters;
}

/** Text that is in Latin letters without accents, which folding and romanising both do no more to than to lower their case. */
const PLAIN = /^[A-Za-z0-9 .,'()_-]*$/;
