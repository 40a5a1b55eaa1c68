import type { CorpusRecord, SourceReference, SpeakerReference } from "../corpus/record.ts";
import type { Kind } from "../corpus/kind.ts";
import type { Database } from "./sqlite.ts";
import type { RecordNumber } from "./store.ts";

type RecordRow = [number: number, id: string, kind: Kind, file: string, line: number, entry: string];

/** A quote or fact as `entries` holds it: references are as they were written. */
type StoredEntry = Omit<
  CorpusRecord,
  "kind" | "speaker" | "claimed_by" | "often_credited_to" | "source" | "file" | "line"
> & {
  speaker?: string;
  claimed_by?: string[];
  often_credited_to?: string[];
  source?: string;
};

/** The records of these numbers, in this order; a number that no record has gives none. */
export function readRecords(database: Database, numbers: RecordNumber[]): CorpusRecord[] {
  const rows = database.all<RecordRow>(
    `SELECT records.number, records.id, kind, files.path, line, entry
      FROM json_each(?) CROSS JOIN records ON records.number = value CROSS JOIN entries ON entries.number = value
        CROSS JOIN files ON files.number = value >> 28`,
    [JSON.stringify(numbers)],
  );
  const entries = rows.map((row): StoredEntry => JSON.parse(row[5]));
  const speakers = readSpeakers(database, entries);
  const sources = readSources(database, entries);
  const records = new Map<RecordNumber, CorpusRecord>();
  rows.forEach(([number, id, kind, file, line], index) => {
    const entry = entries[index];
    if (entry !== undefined) records.set(number, { ...buildRecord(entry, id, kind, speakers, sources), file, line });
  });
  return numbers.flatMap((number) => records.get(number) ?? []);
}

type References<Reference> = ReadonlyMap<string, Reference>;

function buildRecord(
  entry: StoredEntry,
  id: string,
  kind: Kind,
  speakers: References<SpeakerReference>,
  sources: References<SourceReference>,
): Omit<CorpusRecord, "file" | "line"> {
  const { id: _, text, lang, speaker, claimed_by, often_credited_to, date, place, source, ...others } = entry;
  const findSpeaker = (reference: string): SpeakerReference => speakers.get(reference) ?? { name: reference };
  return {
    id,
    kind,
    text,
    ...(lang !== undefined && { lang }),
    ...(speaker !== undefined && { speaker: findSpeaker(speaker) }),
    ...(claimed_by && { claimed_by: claimed_by.map(findSpeaker) }),
    ...(often_credited_to && { often_credited_to: often_credited_to.map(findSpeaker) }),
    ...(date !== undefined && { date }),
    ...(place !== undefined && { place }),
    ...(source !== undefined && { source: sources.get(source) ?? { title: source } }),
    ...others,
  };
}

function readSpeakers(database: Database, entries: StoredEntry[]): References<SpeakerReference> {
  const given = entries.flatMap(({ speaker, claimed_by = [], often_credited_to = [] }) => [
    ...(speaker === undefined ? [] : [speaker]),
    ...claimed_by,
    ...often_credited_to,
  ]);
  const rows = database.all<[string, string | null, string, string | null]>(
    `SELECT reference, speakers.id, name, role FROM json_each(?) CROSS JOIN speaker_references ON reference = value
      CROSS JOIN speakers ON speakers.number = speaker`,
    [JSON.stringify([...new Set(given)])],
  );
  return new Map(rows.map(([reference, id, name, role]) => [reference, buildSpeakerReference(id, name, role)]));
}

/** A speaker as records refer to it, from the columns of `speakers`. */
export function buildSpeakerReference(id: string | null, name: string, role: string | null): SpeakerReference {
  return { ...(id !== null && { id }), name, ...(role !== null && { role }) };
}

function readSources(database: Database, entries: StoredEntry[]): References<SourceReference> {
  const given = entries.flatMap(({ source }) => source ?? []);
  const rows = database.all<[string, ...SourceColumns]>(
    `SELECT reference, ${SOURCE_COLUMNS} FROM json_each(?) CROSS JOIN source_references ON reference = value
      CROSS JOIN sources ON sources.number = source`,
    [JSON.stringify([...new Set(given)])],
  );
  return new Map(rows.map(([reference, ...columns]) => [reference, buildSourceReference(columns)]));
}

type Text = string | null;
/** What SOURCE_COLUMNS selects. */
export type SourceColumns = [id: Text, title: Text, publisher: Text, url: Text, published: Text, lang: Text];
/** SQL for the columns of `sources` that a record's source has. */
export const SOURCE_COLUMNS = "sources.id, title, publisher, url, published, sources.lang";

/** A source as records refer to it. */
export function buildSourceReference([id, title, publisher, url, published, lang]: SourceColumns): SourceReference {
  return {
    ...(id !== null && { id }),
    ...(title !== null && { title }),
    ...(publisher !== null && { publisher }),
    ...(url !== null && { url }),
    ...(published !== null && { published }),
    ...(lang !== null && { lang }),
  };
}
