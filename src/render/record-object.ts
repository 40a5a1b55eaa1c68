import type { CorpusRecord, Hit, Source, Speaker, Tag } from "../corpus/record.ts";
import { LISTING_FIELDS, selectFields } from "./fields.ts";

/** What can be listed. */
export type ListingKind = keyof typeof LISTING_FIELDS;
/** An entry of a listing. */
export type ListingEntry = Speaker | Source | Tag;

/** A hit as the record contract has it: keys in its order, absent rather than empty, the score to four decimals. */
export function buildRecordObject(hit: Hit, displayPath: (path: string) => string): Record<string, unknown> {
  const { record } = hit;
  return dropAbsent({
    id: record.id,
    kind: record.kind,
    text: record.text,
    lang: record.lang,
    speaker: record.speaker && buildSpeaker(record.speaker),
    claimed_by: record.claimed_by?.map(buildSpeaker),
    often_credited_to: record.often_credited_to?.map(buildSpeaker),
    date: record.date,
    place: record.place,
    source: record.source && buildSource(record.source),
    locator: record.locator,
    context: record.context,
    original: record.original && { lang: record.original.lang, text: record.original.text },
    translations: record.translations,
    tags: record.tags,
    status: record.status,
    ...collectExtensions(record),
    file: displayPath(record.file),
    line: record.line,
    score: hit.score === undefined ? undefined : Math.round(hit.score * 10_000) / 10_000,
    matches: hit.matches,
  });
}

/** The keys of the user's own that a record carries, as written. */
export function collectExtensions(record: CorpusRecord): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key.startsWith("x-")));
}

/** An entry of a listing with its keys in order, absent rather than empty. */
export function buildListingObject(kind: ListingKind, entry: ListingEntry): Record<string, unknown> {
  return selectFields(dropAbsent({ ...entry }), LISTING_FIELDS[kind]);
}

function buildSpeaker({ id, name, role }: { id?: string; name: string; role?: string }): Record<string, unknown> {
  return dropAbsent({ id, name, role });
}

function buildSource(source: NonNullable<CorpusRecord["source"]>): Record<string, unknown> {
  const { id, title, publisher, url, published, lang } = source;
  return dropAbsent({ id, title, publisher, url, published, lang });
}

/** An object without its keys that have no value. */
export function dropAbsent(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
