/**
 * Periods as the store orders them. `records.first_day` and `last_day` (each YYYYMMDD) have the year in common, so that one
 * number of twelve digits holds both: the year, month and day that are compared first, then the other month and day.
 */

/** SQL for a number that orders periods by first and then last day. */
export const BY_FIRST_DAY = "(first_day * 10000 + last_day % 10000)";
/** SQL for a number that orders periods by last and then first day. */
export const BY_LAST_DAY = "(last_day * 10000 + first_day % 10000)";

const NEW_YEAR = 101;
const NEW_YEARS_EVE = 1231;

/** The date, as the corpus writes it, of a number made by BY_FIRST_DAY or BY_LAST_DAY: a day, a month or a year. */
export function writeDate(ordering: number): string {
  const ends = [Math.floor(ordering / 10_000) % 10_000, ordering % 10_000];
  const first = Math.min(...ends);
  const last = Math.max(...ends);
  const digits = String(Math.floor(ordering / 100_000_000) * 10_000 + first).padStart(8, "0");
  const year = digits.slice(0, 4);
  if (first === NEW_YEAR && last === NEW_YEARS_EVE) return year;
  const month = `${year}-${digits.slice(4, 6)}`;
  return first === last ? `${month}-${digits.slice(6)}` : month;
}
