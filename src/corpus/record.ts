import type { FactStatus, Kind, QuoteStatus } from "./kind.ts";

/** A speaker as other records refer to it: `id` only where the corpus declares the speaker. */
export interface SpeakerReference {
  id?: string;
  name: string;
  role?: string;
}

/** A source as records refer to it: `id` only where the corpus declares the source. */
export interface SourceReference {
  id?: string;
  title?: string;
  publisher?: string;
  url?: string;
  published?: string;
  lang?: string;
}

/**
 * A quote or a fact with its references resolved: what every command prints and what `dixit schema record` describes.
 * A property is absent where the corpus says nothing. `x-…` keys are carried along as written.
 */
export interface CorpusRecord {
  id: string;
  kind: Kind;
  /** The words themselves, in NFC and otherwise exactly as in the corpus. */
  text: string;
  /** BCP 47. */
  lang?: string;
  speaker?: SpeakerReference;
  claimed_by?: SpeakerReference[];
  often_credited_to?: SpeakerReference[];
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  date?: string;
  place?: string;
  source?: SourceReference;
  /** Where in the source: paragraph, page, timecode. */
  locator?: string;
  context?: string;
  original?: { lang: string; text: string };
  /** By BCP 47 language. */
  translations?: Record<string, string>;
  tags?: string[];
  status?: QuoteStatus | FactStatus;
  /** Absolute path of the file that holds the record. */
  file: string;
  /** 1-based line at which the record starts. */
  line: number;
  [extension: `x-${string}`]: unknown;
}

/** A person or body with all that the corpus declares of it, and what it is counted for. */
export interface Speaker extends SpeakerReference {
  aliases?: string[];
  /** Quotes said by the speaker. */
  quotes: number;
  /** Facts that the speaker claims. */
  facts: number;
  /** Dates of the earliest and latest record, as written. */
  first?: string;
  last?: string;
}

/** A source with the number of records that cite it. */
export interface Source extends SourceReference {
  quotes: number;
  facts: number;
  first?: string;
  last?: string;
}

/** A tag with the number of records that bear it. */
export interface Tag {
  tag: string;
  quotes: number;
  facts: number;
  first?: string;
  last?: string;
}

/** Half-open range [start, end) of UTF-16 units. */
export type Range = [start: number, end: number];

/** A record that a search found. */
export interface Hit {
  record: CorpusRecord;
  /** 0..1; 1 is every word as typed, side by side. Absent where nothing was searched for. */
  score?: number;
  /** The matched words in `record.text`, in order, not overlapping. */
  matches?: Range[];
}
