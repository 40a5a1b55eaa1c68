/**
 * One person's name against what was typed for it: words in any order, titles and particles in nobody's way.
 */
import { fold } from "../text/fold.ts";
import {
  isGivenNameTitle,
  isHonorific,
  isParticle,
  isSuffix,
  readGeneration,
  readNumeral,
  startsDescription,
} from "./honorifics.ts";

/** A name or alias in words. */
export interface ParsedName {
  words: string[];
  /** Index of the word that a person is called by: the last before a suffix or description. */
  family: number;
  /** Whether a description takes the place of a family name: Francis of Assisi. */
  isDescribed: boolean;
  /** What tells this person from others of the name (Jr., XIV), by the index of the word that says it. */
  ordinals: ReadonlyMap<number, string>;
}

/** A typed word: part of the name, the first letter of one, what it must have (Jr., XIV), or a title or particle that it may lack. */
export interface TypedWord {
  word: string;
  role: "name" | "initial" | "ordinal" | "title" | "particle";
}

const NOT_IN_WORDS = /[^\p{L}\p{N}\p{M}]+/u;
const ASCII_WORD = /[a-z0-9]+/g;
const BEYOND_ASCII = /[^\p{ASCII}]/u;

/** The words of a folded text; unlike a text's terms they keep scripts that put no spaces between words whole. */
export function splitName(folded: string): string[] {
  if (!BEYOND_ASCII.test(folded)) return folded.match(ASCII_WORD) ?? [];
  return folded.split(NOT_IN_WORDS).filter((word) => word !== "");
}

/** The words of a folded name and which of them is the family name, or the only name. */
export function parseName(folded: string): ParsedName {
  const parenthesis = folded.indexOf("(");
  const main = parenthesis > 0 ? folded.slice(0, parenthesis) : folded;
  const words = splitName(main).map(unifySpelling);
  const comma = main.indexOf(",");
  const description = words.findIndex((word, index) => index > 0 && startsDescription(word));
  let last = comma > 0 ? splitName(main.slice(0, comma)).length : words.length;
  if (description > 0) last = Math.min(last, description);
  while (last > 1 && isSuffix(words[last - 1] ?? "")) last--;
  const family = Math.max(0, last - 1);
  const ordinals = new Map<number, string>();
  for (const [index, word] of words.entries()) {
    // One letter before the family name or after a comma is an initial.
    if (index === 0 || (word.length === 1 && (index <= family || comma > 0))) continue;
    const ordinal = readNumeral(word) ?? (isEnd(index, words, main) ? readGeneration(word) : undefined);
    if (ordinal !== undefined) ordinals.set(index, ordinal);
  }
  return { words, family, isDescribed: description > 0, ordinals };
}

/** Whether the word at an index is the last, or the last before a comma. */
function isEnd(index: number, words: readonly string[], folded: string): boolean {
  const comma = folded.indexOf(",");
  return index === words.length - 1 || (comma > 0 && index === splitName(folded.slice(0, comma)).length - 1);
}

/** Parts of Arabic names that every language spells in its own way; Ben is a given name as well, and no particle. */
function unifySpelling(word: string): string {
  if (word === "ben" || word === "ibn") return "bin";
  return word === "abdel" || word === "abdal" || word === "abdoul" ? "abdul" : word;
}

