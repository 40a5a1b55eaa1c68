import { DATE_FORM } from "../text/date-form.ts";

/**
 * A full or partial date as it is written out in a language: `formatDate("2025-12", "fr")` gives `décembre 2025`. A date
 * that does not exist, and any date where the language is not known, stays as it is.
 */
export function formatDate(date: string, language: string | undefined): string {
  const [, year, month, day] = DATE_FORM.exec(date) ?? [];
  if (year === undefined || Number(year) === 0 || language === undefined || !isSupported(language)) return date;
  const instant = new Date(0);
  instant.setUTCFullYear(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  if (!instant.toISOString().startsWith(date)) return date;
  return new Intl.DateTimeFormat(language, {
    calendar: "gregory",
    timeZone: "UTC",
    year: "numeric",
    ...(month === undefined ? {} : { month: "long" }),
    ...(day === undefined ? {} : { day: "numeric" }),
  }).format(instant);
}

/** Asked first because Intl takes the language of the environment for one that it does not know, and throws at a bad tag. */
function isSupported(language: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
}
