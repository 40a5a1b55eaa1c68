import type { Database } from "./sqlite.ts";
import { AFTER_MARKERS, SPEAKER_MARKER } from "./tables.ts";

/** Fills `vocabulary`, `vocabulary_lengths` and `grams` from the words of the records and of the names. */
export function buildVocabulary(database: Database): void {
  database.run(
    `INSERT INTO vocabulary (term, text_records, around_records)
      SELECT term, sum(text), min(sum(around), (SELECT records FROM corpus)) FROM (
        SELECT term, iif(col = 'text', doc, 0) AS text, iif(col = 'around', doc, 0) AS around FROM word_terms
          WHERE term < ? OR term >= ?
        UNION ALL
        SELECT name_terms.term, 0, doc FROM name_terms CROSS JOIN word_terms ON word_terms.term = marker
      ) GROUP BY term ORDER BY length(term), term`,
    [SPEAKER_MARKER, AFTER_MARKERS],
  );
  database.exec(`
    INSERT INTO vocabulary_lengths SELECT length(term), min(number) FROM vocabulary GROUP BY length(term);
    CREATE UNIQUE INDEX vocabulary_by_term ON vocabulary (term, text_records, around_records);
  `);
  const postings = new Map<number, Posting>();
  for (const [number, term] of readVocabulary(database)) {
    for (const gram of findGrams(term)) addToPosting(postings, gram, number);
  }
  for (const [gram, { terms, length }] of [...postings].sort(([a], [b]) => a - b)) {
    database.run("INSERT INTO grams VALUES (?, ?)", [gram, new Uint8Array(terms.buffer, 0, length * 4)]);
  }
}

const PAGE = 50_000;

/** The terms with their numbers, which have no gaps; a page at a time in one string, since rows are slow to come by. */
function* readVocabulary(database: Database): Generator<[number: number, term: string]> {
  const page = `SELECT group_concat(term, ' ' ORDER BY number) FROM vocabulary WHERE number > ? AND number <= ?`;
  for (let last = 0; ; last += PAGE) {
    const terms = database.all<[string | null]>(page, [last, last + PAGE])[0]?.[0];
    if (typeof terms !== "string") return;
    let number = last;
    for (const term of terms.split(" ")) yield [++number, term];
  }
}

/** The distinct pairs of neighbouring UTF-16 units, each as one number; 0 stands before the first and after the last. */
export function findGrams(term: string): Set<number> {
  const grams = new Set<number>();
  let before = 0;
  for (let at = 0; at <= term.length; at++) {
    const unit = at < term.length ? term.charCodeAt(at) : 0;
    grams.add(before * 65_536 + unit);
    before = unit;
  }
  return grams;
}

/** A list of term numbers that grows. */
interface Posting {
  terms: Uint32Array;
  length: number;
}

function addToPosting(postings: Map<number, Posting>, gram: number, number: number): void {
  let posting = postings.get(gram);
  if (posting === undefined) postings.set(gram, (posting = { terms: new Uint32Array(4), length: 0 }));
  if (posting.length === posting.terms.length) {
    const grown = new Uint32Array(posting.length * 2);
    grown.set(posting.terms);
    posting.terms = grown;
  }
  posting.terms[posting.length++] = number;
}

/** The numbers of a posting as `grams` holds them. */
export function readPosting(blob: Uint8Array): Uint32Array {
  // A copy, since a typed array of 32 bits must start at a multiple of four.
  return new Uint32Array(new Uint8Array(blob).buffer, 0, blob.byteLength >>> 2);
}
