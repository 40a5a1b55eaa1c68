import { findPeriod } from "../corpus/date.ts";
import type { CorpusRecord } from "../corpus/record.ts";
import { compareText } from "../text/compare.ts";
import { fold } from "../text/fold.ts";

/** Compares two records by a key, those without it last in either direction; 0 leaves the order as it is. */
export function compareRecords(
  a: CorpusRecord,
  b: CorpusRecord,
  sort: "date" | "speaker" | "id",
  reverse: boolean,
): number {
  const [keyOfA, keyOfB] = [findKey(a, sort), findKey(b, sort)];
  if (keyOfA === undefined || keyOfB === undefined) return Number(keyOfA === undefined) - Number(keyOfB === undefined);
  const order = compareText(keyOfA, keyOfB);
  return reverse ? -order : order;
}

/** A text that sorts as the key does: days by their digits, names folded, ids by their code points. */
function findKey(record: CorpusRecord, sort: "date" | "speaker" | "id"): string | undefined {
  if (sort === "id") return record.id;
  if (sort === "speaker") {
    const name = record.speaker?.name ?? record.claimed_by?.[0]?.name;
    return name === undefined ? undefined : fold(name);
  }
  const period = record.date === undefined ? undefined : findPeriod(record.date);
  return period && `${String(period.first).padStart(8, "0")}${String(period.last).padStart(8, "0")}`;
}
