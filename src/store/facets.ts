import type { Source, Speaker, Tag } from "../corpus/record.ts";
import type { Condition } from "./filter.ts";
import { BY_FIRST_DAY, BY_LAST_DAY, writeDate } from "./period.ts";
import { buildSourceReference, buildSpeakerReference, SOURCE_COLUMNS, type SourceColumns } from "./records.ts";
import type { Database, Value } from "./sqlite.ts";
import type { Filter, SourceNames, SpeakerNames } from "./store.ts";

type Counts = [quotes: number | null, facts: number | null, first: number | null, last: number | null];

/** SQL for what is counted of records: first for each reference, from the index alone where all records pass. */
const COUNTS = `count(*) AS records, min(${BY_FIRST_DAY}) AS first, max(${BY_LAST_DAY}) AS last`;
/** SQL that sums up `parts`, several of which may be of one subject. */
const COUNTED = `counted AS (
  SELECT subject, total(records) FILTER (WHERE kind = 'quote') AS quotes,
    total(records) FILTER (WHERE kind = 'fact') AS facts, min(first) AS first, max(last) AS last
  FROM parts GROUP BY subject)`;
const PARTS = "parts (subject, kind, records, first, last)";

/** SQL that counts quotes by who said them and facts by each who claims them, for records that fulfil a condition. */
export const countAttributions = (condition: string): string => `
  SELECT speaker_references.speaker, kind, records, first, last FROM (
    SELECT speaker AS said, kind, ${COUNTS} FROM records WHERE kind = 'quote' AND ${condition} GROUP BY speaker
  ) JOIN speaker_references ON number = said
  UNION ALL SELECT speaker, 'fact', ${COUNTS} FROM (
    SELECT DISTINCT speaker_references.speaker, record, first_day, last_day
      FROM record_claimants JOIN records ON records.number = record_claimants.record
        JOIN speaker_references ON speaker_references.number = record_claimants.reference
      WHERE ${condition}
  ) GROUP BY speaker`;

function buildCounts([quotes, facts, first, last]: Counts): Pick<Tag, "quotes" | "facts" | "first" | "last"> {
  return {
    quotes: quotes ?? 0,
    facts: facts ?? 0,
    ...(first !== null && { first: writeDate(first) }),
    ...(last !== null && { last: writeDate(last) }),
  };
}

/** What nobody mentions is listed only where nothing is filtered out. */
function joinCounted({ sql }: Condition): string {
  return `${sql === "true" ? "LEFT" : ""} JOIN counted ON subject = number`;
}

/** The speakers of the records that pass - of those that the filter names, if it does -, in the corpus's order. */
export function listSpeakers(database: Database, filter: Filter, condition: Condition): Speaker[] {
  const rows = database.all<[Value, string | null, string, string | null, string | null, ...Counts]>(
    `WITH ${PARTS} AS (${countAttributions(condition.sql)}), ${COUNTED}
      SELECT number, id, name, role, aliases, quotes, facts, first, last
        FROM speakers ${joinCounted(condition)} ORDER BY number`,
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
  const rows = database.all<[...SourceColumns, ...Counts]>(
    `WITH ${PARTS} AS (
        SELECT source_references.source, kind, records, first, last FROM (
          SELECT source AS cited, kind, ${COUNTS} FROM records WHERE ${condition.sql} GROUP BY source, kind
        ) JOIN source_references ON number = cited
      ), ${COUNTED}
      SELECT ${SOURCE_COLUMNS}, quotes, facts, first, last FROM sources ${joinCounted(condition)} ORDER BY number`,
    condition.parameters,
  );
  return rows.map(([id, title, publisher, url, published, lang, ...counts]) => ({
    ...buildSourceReference([id, title, publisher, url, published, lang]),
    ...buildCounts(counts),
  }));
}

/** The tags of the records that pass, in the order of code points. */
export function listTags(database: Database, condition: Condition): Tag[] {
  const rows = database.all<[string, ...Counts]>(
    `WITH ${PARTS} AS (
        SELECT tag, kind, ${COUNTS} FROM record_tags JOIN records ON number = record WHERE ${condition.sql}
          GROUP BY tag, kind
      ), ${COUNTED}
      SELECT subject, quotes, facts, first, last FROM counted ORDER BY subject`,
    condition.parameters,
  );
  return rows.map(([tag, ...counts]) => ({ tag, ...buildCounts(counts) }));
}

/** All speakers with their names, in the corpus's order. */
export function listSpeakerNames(database: Database): SpeakerNames[] {
  const rows = database.all<[number, string | null, string, string | null, string | null, number]>(
    "SELECT number, id, name, role, aliases, records FROM speakers ORDER BY number",
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

/** SQL that counts the records of each value. */
const VALUES = {
  place: "SELECT place AS value, count(*) AS records FROM records",
  lang: "SELECT lang AS value, count(*) AS records FROM records",
  status: "SELECT status AS value, count(*) AS records FROM records",
  tag: "SELECT tag AS value, count(*) AS records FROM record_tags",
};

/** The values of a property, most frequent first, then in the order of code points. */
export function listValues(database: Database, property: keyof typeof VALUES): { value: string; records: number }[] {
  const sql = `${VALUES[property]} WHERE value IS NOT NULL GROUP BY value ORDER BY records DESC, value`;
  return database.all<[string, number]>(sql).map(([value, records]) => ({ value, records }));
}
