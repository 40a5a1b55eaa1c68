import type { Diagnostic } from "../diagnostic.ts";
import { parseFact, parseQuote, parseSource, parseSpeaker, type Budget, type ParsedEntry } from "./entry.ts";
import type { FactEntry, QuoteEntry, SchemaIssue, SourceEntry, SpeakerEntry } from "./schema.ts";

/** An entry and where it starts. */
export interface Located<Entry> {
  entry: Entry;
  /** 1-based. */
  line: number;
  /** 0-based, in UTF-16 units after the BOM. */
  offset: number;
}

/** Entries of a file, in its order. */
export interface Batch {
  speakers: Located<SpeakerEntry>[];
  sources: Located<SourceEntry>[];
  quotes: Located<QuoteEntry>[];
  facts: Located<FactEntry>[];
  /** What is wrong with the file, unsorted; an entry with an error is left out. */
  diagnostics: Diagnostic[];
  /** Kinds of which entries may have been left out. */
  leftOut: Set<EntryKind>;
}

/** The kinds of entries, with the list that each stands in. */
export const LISTS = { speaker: "speakers", source: "sources", quote: "quotes", fact: "facts" } as const;
export type EntryKind = keyof typeof LISTS;
export const ENTRY_KINDS: readonly EntryKind[] = ["speaker", "source", "quote", "fact"];

/** A batch without entries: with diagnostics, that of a file that could not be read. */
export function createBatch(diagnostics: Diagnostic[] = []): Batch {
  const leftOut = new Set(diagnostics.length > 0 ? ENTRY_KINDS : []);
  return { speakers: [], sources: [], quotes: [], facts: [], diagnostics, leftOut };
}

/** Adds an entry to its list if it passes its checks; else gives what they found. */
export function addEntry(
  batch: Batch,
  kind: EntryKind,
  raw: unknown,
  at: { line: number; offset: number },
  budget: Budget,
): readonly SchemaIssue[] {
  const issues = addParsedEntry(batch, kind, raw, at, budget);
  if (issues.length > 0) batch.leftOut.add(kind);
  return issues;
}

function addParsedEntry(
  batch: Batch,
  kind: EntryKind,
  raw: unknown,
  at: { line: number; offset: number },
  budget: Budget,
): readonly SchemaIssue[] {
  switch (kind) {
    case "speaker":
      return addParsed(batch.speakers, parseSpeaker(raw, budget), at);
    case "source":
      return addParsed(batch.sources, parseSource(raw, budget), at);
    case "quote":
      return addParsed(batch.quotes, parseQuote(raw, budget), at);
    case "fact":
      return addParsed(batch.facts, parseFact(raw, budget), at);
  }
}

function addParsed<Entry>(
  list: Located<Entry>[],
  parsed: ParsedEntry<Entry>,
  { line, offset }: { line: number; offset: number },
): readonly SchemaIssue[] {
  if ("issues" in parsed) return parsed.issues;
  list.push({ entry: parsed.entry, line, offset });
  return [];
}
