import type { Source, Speaker, Tag } from "../corpus/record.ts";
import type { Condition } from "./filter.ts";
import { BY_FIRST_DAY, BY_LAST_DAY, writeDate } from "./period.ts";
import { buildSourceReference, buildSpeakerReference, SOURCE_COLUMNS, type SourceColumns } from "./records.ts";
import type { Database, Value } from "./sqlite.ts";
import type { Filter, SourceNames, SpeakerNames } from "./store.ts";

/**
 * What is counted of a speaker, source or tag: its quotes, its facts, and the earliest and latest of their periods as period.ts
 * writes them.
 */
type Counts = [quotes: number | null, facts: number | null, first: number | null, last: number | null];
const COLUMNS = "quotes, facts, first, last";

/** SQL for what is counted of records: first for each reference, from the index alone where all records pass. */
const COUNTS = `count(*) AS records, min(${BY_FIRST_DAY}) AS first, max(${BY_LAST_DAY}) AS last`;

/** SQL that sums up what is selected as subject, kind, records, first and last: several rows may be of one subject. */
const sumUp = (parts: string): string => `
  SELECT subject, total(records) FILTER (WHERE kind = 'quote') AS quotes,
    total(records) FILTER (WHERE kind = 'fact') AS facts, min(first) AS first, max(last) AS last
  FROM (${parts}) GROUP BY subject`;

/** SQL that counts quotes by who said them and facts by each who claims them, for records that fulfil a condition. */
const countSpeakers = (condition: string): string =>
  sumUp(`
    SELECT speaker_references.speaker AS subject, kind, records, first, last FROM (
      SELECT speaker AS said, kind, ${COUNTS} FROM records WHERE kind = 'quote' AND ${condition} GROUP BY speaker
    ) JOIN speaker_references ON number = said
    UNION ALL SELECT speaker, 'fact', ${COUNTS} FROM (
      SELECT DISTINCT speaker_references.speaker, record, first_day, last_day
        FROM record_claimants JOIN records ON records.number = record_claimants.record
          JOIN speaker_references ON speaker_references.number = record_claimants.reference
        WHERE ${condition}
    ) GROUP BY speaker`);

const countSources = (condition: string): string =>
  sumUp(`
    SELECT source_references.source AS subject, kind, records, first, last FROM (
      SELECT source AS cited, kind, ${COUNTS} FROM records WHERE ${condition} GROUP BY source, kind
    ) JOIN source_references ON number = cited`);

const countTags = (condition: string): string =>
  sumUp(`
    SELECT tag AS subject, kind, ${COUNTS} FROM record_tags JOIN records ON number = record WHERE ${condition}
      GROUP BY tag, kind`);

/** Counts all records by speaker, source, tag, place, language and status, for listings without a filter. */
export function countAll(database: Database): void {
  for (const [table, counted] of [
    ["speakers", countSpeakers("true")],
    ["sources", countSources("true")],
  ]) {
    database.exec(`
      UPDATE ${table} SET (${COLUMNS}) = (counted.quotes, counted.facts, counted.first, counted.last)
        FROM (${counted}) AS counted WHERE subject = number`);
  }
  database.exec(`
    INSERT INTO tags (tag, ${COLUMNS}) ${countTags("true")};
    INSERT INTO property_values SELECT 'tag', tag, quotes + facts FROM tags;
    CREATE TEMP TABLE combinations AS
      SELECT place, lang, status, count(*) AS records FROM records GROUP BY place, lang, status;
  `);
  for (const property of ["place", "lang", "status"]) {
    database.exec(`
      INSERT INTO property_values SELECT '${property}', ${property}, sum(records) FROM combinations
        WHERE ${property} IS NOT NULL GROUP BY ${property}`);
  }
  database.exec("DROP TABLE combinations");
}

