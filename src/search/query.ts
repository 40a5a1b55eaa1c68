import type { Store, Term } from "../store/store.ts";
import { splitTerms } from "../text/fold.ts";

/** A word of the query with the spellings under which the corpus may hold it. */
export interface QueryWord {
  /** The word as typed, folded. */
  term: string;
  /** Spellings in the corpus's vocabulary, each with its likeness to the word: 1 is the word itself. */
  spellings: Map<string, number>;
  /** The word written apart, such as `can t` for `cant`: both halves stand side by side in the corpus. */
  halves?: [string, string];
  /** Whether the corpus has the word as typed, or the beginning of a word. */
  isKnown: boolean;
  /** Number of records that hold one of the spellings; an upper bound. */
  records: number;
  /** Inverse document frequency: how much the word tells, above 0. */
  weight: number;
}

/** Spellings tried for a word that is still being typed. */
const COMPLETIONS = 40;
/** Likeness of a completion that shares no more than the typed prefix. */
const COMPLETION_LIKENESS = 0.75;
/** A word in at most this share of the records may be a slip that happens to be another word. */
const RARE = 1e-4;
/**
 * A small corpus tells little of how common a word is. This many imagined records are therefore counted with it, of
 * which the given shares hold a word of 1, 2, 3 … letters, as texts of European languages do.
 */
const IMAGINED_RECORDS = 200;
const IMAGINED_SHARES = [0.5, 0.4, 0.3, 0.03, 0.01, 0.003];
/** Even the most common word tells something. */
const LEAST_WEIGHT = 0.1;
/** What a word tells that was typed before. */
const REPEATED_SHARE = 0.1;
/** Likeness of another form of the word, such as its plural. */
const LIKENESS_OF_FORM = 0.9;
/** A query of more words is a text; its beginning says what it is about. */
const MOST_WORDS = 500;
/** Up to this length a slip leaves little of a word. */
const SHORT = 4;
/** From this length on two slips leave a word recognisable, and the first letter may be one of them. */
const LONG = 8;
/** In a longer query every slip costs a look at the vocabulary and tells little. */
const LONGEST_GUESSED = 12;
/** Longer words are compared whole or not at all: no one types them, and expansion costs by length. */
const LONGEST_EXPANDED = 40;

/**
 * The words of a query, in order, each with its spellings in the vocabulary: as typed, within the edits that its length
 * allows, begun but not finished (the last word), written apart or together.
 *
 * @param doubtful Whether words that the corpus has may be slips or other forms of others, too.
 */
export async function expandQuery(query: string, store: Store, doubtful: boolean): Promise<QueryWord[]> {
  const terms = splitTerms(query).slice(0, MOST_WORDS);
  const known = await findKnown(terms, store);
  const inflections = doubtful ? await store.findInflections(terms) : new Map<string, Term[]>();
  const words: QueryWord[] = [];
  for (const [at, term] of terms.entries()) {
    const spellings = new Map<string, Term & { likeness: number }>();
    const add = (found: Term, likeness: number): void => {
      if (likeness > (spellings.get(found.term)?.likeness ?? 0)) spellings.set(found.term, { ...found, likeness });
    };
    const exact = known.get(term);
    if (exact) add(exact, 1);
    const joined = known.get(term + (terms[at + 1] ?? ""));
    if (joined && at + 1 < terms.length) add(joined, 0.95);
    const joinedBefore = known.get((terms[at - 1] ?? "") + term);
    if (joinedBefore && at > 0) add(joinedBefore, 0.95);
    if (at === terms.length - 1 && term.length > 1) await addCompletions(term, store, add);
    const isKnown = spellings.size > 0;
    const halves = isKnown ? undefined : findHalves(term, known);
    for (const form of inflections.get(term) ?? []) add(form, LIKENESS_OF_FORM);
    const isSuspect = doubtful || !exact || countRecords(exact) <= store.size * RARE;
    if (isSuspect && terms.length <= LONGEST_GUESSED) await addNearTerms(term, store, add);
    const word = {
      ...buildWord(term, [...spellings.values()], halves, store.size),
      isKnown: isKnown || halves !== undefined,
    };
    if (terms.indexOf(term) < at) word.weight *= REPEATED_SHARE;
    words.push(word);
  }
  return words;
}

