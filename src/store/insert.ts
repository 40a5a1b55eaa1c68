import { findPeriod } from "../corpus/date.ts";
import type { CorpusFile } from "../corpus/discover.ts";
import type { Kind } from "../corpus/kind.ts";
import type { Batch, Located } from "../corpus/read.ts";
import type { FactEntry, QuoteEntry } from "../corpus/schema.ts";
import { splitTerms } from "../text/fold.ts";
import { openBulkInsert, type BulkInsert } from "./bulk.ts";
import { RECORDS_PER_FILE } from "./slots.ts";
import type { Database } from "./sqlite.ts";
import { SOURCE_MARKER, SPEAKER_MARKER } from "./tables.ts";

/** What quotes and facts may hold. */
type RecordEntry = Omit<QuoteEntry & FactEntry, "status"> & { status?: string | undefined };

/** Writes the entries of one file, batch after batch. */
export interface FileWriter {
  write(batch: Batch): void;
  /** Writes what is still held back, once all batches are written. */
  finish(): void;
}

/** Numbers of the distinct references that records make, over all files. */
export interface ReferenceNumbers {
  speaker(reference: string, format: CorpusFile["format"]): number;
  source(reference: string, format: CorpusFile["format"]): number;
  /** Writes what is still held back, once all files are written. */
  finish(): void;
}

/** Enough for nearly every corpus; where it is not, numbers are looked up in the database again. */
const REMEMBERED = 200_000;

/** The references' numbers; a reference that is new gets one. */
export function openReferenceNumbers(database: Database): ReferenceNumbers {
  const speakers = openReferences(database, "speaker_references (number, reference, format)");
  const sources = openReferences(database, "source_references (number, reference, format)");
  return {
    speaker: speakers.number,
    source: sources.number,
    finish: () => {
      speakers.rows.flush();
      sources.rows.flush();
    },
  };
}

function openReferences(database: Database, table: string) {
  const rows = openBulkInsert(database, table, 3);
  const name = table.split(" ", 1)[0];
  let last = database.all<[number | null]>(`SELECT max(number) FROM ${name}`)[0]?.[0] ?? 0;
  let isComplete = last === 0;
  const remembered = {
    yaml: new Map<string, number>(),
    json: new Map<string, number>(),
    jsonl: new Map<string, number>(),
  };
  const look = (reference: string, format: string): number | undefined => {
    if (isComplete) return undefined;
    rows.flush();
    const sql = `SELECT number FROM ${name} WHERE reference = ? AND format = ?`;
    return database.all<[number]>(sql, [reference, format])[0]?.[0];
  };
  const add = (reference: string, format: string): number => {
    rows.add([++last, reference, format]);
    return last;
  };
  const number = (reference: string, format: CorpusFile["format"]): number => {
    const numbers = remembered[format];
    const known = numbers.get(reference);
    if (known !== undefined) return known;
    const found = look(reference, format) ?? add(reference, format);
    if (numbers.size >= REMEMBERED) {
      numbers.clear();
      isComplete = false;
    }
    numbers.set(reference, found);
    return found;
  };
  return { rows, number };
}

/**
 * Whether a reference may be the id of something that is declared elsewhere: then its own letters say nothing. Anything else is
 * a name or an address, whose words are known at once.
 */
export function mayBeId(reference: string): boolean {
  return /^[a-z0-9._-]+$/u.test(reference);
}

/** A writer for a file whose records are numbered from its slot on. */
export function openFileWriter(
  database: Database,
  references: ReferenceNumbers,
  file: CorpusFile,
  slot: number,
): FileWriter {
  let number = slot * RECORDS_PER_FILE;
  const records = openBulkInsert(database, "records", 11);
  const entries = openBulkInsert(database, "entries", 2);
  const tags = openBulkInsert(database, "record_tags", 2);
  const claimants = openBulkInsert(database, "record_claimants", 2);
  const credits = openBulkInsert(database, "record_credits", 2);
  database.run("INSERT INTO files VALUES (?, ?, ?)", [slot, file.path, file.format]);

  const writeSpeakers = (list: string[] | undefined, table: BulkInsert): number[] => {
    const numbers = (list ?? []).map((reference) => references.speaker(reference, file.format));
    for (const reference of numbers) table.add([reference, number]);
    return numbers;
  };

  const writeRecord = (kind: Kind, entry: RecordEntry, line: number): void => {
    number++;
    const said = entry.speaker === undefined ? undefined : references.speaker(entry.speaker, file.format);
    const claimed = writeSpeakers(entry.claimed_by, claimants);
    const credited = writeSpeakers(entry.often_credited_to, credits);
    const source = entry.source === undefined ? undefined : references.source(entry.source, file.format);
    const period = entry.date === undefined ? undefined : findPeriod(entry.date);
    for (const tag of entry.tags ?? []) tags.add([tag, number]);
    records.add([
      number,
      entry.id,
      kind,
      line,
      said ?? claimed[0] ?? null,
      source ?? null,
      period?.first ?? null,
      period?.last ?? null,
      entry.lang ?? null,
      entry.place ?? null,
      entry.status ?? null,
    ]);
    entries.add([number, JSON.stringify(entry)]);
    let around = splitTerms(joinSurroundings(entry)).join(" ");
    if (said !== undefined) around += ` ${SPEAKER_MARKER}${said}`;
    for (const speaker of [...claimed, ...credited]) around += ` ${SPEAKER_MARKER}${speaker}`;
    if (source !== undefined) around += ` ${SOURCE_MARKER}${source}`;
    // Not in bulk: FTS5 writes out what it has gathered before each statement that could fail halfway.
    const insert = "INSERT INTO words (rowid, text, around) VALUES (?, ?, ?)";
    database.run(insert, [number, splitTerms(entry.text).join(" "), around]);
  };

  const writeDeclared = (table: string, declared: Located<object>[]): void => {
    for (const { entry } of declared) {
      database.run(`INSERT INTO ${table} VALUES (?, ?)`, [++number, JSON.stringify(entry)]);
    }
  };

  return {
    write: (batch) => {
      writeDeclared("declared_speakers", batch.speakers);
      writeDeclared("declared_sources", batch.sources);
      const facts = batch.facts.values();
      let fact = facts.next().value;
      for (const { entry, line, offset } of batch.quotes) {
        for (; fact && fact.offset < offset; fact = facts.next().value) writeRecord("fact", fact.entry, fact.line);
        writeRecord("quote", entry, line);
      }
      for (; fact; fact = facts.next().value) writeRecord("fact", fact.entry, fact.line);
    },
    finish: () => {
      for (const table of [records, entries, tags, claimants, credits]) table.flush();
    },
  };
}

/** What stands around a record's own words, save names that may be ids. */
function joinSurroundings(entry: RecordEntry): string {
  const people = [entry.speaker, ...(entry.claimed_by ?? []), ...(entry.often_credited_to ?? []), entry.source];
  const parts = people.filter((reference) => reference !== undefined && !mayBeId(reference));
  parts.push(
    ...Object.values(entry.translations ?? {}),
    entry.original?.text,
    entry.context,
    entry.place,
    entry.locator,
  );
  return [...parts, ...(entry.tags ?? [])].filter((part) => part !== undefined).join("\n");
}
