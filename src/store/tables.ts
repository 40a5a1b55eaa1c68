/**
 * The compiled corpus: its tables.
 *
 *     files ──< records ──  entries          what the corpus holds; a record and its entry have one number
 *                 │ │ └──< record_tags, record_claimants, record_credits
 *                 │ └──>─ source_references  >── sources
 *                 └────>─ speaker_references >── speakers
 *
 *     words ─▶ vocabulary ─▶ grams, term_lengths, prefixes, stems      how its words are found
 *              name_terms
 *
 * *Numbers.* A record's number tells its file and its place therein (see slots.ts), so that the order of the numbers is the
 * corpus's order and the records of a file are one range, which goes when the file goes.
 *
 * *References.* A file is read before it is known what later files declare. Each distinct `speaker:` or `source:` value, with
 * the format of the file (which decides what may stay undeclared), is therefore a row of its own that records point to, and
 * only when all files are in is it said whom it means: a declared entry, or the plain name itself. Facts have the first of
 * their claimants in `records.speaker` and all of them in `record_claimants`.
 *
 * *Words.* An FTS5 table without a copy of the text, whose tokens are folded words: `text` the record's
 * own, `around` those of its translations, original, context, place, locator, tags, people and sources. A reference that
 * looks like an id gives no words while files are being read. It gives a marker, one character of private use and the
 * reference's number, and `name_terms` maps the words of the names, once they are known, to markers: a search for "putin"
 * asks for `"putin" OR "<marker 17>"`.
 *
 * *Vocabulary.* Every term with the number of records that have it, numbered by length and then by code points. `grams` gives
 * for each two neighbouring UTF-16 units (0 before the first and after the last; first unit * 65536 + second) the numbers of
 * the terms that hold it, ascending, as unsigned 32-bit integers in the machine's byte order. Terms of like length are
 * therefore neighbours in every such list, and near terms are found among few (see near-terms.ts). `term_lengths` has for each
 * length the number of its first term and which letters its terms have (a set of 32 bits for each, see letters.ts).
 * `prefixes` has the most frequent terms of those beginnings that very many terms share.
 *
 * *Stems.* What a term is without its inflection, in each language of the corpus. `languages` is a set of bits, one for each
 * row of `stem_languages`; a term is its own stem in the languages that no row of its has (see inflections.ts).
 *
 * *Counts.* `speakers`, `sources`, `tags` and `property_values` have counts of all records, so that only a filter makes them
 * be counted anew. `first` and `last` are those of period.ts.
 *
 * Sizes, for 100,000 quotes of 25 words: 60 MB, of which the entries take half.
 */

/**
 * To be raised whenever the meaning of a table changes or entries are read or folded otherwise: a compiled corpus of another
 * version is built anew.
 */
export const TABLES_VERSION = 2;

/** What the marker of a reference to a speaker begins with. */
export const SPEAKER_MARKER = "\ue000";
/** What the marker of a reference to a source begins with. */
export const SOURCE_MARKER = "\ue001";
/** The first term after all markers, in the order of code points. */
export const AFTER_MARKERS = "\ue002";

