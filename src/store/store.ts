import type { CorpusRecord, Source, Speaker, Tag } from "../corpus/record.ts";
import type { Kind } from "../corpus/kind.ts";

/** Number of a record in the compiled corpus: 1, 2, 3 … in the corpus's order, with gaps. */
export type RecordNumber = number;
/** Number of a speaker in the compiled corpus, likewise. */
export type SpeakerNumber = number;
/** Number of a source in the compiled corpus, likewise. */
export type SourceNumber = number;

/**
 * Which records may be answered with: several values of one property are alternatives, properties all have to hold.
 * An absent property lets everything pass; an empty list nothing.
 */
export interface Filter {
  kinds?: Kind[];
  /** Who said a quote or claims a fact. */
  speakers?: SpeakerNumber[];
  sources?: SourceNumber[];
  /** Exact values, as `listValues` gives them. */
  tags?: string[];
  langs?: string[];
  places?: string[];
  statuses?: string[];
  /** YYYY, YYYY-MM or YYYY-MM-DD, inclusive; a record passes if its period may lie within. */
  since?: string;
  until?: string;
}

/** What records can be listed by. */
export type SortKey = "corpus" | "date" | "speaker" | "id";

/** A term of the compiled corpus. */
export interface Term {
  term: string;
  /** Number of records whose text has the term. */
  textRecords: number;
  /** Number of records whose surroundings have it, at most: one that names several people of that name may count for each. */
  aroundRecords: number;
}

/** A speaker's names, as `findSpeakers` compares them. */
export interface SpeakerNames {
  number: SpeakerNumber;
  id?: string;
  name: string;
  role?: string;
  aliases: string[];
  /** Number of records said or claimed. */
  records: number;
}

/** A source's names, as the source filter compares them. */
export interface SourceNames {
  number: SourceNumber;
  id?: string;
  title?: string;
  publisher?: string;
  url?: string;
}

/**
 * The compiled corpus, as search and the commands see it: small and asynchronous, so that another engine can stand
 * where SQLite stands. It answers what is asked for and ranks nothing.
 */
export interface Store {
  /** Number of records. */
  readonly size: number;
  /** The terms that are in the vocabulary, out of those given (folded). */
  findTerms(terms: string[]): Promise<Term[]>;
  /** Vocabulary terms within `edits` edits (insertion, deletion, replacement, transposition) of a folded term. */
  findNearTerms(term: string, edits: number): Promise<{ term: Term; edits: number }[]>;
  /** The most frequent vocabulary terms that start with a folded prefix, at most `limit`. */
  findTermsByPrefix(prefix: string, limit: number): Promise<Term[]>;
  /**
   * For each of the folded terms the other terms of the vocabulary that share its stem in a language of the corpus, most
   * frequent first, at most 20; a term that has none is not in the map. The term itself need not be in the vocabulary.
   */
  findInflections(terms: string[]): Promise<Map<string, Term[]>>;
  /**
   * Records that pass the filter and hold, for at least one of `alternatives`, all of its terms (each a set of equal
   * spellings, of which one with spaces in it is a phrase: its words side by side, in this order); in the corpus's order,
   * at most `limit`.
   */
  findCandidates(alternatives: string[][][], filter: Filter, limit: number): Promise<RecordNumber[]>;
  /** The records of these numbers, in this order. */
  readRecords(numbers: RecordNumber[]): Promise<CorpusRecord[]>;
  /** Records whose id is given, in the given order; an unknown id gives none. */
  findRecordsById(ids: string[]): Promise<CorpusRecord[]>;
  /** Number of records that pass. */
  countRecords(filter: Filter): Promise<number>;
  /** Records that pass, in batches. Records without the key come last, in either direction. */
  listRecords(filter: Filter, sort: SortKey, reverse: boolean, limit: number): AsyncIterable<CorpusRecord>;
  /** One record of those that pass: the `index`-th, 0-based, in the corpus's order. */
  readRecordAt(index: number, filter: Filter): Promise<CorpusRecord | undefined>;
  listSpeakerNames(): Promise<SpeakerNames[]>;
  listSourceNames(): Promise<SourceNames[]>;
  listSpeakers(filter: Filter): Promise<Speaker[]>;
  listSources(filter: Filter): Promise<Source[]>;
  listTags(filter: Filter): Promise<Tag[]>;
  /** Distinct values of a property with their number of records. */
  listValues(property: "place" | "lang" | "status" | "tag"): Promise<{ value: string; records: number }[]>;
  close(): void;
}