/** Inverse document frequency, smoothed so that it means nearly the same in a small and in a large corpus. */
function weighWord(term: string, records: number, size: number): number {
  const holding = records + IMAGINED_RECORDS * imagineShare(term);
  return Math.max(LEAST_WEIGHT, Math.log((size + IMAGINED_RECORDS - holding) / holding));
}

/** What a word tells as far as its length shows: long words are rare words. */
export function weighByLength(term: string): number {
  const share = imagineShare(term);
  return Math.max(LEAST_WEIGHT, Math.log((1 - share) / share));
}

function imagineShare(term: string): number {
  return IMAGINED_SHARES[Math.min(term.length, IMAGINED_SHARES.length) - 1] ?? 0.5;
}

function countRecords(term: Term | undefined): number {
  return term ? Math.max(term.textRecords, term.aroundRecords) : 0;
}

/** The vocabulary's part of all that the query may spell: its words, two of them as one, one of them as two. */
async function findKnown(terms: string[], store: Store): Promise<Map<string, Term>> {
  const joined = terms.slice(1).map((term, at) => (terms[at] ?? "") + term);
  const known = new Map((await store.findTerms([...terms, ...joined])).map((term) => [term.term, term]));
  const halves = new Set<string>();
  for (const term of terms) {
    if (known.has(term) || term.length > LONGEST_EXPANDED) continue;
    for (let cut = 1; cut < term.length; cut++) halves.add(term.slice(0, cut)).add(term.slice(cut));
  }
  if (halves.size > 0) for (const term of await store.findTerms([...halves])) known.set(term.term, term);
  return known;
}

/** The cut of an unknown word into two known ones whose rarer half is the most frequent. */
function findHalves(term: string, known: Map<string, Term>): [string, string] | undefined {
  let best: [string, string] | undefined;
  let most = 0;
  for (let cut = 1; cut < term.length; cut++) {
    const halves: [string, string] = [term.slice(0, cut), term.slice(cut)];
    const records = Math.min(...halves.map((half) => known.get(half)?.textRecords ?? 0));
    if (records > most) [best, most] = [halves, records];
  }
  return best;
}

async function addCompletions(
  prefix: string,
  store: Store,
  add: (term: Term, likeness: number) => void,
): Promise<void> {
  for (const term of await store.findTermsByPrefix(prefix, COMPLETIONS)) {
    add(term, COMPLETION_LIKENESS + (1 - COMPLETION_LIKENESS) * (prefix.length / term.term.length) * 0.99);
  }
}

async function addNearTerms(term: string, store: Store, add: (term: Term, likeness: number) => void): Promise<void> {
  if (term.length > LONGEST_EXPANDED) return;
  const allowed = allowEdits(term);
  if (allowed === 0) return;
  for (const { term: near, edits } of await store.findNearTerms(term, allowed)) {
    if (edits > 0) add(near, scoreSpelling(term, near.term, edits));
  }
}

/** Slips seldom hit the first letter, but for its changing places with the second. */
function startsAlike(term: string, found: string): boolean {
  return term[0] === found[0] || (term[0] === found[1] && term[1] === found[0]);
}

/** How many slips a word may have; numbers none, for another number is another fact. */
function allowEdits(term: string): number {
  if (term.length < 3 || /\d/.test(term)) return 0;
  return term.length < LONG ? 1 : 2;
}

/** The likeness of a word that takes so many edits to become the one typed; 0 when they are more than slips. */
export function scoreSpelling(term: string, found: string, edits: number): number {
  if (edits === 0) return 1;
  if (edits > allowEdits(term) || (term.length < LONG && !startsAlike(term, found))) return 0;
  return 0.97 - (edits * (term.length > SHORT ? 1.2 : 1.6)) / Math.max(term.length, found.length, SHORT);
}

function buildWord(
  term: string,
  found: (Term & { likeness: number })[],
  halves: [string, string] | undefined,
  size: number,
): Omit<QueryWord, "isKnown"> {
  const spellings = new Map(found.filter((one) => one.likeness > 0.4).map((one) => [one.term, one.likeness]));
  let records = 0;
  let told = 0;
  for (const one of found) {
    if (!spellings.has(one.term)) continue;
    records += one.textRecords + one.aroundRecords;
    told = Math.max(told, countRecords(one) * one.likeness ** 4);
  }
  return {
    term,
    spellings,
    records: Math.min(records, size),
    weight: weighWord(term, Math.min(told, size), size),
    ...(halves && { halves }),
  };
}