/** The words of what was typed for a name, each with the part it can play. */
export function parseTyped(typed: string, toWord: (text: string) => string = fold): TypedWord[] {
  const folded = toWord(typed);
  const words = splitName(folded);
  const inverted = folded.includes(",");
  let last = words.length - 1;
  while (last > 1 && isOrdinal(words[last] ?? "", last)) last--;
  let named = false;
  const parsed = words.map((word, index): TypedWord => {
    const typedWord = named && isOrdinal(word, index) ? { word, role: "ordinal" as const } : readRole(word, index);
    named ||= typedWord.role === "name";
    return typedWord;
  });
  return parsed.some(({ role }) => role === "name") ? parsed : parsed.map(({ word }) => ({ word, role: "name" }));

  function isOrdinal(word: string, index: number): boolean {
    if (!/^\p{L}$/u.test(word) && readNumeral(word) !== undefined) return true;
    return readGeneration(word) !== undefined && isEnd(index, words, folded);
  }

  function readRole(word: string, index: number): TypedWord {
    const isLast = index === last && !inverted;
    if (word === "m" && !isLast) return { word, role: "title" };
    if ((word === "l" || word === "d") && folded.includes(`${word}'`)) return { word, role: "particle" };
    if (/^\p{L}$/u.test(word) && words.length > 1 && !/\p{Script=Han}/u.test(word)) return { word, role: "initial" };
    if (!isLast && (isHonorific(word) || isGivenNameTitle(word))) return { word, role: "title" };
    if (["dr", "esq", "phd", "md"].includes(word) && index > 0) return { word, role: "particle" };
    return { word: unifySpelling(word), role: isParticle(word) && !isLast ? "particle" : "name" };
  }
}

/** What a typed ordinal says, the same for all its spellings. */
export function readOrdinal(word: string): string | undefined {
  return readNumeral(word) ?? readGeneration(word);
}

/** How two words relate, beyond being equal: what taking one for the other costs, or nothing if they are different. */
type Relation = (typed: string, word: string) => number | undefined;

/** What matching a name asks and allows. */
export interface MatchRules {
  relate: Relation;
  /** Whether a typed given name may be an unmatched word of a name, whose family name was typed as `typedFamily`. */
  relateGivenNames?: (typed: string, word: string, typedFamily: string, family: string) => boolean;
  /** Whether one typed word may be a given name. */
  byGivenName: boolean;
  /** Folded words of the speaker's role, which may stand beside a name. */
  roleWords: ReadonlySet<string>;
}

/**
 * How well a name fits what was typed, the greater the better: by the number of typed words in it, then by whether the
 * family name is among them, then by their cost. Nothing when it does not fit.
 */
export function scoreName(typed: readonly TypedWord[], name: ParsedName, rules: MatchRules): number | undefined {
  const match = new NameMatch(name, rules);
  const rest = typed.filter(({ word, role }) => role === "name" && !match.takeWord(word)).map(({ word }) => word);
  if (match.matched === 0) return undefined;
  let skippedTitle = false;
  for (const { word, role } of typed) {
    if (role === "ordinal" && !match.takeOrdinal(word)) return undefined;
    if (role === "particle") match.takeWord(word);
    else if (role === "title") skippedTitle = skipsTitle(word, match) || skippedTitle;
    else if (role === "initial" && !match.takeInitial(word)) return undefined;
  }
  const strange = rest.filter(
    (word) =>
      !match.takeAbbreviated(word) &&
      !match.takeInitials(word) &&
      !rules.roleWords.has(word) &&
      !match.takeGivenName(word),
  );
  const required = typed.filter(({ role }) => role === "name");
  if (strange.length > 0 && !match.fitsWithin(required, strange, skippedTitle)) return undefined;
  const hasInitials = typed.some(({ role }) => role === "initial");
  const hasRole = rest.some((word) => rules.roleWords.has(word));
  const needsFamily = skippedTitle || hasRole || hasInitials || (required.length === 1 && !rules.byGivenName);
  if ((needsFamily && !match.hasFamily) || (skippedTitle && name.isDescribed)) return undefined;
  return match.matched * 10_000 + (match.hasFamily ? 1000 : 0) - match.cost * 10 - strange.length;
}

function skipsTitle(word: string, match: NameMatch): boolean {
  if (match.takeWord(word) || (word.length === 1 && match.takeInitial(word))) return false;
  return !isGivenNameTitle(word);
}

/** The words of a name that typed words were found for so far. */
class NameMatch {
  matched = 0;
  cost = 0;
  readonly #name: ParsedName;
  readonly #rules: MatchRules;
  /** What was typed for each word of the name that is taken. */
  readonly #taken = new Map<number, string>();

