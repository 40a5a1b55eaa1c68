/** Dates of the corpus: YYYY, YYYY-MM or YYYY-MM-DD in the proleptic Gregorian calendar, each a period of days. */

import { DATE_FORM } from "../text/date-form.ts";

/** A period of days, both ends included, as integers YYYYMMDD: the year 2025 is 20250101 to 20251231. */
export interface Period {
  first: number;
  last: number;
}

/** The days that a date covers; undefined when it is not of one of the three forms or not in the calendar. */
export function findPeriod(date: string): Period | undefined {
  const [, year, month, day] = DATE_FORM.exec(date) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return { first: join(year, 1, 1), last: join(year, 12, 31) };
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  const days = countDays(Number(year), Number(month));
  if (day === undefined) return { first: join(year, month, 1), last: join(year, month, days) };
  if (Number(day) < 1 || Number(day) > days) return undefined;
  return { first: join(year, month, day), last: join(year, month, day) };
}

function join(year: string, month: string | number, day: string | number): number {
  return Number(year) * 10_000 + Number(month) * 100 + Number(day);
}

function countDays(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}
