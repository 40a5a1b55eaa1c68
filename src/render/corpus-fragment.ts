import type { CorpusRecord, SourceReference, SpeakerReference } from "../corpus/record.ts";
import { collectExtensions } from "./record-object.ts";

/** The lists of a corpus file, as plain values; a list is absent where it would be empty. */
export interface CorpusFragment {
  speakers?: object[];
  sources?: object[];
  quotes?: object[];
  facts?: object[];
}

/** What the corpus would take for an id that nothing bears, and so refuse, where it stands undeclared. */
const ID_SHAPE = /^[a-z0-9]+([._-][a-z0-9]+)*$/;
/** The ids that a corpus file may give; records of imported sets are called by file and line, which may be none. */
const VALID_ID = /^[^\s"']+$/u;

/**
 * The records as a corpus file that loads again to the same records: with the declared speakers and sources that they
 * refer to, by id, and plain names for the others. Neither the place in the old file nor the score is part of it.
 */
export function buildCorpusFragment(records: readonly CorpusRecord[]): CorpusFragment {
  const speakers = new Map<string, object>();
  const sources = new Map<string, object>();
  const referToSpeaker = ({ id, name, role }: SpeakerReference): string => {
    const reference = id ?? name;
    if (id !== undefined || ID_SHAPE.test(name)) speakers.set(reference, dropAbsent({ id: reference, name, role }));
    return reference;
  };
  const referToSource = ({ id, title, publisher, url, published, lang }: SourceReference): string | undefined => {
    const reference = id ?? title ?? url ?? publisher;
    if (reference !== undefined && (id !== undefined || ID_SHAPE.test(reference))) {
      sources.set(reference, dropAbsent({ id: reference, title, publisher, url, published, lang }));
    }
    return reference;
  };
  const buildEntry = (record: CorpusRecord): object =>
    dropAbsent({
      id: VALID_ID.test(record.id) ? record.id : undefined,
      text: record.text,
      speaker: record.speaker && referToSpeaker(record.speaker),
      claimed_by: record.claimed_by?.map(referToSpeaker),
      often_credited_to: record.often_credited_to?.map(referToSpeaker),
      date: record.date,
      place: record.place,
      source: record.source && referToSource(record.source),
      locator: record.locator,
      context: record.context,
      lang: record.lang,
      original: record.original,
      translations: record.translations,
      tags: record.tags,
      status: record.status,
      ...collectExtensions(record),
    });
  const quotes = records.filter(({ kind }) => kind === "quote").map(buildEntry);
  const facts = records.filter(({ kind }) => kind === "fact").map(buildEntry);
  const lists = { speakers: [...speakers.values()], sources: [...sources.values()], quotes, facts };
  if (records.length === 0) return { quotes: [] };
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}

function dropAbsent(entry: Record<string, unknown>): object {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
}
