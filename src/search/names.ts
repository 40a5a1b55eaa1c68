/**
 * Who is meant by a typed name. Five tiers, each asked only when those before it found nobody:
 *
 *     exact    the id, the name or an alias                       zelensky · VOLODYMYR ZELENSKY · le président ukrainien
 *     part     whole words of a name, in any order, with          Zelensky, Volodymyr · V. Zelensky · président Zelensky
 *              initials, titles and particles
 *     variant  the same name in another romanisation or script    Selenskyj · Зеленський
 *     fuzzy    a slip of the keyboard                             Zelenksy
 *     none     nobody; the nearest names are given
 *
 * Words are compared folded. In one tier those who fit best are found, all of them when they fit equally: two brothers
 * share a family name. A typed generation or number (Jr., XIV) fits in no tier a name that lacks it or has another.
 *
 * The exact tier compares strings; words are split for the second, romanised and sounded (see sounds.ts) for the third,
 * and given to fuse.js for the last two only: most who ask type a name that is there.
 */
import type { SpeakerNames } from "../store/store.ts";
import { fold } from "../text/fold.ts";
import { leavesVowelsOut, romanize } from "../text/romanize.ts";
import { NameIndex } from "./name-index.ts";
import {
  parseName,
  parseTyped,
  readOrdinal,
  scoreName,
  splitName,
  type MatchRules,
  type ParsedName,
  type TypedWord,
} from "./person.ts";
import { isPlausibleSlip } from "./slip.ts";
import { areRelatedGivenNames } from "./variant.ts";

/** The tier in which somebody was found, surest first. */
type MatchKind = "exact" | "part" | "variant" | "fuzzy" | "none";

/** Who was found for a typed name. */
export interface SpeakerMatch {
  kind: MatchKind;
  /** All who fit equally well, in the given order; nobody where `kind` is `none`. */
  speakers: SpeakerNames[];
  /** Where nobody was found, up to three names that are nearest, nearest first. */
  nearest: string[];
}

const NEAREST_NAMES = 3;
/** Longer input is no name. */
const LONGEST_NAME = 200;
const MOST_WORDS = 12;
/** What one slip costs, beside the cost of a variant. */
const SLIP_COST = 10;

/** Indexes of the lists that were asked, so that several names typed at once share one. */
const indexes = new WeakMap<readonly SpeakerNames[], NameIndex>();

/** The speakers meant by a typed name; `kind` says how sure that is. */
export function findSpeakers(typed: string, speakers: readonly SpeakerNames[]): SpeakerMatch {
  let index = indexes.get(speakers);
  if (!index) indexes.set(speakers, (index = new NameIndex(speakers)));
  const exact = findExact(typed, index);
  if (exact.length > 0) return { kind: "exact", speakers: exact, nearest: [] };
  const name = typed.slice(0, LONGEST_NAME);
  const tiers = { part: findByPart, variant: findByVariant, fuzzy: findBySlip };
  for (const kind of ["part", "variant", "fuzzy"] as const) {
    const found = tiers[kind](name, index);
    if (found.length > 0) return { kind, speakers: found, nearest: [] };
  }
  return { kind: "none", speakers: [], nearest: index.findNearestNames(name, NEAREST_NAMES) };
}

function findExact(typed: string, index: NameIndex): SpeakerNames[] {
  const key = joinWords(fold(typed));
  if (key === "") return [];
  const isMeant = (folded: string) => mayJoinTo(key, folded) && joinWords(folded) === key;
  const found = new Set<SpeakerNames>();
  for (const speaker of index.speakers) if (isMeant(fold(speaker.id ?? ""))) found.add(speaker);
  for (const { speaker, folded } of index.forms) if (isMeant(folded)) found.add(speaker);
  return index.speakers.filter((speaker) => found.has(speaker));
}

/** A name without what stands between its words; a name of signs alone as it is. */
function joinWords(folded: string): string {
  return splitName(folded).join("") || folded.trim();
}

/** Whether a folded name may be `key` when joined, at a glance. */
function mayJoinTo(key: string, folded: string): boolean {
  const first = folded.charAt(0);
  return folded.length >= key.length && (first === key.charAt(0) || !/[a-z0-9]/.test(first));
}

function findByPart(typed: string, index: NameIndex): SpeakerNames[] {
  const words = parseTyped(typed).slice(0, MOST_WORDS);
  const written = splitName(fold(typed)).filter((word, _, all) => word.length > 1 || all.length === 1);
  const best = new Best();
  for (const { speaker, folded } of index.forms) {
    if (!written.some((word) => folded.includes(word))) continue;
    best.offer(speaker, words, parseName(folded), { relate: () => undefined, byGivenName: true });
  }
  if (best.speakers.length > 0) return best.speakers;
  const joined = words.map(({ word }) => word).join("");
  const found = index.forms.filter(({ folded }) => joined.length > 4 && hasJoinedWords(splitName(folded), joined));
  return [...new Set(found.map(({ speaker }) => speaker))];
}