function buildCounts([quotes, facts, first, last]: Counts): Pick<Tag, "quotes" | "facts" | "first" | "last"> {
  return {
    quotes: quotes ?? 0,
    facts: facts ?? 0,
    ...(first !== null && { first: writeDate(first) }),
    ...(last !== null && { last: writeDate(last) }),
  };
}

/** SQL for `columns` of a table beside their counts: those of all records are there already, with what nobody mentions. */
function selectCounted(table: string, columns: string, { sql }: Condition, counted: (sql: string) => string): string {
  return sql === "true"
    ? `SELECT ${columns}, ${COLUMNS} FROM ${table} ORDER BY number`
    : `SELECT ${columns}, counted.quotes, counted.facts, counted.first, counted.last
        FROM ${table} JOIN (${counted(sql)}) AS counted ON subject = number ORDER BY number`;
}

/** The speakers of the records that pass - of those that the filter names, if it does -, in the corpus's order. */
export function listSpeakers(database: Database, filter: Filter, condition: Condition): Speaker[] {
  const rows = database.all<[Value, string | null, string, string | null, string | null, ...Counts]>(
    selectCounted("speakers", "number, id, name, role, aliases", condition, countSpeakers),
    [...condition.parameters, ...condition.parameters],
  );
  const named = filter.speakers && new Set<Value>(filter.speakers);
  return rows
    .filter(([number]) => named?.has(number) ?? true)
    .map(([, id, name, role, aliases, ...counts]) => ({
      ...buildSpeakerReference(id, name, role),
      ...(aliases !== null && { aliases: JSON.parse(aliases) }),
      ...buildCounts(counts),
    }));
}

/** The sources of the records that pass, in the corpus's order. */
export function listSources(database: Database, condition: Condition): Source[] {
  const sql = selectCounted("sources", SOURCE_COLUMNS, condition, countSources);
  const rows = database.all<[...SourceColumns, ...Counts]>(sql, condition.parameters);
  return rows.map(([id, title, publisher, url, published, lang, ...counts]) => ({
    ...buildSourceReference([id, title, publisher, url, published, lang]),
    ...buildCounts(counts),
  }));
}

/** The tags of the records that pass, in the order of code points. */
export function listTags(database: Database, condition: Condition): Tag[] {
  const sql =
    condition.sql === "true"
      ? `SELECT tag, ${COLUMNS} FROM tags ORDER BY tag`
      : `${countTags(condition.sql)} ORDER BY subject`;
  return database.all<[string, ...Counts]>(sql, condition.parameters).map(([tag, ...counts]) => ({
    tag,
    ...buildCounts(counts),
  }));
}

/** All speakers with their names, in the corpus's order. */
export function listSpeakerNames(database: Database): SpeakerNames[] {
  const rows = database.all<[number, string | null, string, string | null, string | null, number]>(
    "SELECT number, id, name, role, aliases, quotes + facts FROM speakers ORDER BY number",
  );
  return rows.map(([number, id, name, role, aliases, records]) => ({
    number,
    ...buildSpeakerReference(id, name, role),
    aliases: aliases === null ? [] : JSON.parse(aliases),
    records,
  }));
}

/** All sources with their names, in the corpus's order. */
export function listSourceNames(database: Database): SourceNames[] {
  const rows = database.all<[number, ...SourceColumns]>(
    `SELECT number, ${SOURCE_COLUMNS} FROM sources ORDER BY number`,
  );
  return rows.map(([number, id, title, publisher, url]) => ({
    number,
    ...buildSourceReference([id, title, publisher, url, null, null]),
  }));
}

/** The values of a property, most frequent first, then in the order of code points. */
export function listValues(
  database: Database,
  property: "place" | "lang" | "status" | "tag",
): { value: string; records: number }[] {
  const sql = "SELECT value, records FROM property_values WHERE property = ? ORDER BY records DESC, value";
  return database.all<[string, number]>(sql, [property]).map(([value, records]) => ({ value, records }));
}
