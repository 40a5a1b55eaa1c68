/**
 * The compiled corpus: its tables.
 *
 *     files ──< records ──  entries          what the corpus holds; a record and its entry have one number
 *                 │ │ └──< record_tags, record_claimants, record_credits
 *                 │ └──>─ source_references  >── sources
 *                 └────>─ speaker_references >── speakers
 *
 *     words ─▶ vocabulary ─▶ grams           how its words are found
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
 * *Words.* An FTS5 table without a copy of the text and without positions, whose tokens are folded words: `text` the record's
 * own, `around` those of its translations, original, context, place, locator, tags, people and sources. A reference that
 * looks like an id gives no words while files are being read. It gives a marker, one character of private use and the
 * reference's number, and `name_terms` maps the words of the names, once they are known, to markers: a search for "putin"
 * asks for `"putin" OR "<marker 17>"`.
 *
 * *Vocabulary.* Every term with the number of records that have it, numbered by length and then by code points. `grams` gives
 * for each two neighbouring UTF-16 units (0 before the first and after the last; first unit * 65536 + second) the numbers of
 * the terms that hold it, ascending, as unsigned 32-bit integers in the machine's byte order. Terms of like length are
 * therefore neighbours in every such list, and near terms are found among few (see near-terms.ts).
 *
 * Sizes, for 100,000 quotes of 25 words: 60 MB, of which the entries take half.
 */

/**
 * To be raised whenever the meaning of a table changes or entries are read or folded otherwise: a compiled corpus of another
 * version is built anew.
 */
export const TABLES_VERSION = 1;

export const SPEAKER_MARKER = "\ue000";
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
    text, around, content='', contentless_delete=1, detail=column, tokenize='ascii'
  );
  CREATE VIRTUAL TABLE word_terms USING fts5vocab(words, col);
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
  DROP TABLE IF EXISTS name_terms;
  DROP TABLE IF EXISTS vocabulary;
  DROP TABLE IF EXISTS vocabulary_lengths;
  DROP TABLE IF EXISTS grams;
  CREATE TABLE corpus (records INTEGER);
  CREATE TABLE speakers (
    number INTEGER PRIMARY KEY, id TEXT, name TEXT, folded_name TEXT, role TEXT, aliases TEXT,
    records INTEGER DEFAULT 0
  );
  CREATE TABLE sources (
    number INTEGER PRIMARY KEY, id TEXT, title TEXT, publisher TEXT, url TEXT, published TEXT, lang TEXT
  );
  CREATE TABLE name_terms (term TEXT, marker TEXT, PRIMARY KEY (term, marker)) WITHOUT ROWID;
  CREATE TABLE vocabulary (number INTEGER PRIMARY KEY, term TEXT, text_records INTEGER, around_records INTEGER);
  CREATE TABLE vocabulary_lengths (length INTEGER PRIMARY KEY, first INTEGER);
  CREATE TABLE grams (gram INTEGER PRIMARY KEY, terms BLOB);
`;
