import type { Database } from "./sqlite.ts";
import type { Term } from "./store.ts";
import { buildTerm, toLimit, type TermRow } from "./terms.ts";

/** Beginnings of these lengths, in UTF-16 units, have their most frequent terms listed if more than so many share them. */
export const PREFIX_LENGTHS = [1, 2, 3];
export const MANY_TERMS = 1000;
/** Terms in such a list. */
export const MOST_FREQUENT = 100;

/** The terms that start so, most frequent first, then in the vocabulary's order. */
export function findTermsByPrefix(database: Database, prefix: string, limit: number): Term[] {
  const listed =
    limit <= MOST_FREQUENT && PREFIX_LENGTHS.includes(prefix.length)
      ? database.all<TermRow>(LISTED, [prefix, toLimit(limit)])
      : [];
  const rows =
    listed.length > 0 ? listed : database.all<TermRow>(STARTING, [prefix, `${prefix}\u{10ffff}`, toLimit(limit)]);
  return rows.map(buildTerm);
}

const LISTED = `SELECT term, text_records, around_records
  FROM prefixes CROSS JOIN json_each(terms) CROSS JOIN vocabulary ON number = value WHERE prefix = ? ORDER BY key LIMIT ?`;
const STARTING = `SELECT term, text_records, around_records FROM vocabulary WHERE term >= ? AND term < ?
  ORDER BY text_records + around_records DESC, number LIMIT ?`;
