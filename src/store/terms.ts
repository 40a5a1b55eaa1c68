import type { Condition } from "./filter.ts";
import type { Database, Value } from "./sqlite.ts";
import type { RecordNumber, Term } from "./store.ts";

/** A term as the columns term, text_records and around_records give it. */
export type TermRow = [term: string, textRecords: number, aroundRecords: number];

/** The term of a row. */
export function buildTerm([term, textRecords, aroundRecords]: TermRow): Term {
  return { term, textRecords, aroundRecords };
}

/** The terms that the vocabulary has, out of those given, in the vocabulary's order. */
export function findTerms(database: Database, terms: string[]): Term[] {
  const sql = `SELECT term, text_records, around_records FROM vocabulary
    WHERE term IN (SELECT value FROM json_each(?)) ORDER BY number`;
  return database.all<TermRow>(sql, [JSON.stringify(terms)]).map(buildTerm);
}

/**
 * Enough for all but a term that stands in the names of very many declared speakers and sources. Each marker costs
 * FTS5 a step for each record that it finds.
 */
const MOST_MARKERS = 2000;

/**
 * Records that pass and hold all the terms of one alternative, in the corpus's order. Of a term that is in more than
 * MOST_MARKERS names, only the records of the first so many are found by name.
 */
export function findCandidates(
  database: Database,
  alternatives: string[][][],
  condition: Condition,
  limit: number,
): RecordNumber[] {
  const sought = alternatives.flat(2);
  const tokens = findTokens(database, sought);
  for (const phrase of sought.filter(isPhrase)) {
    if (phrase.split(" ").every((term) => tokens.has(term))) tokens.set(phrase, [phrase]);
  }
  const expression = alternatives
    .map((terms) => terms.map((spellings) => spellings.flatMap((spelling) => tokens.get(spelling) ?? [])))
    .filter((terms) => terms.length > 0 && terms.every((spellings) => spellings.length > 0))
    .map((terms) => terms.map((spellings) => `(${spellings.map(quote).join(" OR ")})`).join(" AND "))
    .map((conjunction) => `(${conjunction})`)
    .join(" OR ");
  if (expression === "") return [];
  const isOpen = condition.sql === "true";
  const found = `SELECT words.rowid AS number FROM words
    ${isOpen ? "" : "CROSS JOIN records ON records.number = words.rowid"}
    WHERE words MATCH ? AND ${condition.sql} ORDER BY words.rowid LIMIT ?`;
  const parameters: Value[] = [expression, ...condition.parameters, toLimit(limit)];
  // One row for all: a row costs the bindings more than a number costs SQLite.
  const rows = database.all<[string]>(`SELECT json_group_array(number) FROM (${found})`, parameters);
  return rows.flatMap(([numbers]): RecordNumber[] => JSON.parse(numbers));
}

/** For each term that the vocabulary has, what stands for it in `words`: itself and the markers of the names that hold it. */
function findTokens(database: Database, terms: string[]): Map<string, string[]> {
  const given = JSON.stringify([...new Set(terms.flatMap((term) => term.split(" ")))]);
  const known = database.all<[string]>("SELECT term FROM vocabulary WHERE term IN (SELECT value FROM json_each(?))", [
    given,
  ]);
  const tokens = new Map(known.map(([term]) => [term, [term]]));
  const names = `SELECT term, marker FROM name_terms WHERE term IN (SELECT value FROM json_each(?))`;
  for (const [term, marker] of database.iterate<[string, string]>(names, [given])) {
    const found = tokens.get(term);
    if (found !== undefined && found.length <= MOST_MARKERS) found.push(marker);
  }
  return tokens;
}

/** Whether a spelling is words side by side; FTS5 takes them as they are. */
function isPhrase(spelling: string): boolean {
  return spelling.includes(" ");
}

function quote(token: string): string {
  return `"${token.replaceAll('"', '""')}"`;
}

/** A limit as SQLite takes it: -1 is none. */
export function toLimit(limit: number): number {
  return Number.isFinite(limit) ? Math.max(0, Math.floor(limit)) : -1;
}
