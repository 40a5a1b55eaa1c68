import { findPeriod, type Period } from "../corpus/date.ts";
import { UserError } from "../diagnostic.ts";
import type { Value } from "./sqlite.ts";
import type { Filter } from "./store.ts";

/** A condition on `records` and the values of its parameters, in order. */
export interface Condition {
  sql: string;
  parameters: Value[];
}

const ONE_OF = "IN (SELECT value FROM json_each(?))";
const SAID_OR_CLAIMED = `records.number IN (
  SELECT records.number FROM speaker_references JOIN records ON records.speaker = speaker_references.number
    WHERE speaker_references.speaker ${ONE_OF}
  UNION SELECT record FROM speaker_references JOIN record_claimants
    ON record_claimants.reference = speaker_references.number WHERE speaker_references.speaker ${ONE_OF})`;
const CITED = `records.source IN (SELECT number FROM source_references WHERE source ${ONE_OF})`;
const TAGGED = `records.number IN (SELECT record FROM record_tags WHERE tag ${ONE_OF})`;

/**
 * The SQL of a filter; "true" where all records pass.
 *
 * @throws UserError for a date that is none.
 */
export function buildCondition(filter: Filter): Condition {
  const terms: string[] = [];
  const parameters: Value[] = [];
  const add = (sql: string, values: unknown[] | undefined): void => {
    if (values === undefined) return;
    terms.push(sql);
    for (let at = sql.indexOf("?"); at >= 0; at = sql.indexOf("?", at + 1)) parameters.push(JSON.stringify(values));
  };
  add(`records.kind ${ONE_OF}`, filter.kinds);
  add(SAID_OR_CLAIMED, filter.speakers);
  add(CITED, filter.sources);
  add(TAGGED, filter.tags);
  add(`records.lang ${ONE_OF}`, filter.langs);
  add(`records.place ${ONE_OF}`, filter.places);
  add(`records.status ${ONE_OF}`, filter.statuses);
  if (filter.since !== undefined) {
    terms.push("records.last_day >= ?");
    parameters.push(parsePeriod(filter.since).first);
  }
  if (filter.until !== undefined) {
    terms.push("records.first_day <= ?");
    parameters.push(parsePeriod(filter.until).last);
  }
  return { sql: terms.join(" AND ") || "true", parameters };
}

function parsePeriod(date: string): Period {
  const period = findPeriod(date);
  if (period === undefined) throw new UserError(`not a date: ${date}`, "expected YYYY, YYYY-MM or YYYY-MM-DD");
  return period;
}