/** Makes the tables that files are read into. */
export const CREATE_TABLES = `
  PRAGMA user_version = ${TABLES_VERSION};
  CREATE TABLE files (number INTEGER PRIMARY KEY, path TEXT, format TEXT);
  CREATE TABLE records (
    number INTEGER PRIMARY KEY, id TEXT, kind TEXT, line INTEGER, speaker INTEGER, source INTEGER,
    first_day INTEGER, last_day INTEGER, lang TEXT, place TEXT, status TEXT
  );
  CREATE TABLE entries (number INTEGER PRIMARY KEY, entry TEXT);
  CREATE TABLE record_tags (tag TEXT, record INTEGER, PRIMARY KEY (tag, record)) WITHOUT ROWID;
  CREATE TABLE record_claimants (reference INTEGER, record INTEGER, PRIMARY KEY (reference, record)) WITHOUT ROWID;
  CREATE TABLE record_credits (reference INTEGER, record INTEGER, PRIMARY KEY (reference, record)) WITHOUT ROWID;
  CREATE TABLE declared_speakers (number INTEGER PRIMARY KEY, entry TEXT);
  CREATE TABLE declared_sources (number INTEGER PRIMARY KEY, entry TEXT);
  CREATE TABLE speaker_references (
    number INTEGER PRIMARY KEY, reference TEXT, format TEXT, speaker INTEGER, UNIQUE (reference, format)
  );
  CREATE TABLE source_references (
    number INTEGER PRIMARY KEY, reference TEXT, format TEXT, source INTEGER, UNIQUE (reference, format)
  );
  CREATE VIRTUAL TABLE words USING fts5(
    text, around, content='', contentless_delete=1, tokenize='ascii'
  );
  CREATE VIRTUAL TABLE word_terms USING fts5vocab(words, col);
  CREATE TABLE stem_languages (number INTEGER PRIMARY KEY, language TEXT);
  CREATE TABLE stems (term TEXT, stem TEXT, languages INTEGER, PRIMARY KEY (term, stem)) WITHOUT ROWID;
`;

/** Made when all records are in, which is faster than keeping them while records come. */
export const CREATE_INDEXES = `
  CREATE INDEX IF NOT EXISTS records_by_id ON records (id);
  CREATE INDEX IF NOT EXISTS records_by_speaker ON records (speaker, kind, first_day, last_day);
  CREATE INDEX IF NOT EXISTS records_by_source ON records (source, kind, first_day, last_day);
`;

/** Makes the tables that are derived from the others, afresh each time. */
export const CREATE_DERIVED_TABLES = `
  DROP TABLE IF EXISTS corpus;
  DROP TABLE IF EXISTS speakers;
  DROP TABLE IF EXISTS sources;
  DROP TABLE IF EXISTS tags;
  DROP TABLE IF EXISTS property_values;
  DROP TABLE IF EXISTS name_terms;
  DROP TABLE IF EXISTS vocabulary;
  DROP TABLE IF EXISTS term_lengths;
  DROP TABLE IF EXISTS grams;
  DROP TABLE IF EXISTS prefixes;
  CREATE TABLE corpus (records INTEGER);
  CREATE TABLE speakers (
    number INTEGER PRIMARY KEY, id TEXT, name TEXT, folded_name TEXT, role TEXT, aliases TEXT,
    quotes INTEGER DEFAULT 0, facts INTEGER DEFAULT 0, first INTEGER, last INTEGER
  );
  CREATE TABLE sources (
    number INTEGER PRIMARY KEY, id TEXT, title TEXT, publisher TEXT, url TEXT, published TEXT, lang TEXT,
    quotes INTEGER DEFAULT 0, facts INTEGER DEFAULT 0, first INTEGER, last INTEGER
  );
  CREATE TABLE tags (tag TEXT PRIMARY KEY, quotes INTEGER, facts INTEGER, first INTEGER, last INTEGER) WITHOUT ROWID;
  CREATE TABLE property_values (property TEXT, value TEXT, records INTEGER, PRIMARY KEY (property, value)) WITHOUT ROWID;
  CREATE TABLE name_terms (term TEXT, marker TEXT, PRIMARY KEY (term, marker)) WITHOUT ROWID;
  CREATE TABLE vocabulary (number INTEGER PRIMARY KEY, term TEXT, text_records INTEGER, around_records INTEGER);
  CREATE TABLE term_lengths (length INTEGER PRIMARY KEY, first INTEGER, letters BLOB);
  CREATE TABLE grams (gram INTEGER PRIMARY KEY, terms BLOB);
  CREATE TABLE prefixes (prefix TEXT PRIMARY KEY, terms TEXT) WITHOUT ROWID;
`;