/** Whether neighbouring words make up a text when written as one (mc cain, degaulle), the last of them included. */
function hasJoinedWords(words: readonly string[], joined: string): boolean {
  let end = "";
  for (const word of words.toReversed()) {
    end = word + end;
    if (end.length >= joined.length) return end === joined;
  }
  return false;
}

function findByVariant(typed: string, index: NameIndex): SpeakerNames[] {
  const words = parseTyped(typed, romanize).slice(0, MOST_WORDS);
  const names = listNames(words);
  const isBare = leavesVowelsOut(typed);
  const variants = new Map(names.map((word) => [word, index.findVariants(word, isBare, names.length === 1)]));
  const rules = {
    relate: (word: string, other: string) => variants.get(word)?.get(other),
    relateGivenNames: relateGivenNames(index),
    byGivenName: false,
  };
  const best = new Best();
  for (const found of variants.values())
    for (const word of found.keys())
      for (const form of index.postings.get(word) ?? []) best.offer(form.speaker, words, form, rules);
  return best.speakers.length > 0 ? best.speakers : findByJoinedVariant(typed, index);
}

/** Names that are variants only when their words are written as one: Mao Tse-tung, 習近平. */
function findByJoinedVariant(typed: string, index: NameIndex): SpeakerNames[] {
  const latin = romanize(typed);
  const joined = joinWords(latin);
  if (joined.length < 6 || (splitName(latin).length < 2 && latin === fold(typed))) return [];
  let least = Infinity;
  let found: SpeakerNames[] = [];
  const words = parseTyped(typed, romanize);
  if (words.some(({ role }) => role === "initial")) return [];
  const ordinals = words.filter(({ role }) => role === "ordinal").map(({ word }) => readOrdinal(word));
  for (const { speaker, ...form } of index.latinForms) {
    const known = new Set(form.ordinals.values());
    if (!ordinals.every((ordinal) => ordinal !== undefined && known.has(ordinal))) continue;
    const other = form.words.join("");
    if (Math.abs(other.length - joined.length) > 4) continue;
    const cost = index.compareWords(joined, other);
    if (cost === undefined || cost > least) continue;
    if (cost < least) [least, found] = [cost, []];
    if (!found.includes(speaker)) found.push(speaker);
  }
  return found;
}

/** Given names are translated more freely than family names are romanised, so they may differ beside one of these. */
function relateGivenNames(index: NameIndex): NonNullable<MatchRules["relateGivenNames"]> {
  return (typed, word, typedFamily, family) => {
    const isVariant = typedFamily !== family && Math.min(typedFamily.length, family.length) > 5;
    return areRelatedGivenNames(index.speak(typed), index.speak(word), isVariant ? 2 : 3);
  };
}

function findBySlip(typed: string, index: NameIndex): SpeakerNames[] {
  const words = parseTyped(typed, romanize).slice(0, MOST_WORDS);
  const names = listNames(words);
  const near = new Map(names.map((word) => [word, new Set(index.findNearWords(word, 3, 40))]));
  const sure = new Map(names.map((word) => [word, index.findVariants(word, false, true)]));
  const alone = names.length === 1;
  const relate = (word: string, other: string) => {
    const cost = sure.get(word)?.get(other);
    if (cost !== undefined) return cost;
    return near.get(word)?.has(other) && isPlausibleSlip(word, other, alone) ? SLIP_COST : undefined;
  };
  const best = new Best();
  for (const word of names)
    for (const other of [...(sure.get(word)?.keys() ?? []), ...(near.get(word) ?? [])])
      for (const form of index.postings.get(other) ?? [])
        best.offer(form.speaker, words, form, { relate, byGivenName: false });
  return best.speakers;
}

function listNames(words: readonly TypedWord[]): string[] {
  return words.filter(({ role }) => role === "name").map(({ word }) => word);
}

/** Those who fit best of all who were offered. */
class Best {
  #score = -Infinity;
  #found = new Map<number, SpeakerNames>();

  get speakers(): SpeakerNames[] {
    return [...this.#found.values()];
  }

  offer(
    speaker: SpeakerNames,
    typed: readonly TypedWord[],
    name: ParsedName,
    rules: Omit<MatchRules, "roleWords">,
  ): void {
    const roleWords = new Set(speaker.role === undefined ? [] : splitName(fold(speaker.role)));
    const score = scoreName(typed, name, { ...rules, roleWords });
    if (score === undefined || score < this.#score) return;
    if (score > this.#score) this.#found.clear();
    this.#score = score;
    this.#found.set(speaker.number, speaker);
  }
}
