import { addStems } from "./inflections.ts";
import { collectLetters } from "./letters.ts";
import { MANY_TERMS, MOST_FREQUENT, PREFIX_LENGTHS } from "./prefixes.ts";
import type { Database } from "./sqlite.ts";
import { AFTER_MARKERS, SPEAKER_MARKER } from "./tables.ts";

/**
 * Fills `vocabulary` and the tables by which its terms are found from the words of the records and of the names.
 *
 * @param stemmed Terms whose stems the database has already.
 */
export async function buildVocabulary(database: Database, stemmed: ReadonlySet<string>): Promise<void> {
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
  database.exec("CREATE UNIQUE INDEX vocabulary_by_term ON vocabulary (term, text_records, around_records)");
  const terms = readVocabulary(database);
  addLengths(database, terms);
  addGrams(database, terms);
  addPrefixes(database, terms);
  await addStems(database, terms.slice(1), stemmed);
}

const PAGE = 50_000;

/** All terms, at the place of their number, which have no gaps; a page in one string, since rows are slow to come by. */
function readVocabulary(database: Database): string[] {
  const page = `SELECT group_concat(term, ' ' ORDER BY number) FROM vocabulary WHERE number > ? AND number <= ?`;
  const terms = [""];
  for (let last = 0; ; last += PAGE) {
    const joined = database.all<[string | null]>(page, [last, last + PAGE])[0]?.[0];
    if (typeof joined !== "string") return terms;
    for (const term of joined.split(" ")) terms.push(term);
  }
}

function addLengths(database: Database, terms: string[]): void {
  const bounds = database.all<[number, number, number]>(
    "SELECT length(term), min(number), max(number) FROM vocabulary GROUP BY length(term)",
  );
  for (const [length, first, last] of bounds) {
    const letters = Uint32Array.from(terms.slice(first, last + 1), collectLetters);
    database.run("INSERT INTO term_lengths VALUES (?, ?, ?)", [length, first, new Uint8Array(letters.buffer)]);
  }
}

function addGrams(database: Database, terms: string[]): void {
  const postings = new Map<number, Posting>();
  terms.forEach((term, number) => {
    if (number > 0) for (const gram of findGrams(term)) addToPosting(postings, gram, number);
  });
  for (const [gram, { numbers, length }] of [...postings].sort(([a], [b]) => a - b)) {
    database.run("INSERT INTO grams VALUES (?, ?)", [gram, new Uint8Array(numbers.buffer, 0, length * 4)]);
  }
}

/** The distinct pairs of neighbouring UTF-16 units, each as one number; 0 stands before the first and after the last. */
export function findGrams(term: string): number[] {
  const grams: number[] = [];
  let before = 0;
  for (let at = 0; at <= term.length; at++) {
    const unit = at < term.length ? term.charCodeAt(at) : 0;
    const gram = before * 65_536 + unit;
    if (!grams.includes(gram)) grams.push(gram);
    before = unit;
  }
  return grams;
}

/** A list of term numbers that grows. */
interface Posting {
  numbers: Uint32Array;
  length: number;
}

function addToPosting(postings: Map<number, Posting>, gram: number, number: number): void {
  let posting = postings.get(gram);
  if (posting === undefined) postings.set(gram, (posting = { numbers: new Uint32Array(4), length: 0 }));
  if (posting.length === posting.numbers.length) {
    const grown = new Uint32Array(posting.length * 2);
    grown.set(posting.numbers);
    posting.numbers = grown;
  }
  posting.numbers[posting.length++] = number;
}

/** The numbers of a list as `grams` and `term_lengths` hold it. */
export function readNumbers(blob: Uint8Array): Uint32Array {
  const isAligned = blob.byteOffset % 4 === 0;
  const { buffer, byteOffset, byteLength } = isAligned ? blob : new Uint8Array(blob);
  return new Uint32Array(buffer, byteOffset, byteLength >>> 2);
}

/** Keeps the most frequent terms of each beginning that very many share. */
function addPrefixes(database: Database, terms: string[]): void {
  if (terms.length <= MANY_TERMS) return;
  const sizes = new Map<string, number>();
  for (const term of terms) for (const prefix of listPrefixes(term)) sizes.set(prefix, (sizes.get(prefix) ?? 0) + 1);
  const lists = new Map<string, number[]>();
  for (const [prefix, size] of sizes) if (size > MANY_TERMS) lists.set(prefix, []);
  const byFrequency = database.iterate<[number]>(
    "SELECT number FROM vocabulary ORDER BY text_records + around_records DESC, number",
  );
  for (const [number] of byFrequency) {
    for (const prefix of listPrefixes(terms[number] ?? "")) {
      const list = lists.get(prefix);
      if (list !== undefined && list.length < MOST_FREQUENT) list.push(number);
    }
  }
  for (const [prefix, list] of lists) {
    database.run("INSERT INTO prefixes VALUES (?, ?)", [prefix, JSON.stringify(list)]);
  }
}

function listPrefixes(term: string): string[] {
  return PREFIX_LENGTHS.filter((length) => length <= term.length).map((length) => term.slice(0, length));
}
