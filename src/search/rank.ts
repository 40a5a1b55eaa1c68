import type { CorpusRecord, Range } from "../corpus/record.ts";
import { findWords, splitTerms, type Word } from "../text/fold.ts";
import { alignPattern, type Alignment } from "./align.ts";
import type { QueryWord } from "./query.ts";

/** How well a record answers a query. */
export interface Rank {
  /** 0..1: the share of the query found, by what its words tell, times how closely the words stand together. */
  score: number;
  /** The matched words in the record's text, in order. */
  matches: Range[];
}

/** Share of the score that depends on order and closeness rather than on which words are there. */
const ALIGNED_SHARE = 0.3;
/** What a word counts outside the words said. */
const LIKENESS_OF_VERSION = 0.9;
const LIKENESS_OF_NAME = 0.85;
const LIKENESS_OF_SURROUNDINGS = 0.55;
/** Words that tell less than this share of the most telling word are highlighted only within the aligned stretch. */
const TELLING = 0.5;

/**
 * Ranks a record for a query. The words are looked for in each version of what was said (the text, its original, its
 * translations) and, where that fails, in what surrounds it; the version that answers best counts.
 *
 *     query    presion totale
 *     text     alors il y aura une pression totale
 *     words                        ▔▔▔▔▔▔▔▔ ▔▔▔▔▔▔      coverage: Σ weight · likeness of the words found / Σ weight
 *     aligned                      └─────────────┘      closeness: 1 − edits / length of the query found
 *
 * `retrievedBy` holds the indices of words that the compiled corpus has for this record, some perhaps under names that
 * the record does not show, such as a speaker's alias.
 */
export function rankRecord(record: CorpusRecord, query: QueryWord[], retrievedBy: readonly number[]): Rank {
  const surroundings = lazily(() => findSurroundings(record));
  const versions = [record.text];
  if (record.original) versions.push(record.original.text);
  if (record.translations) versions.push(...Object.values(record.translations));
  let best: Rank = { score: 0, matches: [] };
  for (const [at, version] of versions.entries()) {
    const words = findWords(version);
    const found = findQueryWords(query, words);
    let told = 0;
    let sought = 0;
    for (const [index, word] of query.entries()) {
      sought += word.weight;
      const said = (found[index]?.likeness ?? 0) * (at === 0 ? 1 : LIKENESS_OF_VERSION);
      // A word that the compiled corpus does not have for this record is not around it either.
      const isAround = said < LIKENESS_OF_NAME && retrievedBy.includes(index);
      const likeness = isAround ? Math.max(said, findAround(word, surroundings())) : said;
      told += word.weight * likeness;
    }
    const aligned = alignQuery(query, found, words);
    const coverage = sought > 0 ? told / sought : 0;
    const score = coverage * (1 - ALIGNED_SHARE + ALIGNED_SHARE * (aligned?.likeness ?? 0.5));
    if (score > best.score) {
      best = { score, matches: at === 0 ? findMatches(query, found, words, aligned) : [] };
    }
  }
  return best;
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Where a word of the query stands in a text: indices of the text's words, and the greatest likeness of them. */
interface Found {
  at: number[];
  likeness: number;
}

function findQueryWords(query: QueryWord[], words: Word[]): (Found | undefined)[] {
  return query.map((queryWord) => {
    const at: number[] = [];
    let likeness = 0;
    for (const [index, word] of words.entries()) {
      const alike = queryWord.spellings.get(word.term);
      if (alike !== undefined) {
        at.push(index);
        likeness = Math.max(likeness, alike);
      } else if (queryWord.halves?.[0] === word.term && queryWord.halves[1] === words[index + 1]?.term) {
        at.push(index, index + 1);
        likeness = Math.max(likeness, 0.95);
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
  const names = [record.speaker, ...(record.claimed_by ?? [])].map((speaker) => speaker?.name);
  const { place, context, source, locator, tags } = record;
  const rest = [place, context, locator, source?.title, source?.publisher, ...(tags ?? [])];
  return { names: collectTerms(names), rest: collectTerms(rest) };
}

function collectTerms(texts: (string | undefined)[]): Set<string> {
  return new Set(texts.flatMap((text) => (text === undefined ? [] : splitTerms(text))));
}

/** How much a word counts that was retrieved but not said: at the least it is part of a name that is not shown. */
function findAround(word: QueryWord, surroundings: Surroundings): number {
  let likeness = LIKENESS_OF_SURROUNDINGS;
  for (const [spelling, alike] of word.spellings) {
    if (surroundings.names.has(spelling)) likeness = Math.max(likeness, alike * LIKENESS_OF_NAME);
    else if (surroundings.rest.has(spelling)) likeness = Math.max(likeness, alike * LIKENESS_OF_SURROUNDINGS);
  }
  return likeness;
}

/** Aligns the words of the query that the text holds, in the query's order, with the text; in indices of its words. */
function alignQuery(query: QueryWord[], found: (Found | undefined)[], words: Word[]): Alignment | undefined {
  const pattern = query.filter((_, index) => found[index]).map((word) => word.term);
  if (pattern.length === 0) return undefined;
  const text = words.map((word) => word.term).join(" ");
  return alignPattern(pattern.join(" "), text);
}

/** Ranges of the words found: those in the aligned stretch, and elsewhere those that tell something. */
function findMatches(
  query: QueryWord[],
  found: (Found | undefined)[],
  words: Word[],
  aligned: Alignment | undefined,
): Range[] {
  const starts = findStarts(words);
  const isAligned = (at: number): boolean => {
    const start = starts[at] ?? 0;
    return aligned !== undefined && start < aligned.end && start + (words[at]?.term.length ?? 0) > aligned.start;
  };
  const telling = TELLING * Math.max(...query.map((word) => word.weight));
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

/** Where each word starts in the words joined by spaces. */
function findStarts(words: Word[]): number[] {
  let start = 0;
  return words.map((word) => {
    const at = start;
    start += word.term.length + 1;
    return at;
  });
}
