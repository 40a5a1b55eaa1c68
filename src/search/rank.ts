import type { CorpusRecord, Range } from "../corpus/record.ts";
import { countEdits } from "../text/edits.ts";
import { findWords, splitTerms, type Word } from "../text/fold.ts";
import { alignPattern, type Alignment } from "./align.ts";
import { scoreSpelling, weighByLength, type QueryWord } from "./query.ts";

/** How well a record answers a query. */
export interface Rank {
  /** 0..1: how much of the query and the record is found in each other, times how closely the words stand together. */
  score: number;
  /** The matched words in the record's text, in order. */
  matches: Range[];
}

/** Share of the score that depends on order and closeness rather than on which words are there. */
const ALIGNED_SHARE = 0.3;
/** What a word counts that is written apart. */
const LIKENESS_OF_HALVES = 0.95;
/** Closeness of words that are not aligned at all. */
const SCATTERED = 0.4;
/** What a word counts outside the words said. */
const LIKENESS_OF_VERSION = 0.9;
const LIKENESS_OF_NAME = 0.85;
const LIKENESS_OF_SURROUNDINGS = 0.55;
/** How much a record counts that a longer query restates, next to one that holds the query. */
const RESTATED = 0.95;
/** Words that tell less than this share of the most telling word are highlighted only within the aligned stretch. */
const TELLING = 0.5;

/** One version of what was said - the text, its original, a translation - with the query's words found in it. */
interface Version {
  isText: boolean;
  words: Word[];
  found: (Found | undefined)[];
}

/** Where a word of the query stands in a text: indices of the text's words, and the greatest likeness of them. */
interface Found {
  at: number[];
  likeness: number;
}

/** A record in the course of being ranked. */
export interface Draft {
  record: CorpusRecord;
  /** Likeness of each word of the query, wherever it was found. */
  likenesses: number[];
  version: Version;
  /** 0..1: see `measureCoverage`. */
  coverage: number;
}

/**
 * Looks for the words of a query in a record: in each version of what was said and, where that fails, in what surrounds
 * it. The version that answers best counts.
 *
 * `retrievedBy` holds the indices of words that the compiled corpus has for this record, some perhaps under names that
 * the record does not show, such as a speaker's alias.
 */
export function draftRank(record: CorpusRecord, query: QueryWord[], retrievedBy: readonly number[]): Draft {
  const texts = [record.text];
  if (record.original) texts.push(record.original.text);
  if (record.translations) texts.push(...Object.values(record.translations));
  let surroundings: Surroundings | undefined;
  let best: Draft | undefined;
  for (const [at, text] of texts.entries()) {
    const words = findWords(text);
    const version: Version = { isText: at === 0, words, found: findQueryWords(query, words) };
    const likenesses = query.map((word, index) => {
      const said = (version.found[index]?.likeness ?? 0) * (at === 0 ? 1 : LIKENESS_OF_VERSION);
      // A word that the compiled corpus does not have for this record is not around it either.
      if (said >= LIKENESS_OF_NAME || !retrievedBy.includes(index)) return said;
      return Math.max(said, findAround(word, (surroundings ??= findSurroundings(record))));
    });
    const coverage = measureCoverage(query, likenesses, version);
    if (!best || coverage > best.coverage) best = { record, likenesses, version, coverage };
  }
  if (!best) throw new Error("a record has no text");
  return best;
}

/**
 * Ranks a record by what was found in it and how closely that stands together.
 *
 *     query    presion totale
 *     text     alors il y aura une pression totale
 *     words                        ▔▔▔▔▔▔▔▔ ▔▔▔▔▔▔      coverage
 *     aligned                      └─────────────┘      closeness: 1 − edits / length of the query
 *
 * A word that was not found, because its slip made another word of it, is looked for once more in the aligned stretch.
 */
export function finishRank(draft: Draft, query: QueryWord[]): Rank {
  const { version } = draft;
  const aligned = alignQuery(draft, query);
  if (aligned) recoverSlips(draft, query, aligned);
  const closeness = aligned?.likeness ?? SCATTERED;
  return {
    score: draft.coverage * (1 - ALIGNED_SHARE + ALIGNED_SHARE * closeness),
    matches: version.isText ? findMatches(query, version, aligned) : [],
  };
}

/**
 * How much query and record have in common, by what words tell: the share of the query that is found or, where the query
 * says more than the record, the geometric mean of that share and the record's own.
 */
function measureCoverage(query: QueryWord[], likenesses: readonly number[], { words, found }: Version): number {
  let told = 0;
  let sought = 0;
  for (const [index, word] of query.entries()) {
    sought += word.weight;
    told += word.weight * (likenesses[index] ?? 0);
  }
  if (sought === 0) return 0;
  const held = told / sought;
  if (query.length <= words.length / 2 || held > RESTATED) return held;
  const restated = new Map<number, number>();
  for (const place of found) {
    for (const at of place?.at ?? []) restated.set(at, Math.max(restated.get(at) ?? 0, place?.likeness ?? 0));
  }
  let said = 0;
  let all = 0;
  for (const [at, { term }] of words.entries()) {
    const weight = weighByLength(term);
    all += weight;
    said += weight * (restated.get(at) ?? 0);
  }
  return Math.max(held, all === 0 ? 0 : RESTATED * Math.sqrt(held * (said / all) ** 0.4));
}