  constructor(name: ParsedName, rules: MatchRules) {
    this.#name = name;
    this.#rules = rules;
  }

  get hasFamily(): boolean {
    return (this.#taken.get(this.#name.family)?.length ?? 0) > 1;
  }

  takeWord(typed: string): boolean {
    let best = -1;
    let least = Infinity;
    this.#name.words.forEach((word, index) => {
      if (this.#taken.has(index)) return;
      const isOrdinal = this.#name.ordinals.has(index);
      const cost = typed === word ? 0 : isOrdinal ? undefined : this.#rules.relate(typed, word);
      // At equal cost the last word: it is more often the family name.
      if (cost !== undefined && cost <= least) [best, least] = [index, cost];
    });
    if (best < 0) return false;
    this.#take(best, typed);
    this.cost += least;
    return true;
  }

  /** Takes the word that says the same of the person (II, 2; Jr., fils), or one that only looks so (Jinping Xi). */
  takeOrdinal(typed: string): boolean {
    const ordinal = readOrdinal(typed);
    const found = [...this.#name.ordinals].find(([index, other]) => other === ordinal && !this.#taken.has(index));
    const index = found?.[0] ?? this.#name.words.findIndex((word, at) => word === typed && !this.#taken.has(at));
    if (index < 0) return false;
    this.#take(index, typed);
    return true;
  }

  takeInitial(letter: string): boolean {
    if (readNumeral(letter) !== undefined && this.takeOrdinal(letter)) return true;
    return this.#takeFirst(letter, (word) => word.startsWith(letter));
  }

  takeAbbreviated(typed: string): boolean {
    return (
      this.hasFamily && this.cost === 0 && this.#takeFirst(typed, (word) => word.length === 1 && typed.startsWith(word))
    );
  }

  /** Takes the given names whose initials were typed as one word (JP, gw): the first names, none left out. */
  takeInitials(typed: string): boolean {
    if (!this.hasFamily || this.cost > 0 || !/^[bcdfghj-np-tv-z]{2,4}$/.test(typed)) return false;
    const names = this.#name.words.slice(0, typed.length);
    if (names.length > this.#name.family || names.some((_, index) => this.#taken.has(index))) return false;
    if (names.map((word) => word.charAt(0)).join("") !== typed) return false;
    for (const index of names.keys()) this.#take(index, typed.charAt(index));
    return true;
  }

  takeGivenName(typed: string): boolean {
    const { relateGivenNames } = this.#rules;
    const typedFamily = this.#taken.get(this.#name.family);
    const family = this.#name.words[this.#name.family];
    if (!relateGivenNames || typedFamily === undefined || family === undefined) return false;
    return this.#takeFirst(typed, (word) => !isHonorific(word) && relateGivenNames(typed, word, typedFamily, family));
  }

  /** Whether the name is whole within what was typed, at its end: Hillary Rodham Clinton, William Shakespeare. */
  fitsWithin(required: readonly TypedWord[], strange: readonly string[], skippedTitle: boolean): boolean {
    const significant = this.#name.words.filter((word) => !isParticle(word) && !isHonorific(word) && !isSuffix(word));
    const isWhole = this.#name.words.every((word, index) => this.#taken.has(index) || !significant.includes(word));
    if (skippedTitle || !isWhole || required.at(-1)?.word !== significant.at(-1)) return false;
    return significant.length > 1 ? strange.every((word) => word.length > 2) : this.#name.words.length === 1;
  }

  #takeFirst(typed: string, fits: (word: string) => boolean): boolean {
    const index = this.#name.words.findIndex(
      (word, at) => !this.#taken.has(at) && !this.#name.ordinals.has(at) && fits(word),
    );
    if (index < 0) return false;
    this.#take(index, typed);
    return true;
  }

  #take(index: number, typed: string): void {
    this.#taken.set(index, typed);
    this.matched++;
  }
}
