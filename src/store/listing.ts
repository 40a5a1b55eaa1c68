import type { CorpusRecord } from "../corpus/record.ts";
import type { Condition } from "./filter.ts";
import { readRecords } from "./records.ts";
import type { Database } from "./sqlite.ts";
import type { RecordNumber, SortKey } from "./store.ts";
import { toLimit } from "./terms.ts";

const BATCH = 256;

/** How each sort key orders the records that have it. */
const ORDERS: Record<SortKey, { join: string; keys: string[] }> = {
  corpus: { join: "", keys: ["records.number"] },
  date: { join: "", keys: ["first_day", "last_day"] },
  id: { join: "", keys: ["records.id"] },
  speaker: {
    join: `LEFT JOIN speaker_references ON speaker_references.number = records.speaker
      LEFT JOIN speakers ON speakers.number = speaker_references.speaker`,
    keys: ["folded_name", "speakers.number"],
  },
};

/**
 * The records that pass, read in batches: only their numbers are held all at once. Ties, and records without the key, which
 * come last, are in the corpus's order in either direction.
 */
export async function* listRecords(
  database: Database,
  condition: Condition,
  sort: SortKey,
  reverse: boolean,
  limit: number,
): AsyncGenerator<CorpusRecord> {
  const { join, keys } = ORDERS[sort];
  const order = keys.map((key) => `${key} ${reverse ? "DESC" : "ASC"} NULLS LAST`).join(", ");
  const sql = `SELECT records.number FROM records ${join} WHERE ${condition.sql} ORDER BY ${order}, records.number LIMIT ?`;
  const numbers: RecordNumber[] = [];
  for (const [number] of database.iterate<[number]>(sql, [...condition.parameters, toLimit(limit)]))
    numbers.push(number);
  for (let at = 0; at < numbers.length; at += BATCH) yield* readRecords(database, numbers.slice(at, at + BATCH));
}

/** Number of records that pass. */
export function countRecords(database: Database, { sql, parameters }: Condition): number {
  return database.all<[number]>(`SELECT count(*) FROM records WHERE ${sql}`, parameters)[0]?.[0] ?? 0;
}

/** The record at a 0-based index among those that pass, in the corpus's order. */
export function readRecordAt(
  database: Database,
  { sql, parameters }: Condition,
  index: number,
): CorpusRecord | undefined {
  const query = `SELECT number FROM records WHERE ${sql} ORDER BY number LIMIT 1 OFFSET ?`;
  const found = database.all<[RecordNumber]>(query, [...parameters, index]);
  return readRecords(database, found.flat())[0];
}

/** The records with these ids, in the order of the ids. */
export function findRecordsById(database: Database, ids: string[]): CorpusRecord[] {
  const sql = "SELECT number FROM json_each(?) CROSS JOIN records ON records.id = value ORDER BY key";
  return readRecords(database, database.all<[RecordNumber]>(sql, [JSON.stringify(ids)]).flat());
}