function findQueryWords(query: QueryWord[], words: Word[]): (Found | undefined)[] {
  return query.map((queryWord) => {
    const at: number[] = [];
    let likeness = 0;
    for (const [index, word] of words.entries()) {
      const alike = queryWord.spellings.get(word.term);
      if (queryWord.halves?.[0] === word.term && queryWord.halves[1] === words[index + 1]?.term) {
        at.push(index, index + 1);
        likeness = Math.max(likeness, LIKENESS_OF_HALVES);
      } else if (alike !== undefined) {
        at.push(index);
        likeness = Math.max(likeness, alike);
      }
    }
    return at.length > 0 ? { at, likeness } : undefined;
  });
}

interface Surroundings {
  names: Set<string>;
  rest: Set<string>;
}

function findSurroundings(record: CorpusRecord): Surroundings {
  const { speaker, claimed_by = [], often_credited_to = [] } = record;
  const names = [speaker, ...claimed_by, ...often_credited_to].map((one) => one?.name);
  const { place, context, source, locator, tags } = record;
  const rest = [place, context, locator, source?.title, source?.publisher, ...(tags ?? [])];
  return { names: collectTerms(names), rest: collectTerms(rest) };
}

function collectTerms(texts: (string | undefined)[]): Set<string> {
  return new Set(texts.flatMap((text) => (text === undefined ? [] : splitTerms(text))));
}

/**
 * How much a word counts that was retrieved but not said. Where it is not to be seen around either, it is part of a name
 * that the record does not show, such as an alias: that counts if it was typed so.
 */
function findAround(word: QueryWord, surroundings: Surroundings): number {
  let likeness = (word.spellings.get(word.term) ?? 0) * LIKENESS_OF_SURROUNDINGS;
  for (const [spelling, alike] of word.spellings) {
    if (surroundings.names.has(spelling)) likeness = Math.max(likeness, alike * LIKENESS_OF_NAME);
    else if (surroundings.rest.has(spelling)) likeness = Math.max(likeness, alike * LIKENESS_OF_SURROUNDINGS);
  }
  return likeness;
}

/** Aligns the query, without what was found around the text, with the text's words joined by spaces. */
function alignQuery({ likenesses, version }: Draft, query: QueryWord[]): Alignment | undefined {
  const { words, found } = version;
  if (!found.some((place) => place)) return undefined;
  const pattern = query.filter((_, index) => found[index] || (likenesses[index] ?? 0) === 0).map((word) => word.term);
  return alignPattern(pattern.join(" "), words.map((word) => word.term).join(" "));
}

/** Takes words of the aligned stretch for words of the query that were not found, where a slip makes one the other. */
function recoverSlips(draft: Draft, query: QueryWord[], aligned: Alignment): void {
  const { words, found } = draft.version;
  const missing = [...query.entries()].filter(([index]) => (draft.likenesses[index] ?? 0) === 0);
  if (missing.length === 0) return;
  const taken = new Set(found.flatMap((place) => place?.at ?? []));
  const isAligned = findAligned(words, aligned);
  const free = [...words.entries()].filter(([at]) => isAligned(at) && !taken.has(at));
  for (const [index, word] of missing) {
    for (const [at, { term }] of free) {
      if (Math.abs(term.length - word.term.length) > 2) continue;
      const likeness = scoreSpelling(word.term, term, countEdits(word.term, term));
      if (likeness <= (draft.likenesses[index] ?? 0)) continue;
      draft.likenesses[index] = likeness;
      found[index] = { at: [at], likeness };
    }
  }
  draft.coverage = Math.max(draft.coverage, measureCoverage(query, draft.likenesses, draft.version));
}

/** Whether a word, by its index, lies in the aligned stretch. */
function findAligned(words: Word[], aligned: Alignment | undefined): (at: number) => boolean {
  const starts = findStarts(words);
  return (at) => {
    const start = starts[at] ?? 0;
    return aligned !== undefined && start < aligned.end && start + (words[at]?.term.length ?? 0) > aligned.start;
  };
}

/** Where each word starts in the words joined by spaces. */
function findStarts(words: Word[]): number[] {
  let start = 0;
  return words.map((word) => {
    const at = start;
    start += word.term.length + 1;
    return at;
  });
}

/** Ranges of the words found: those in the aligned stretch, and elsewhere those that tell something. */
function findMatches(query: QueryWord[], { words, found }: Version, aligned: Alignment | undefined): Range[] {
  const isAligned = findAligned(words, aligned);
  const telling = TELLING * query.reduce((most, word) => Math.max(most, word.weight), 0);
  const chosen = new Set<number>();
  for (const [index, place] of found.entries()) {
    if (!place) continue;
    const within = place.at.filter(isAligned);
    if (within.length > 0) for (const at of within) chosen.add(at);
    else if ((query[index]?.weight ?? 0) >= telling) for (const at of place.at) chosen.add(at);
  }
  return [...chosen]
    .sort((a, b) => a - b)
    .flatMap((at): Range[] => {
      const word = words[at];
      return word ? [[word.start, word.end]] : [];
    });
}
