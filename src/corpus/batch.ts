import type { Diagnostic } from "../diagnostic.ts";
import { parseFact, parseQuote, parseSource, parseSpeaker, type Budget, type ParsedEntry } from "./entry.ts";
import { listPaths } from "./salvage.ts";
import type { FactEntry, QuoteEntry, SchemaIssue, SourceEntry, SpeakerEntry } from "./schema.ts";

/** An entry and where it starts. */
export interface Located<Entry> {
  entry: Entry;
  /** Whether this is only what passed of an entry with faults, for rules to judge (see salvage.ts). */
  isPartial: boolean;
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
  /** What is wrong with the file, unsorted. With an error among them, entries may be partial or left out. */
  diagnostics: Diagnostic[];
  /** Kinds of which entries, or values that they refer to each other by, may have been left out. */
  leftOut: Set<EntryKind>;
}

/** The kinds of entries, with the list that each stands in. */
export const LISTS = { speaker: "speakers", source: "sources", quote: "quotes", fact: "facts" } as const;
/** A kind of entry. */
export type EntryKind = keyof typeof LISTS;
/** The kinds of entries, those first that others refer to. */
export const ENTRY_KINDS: readonly EntryKind[] = ["speaker", "source", "quote", "fact"];

/** A batch without entries: with diagnostics, that of a file that could not be read. */
export function createBatch(diagnostics: Diagnostic[] = []): Batch {
  const leftOut = new Set(diagnostics.length > 0 ? ENTRY_KINDS : []);
  return { speakers: [], sources: [], quotes: [], facts: [], diagnostics, leftOut };
}

/** Values that play no part in who and what entries refer to: that one is missing makes no other entry look unused. */
const SELF_CONTAINED: ReadonlySet<unknown> = new Set([
  "date",
  "lang",
  "locator",
  "original",
  "place",
  "published",
  "publisher",
  "role",
  "status",
  "tags",
  "translations",
]);

/** Adds an entry, or what passed of it, to its list, and gives what its checks found. */
export function addEntry(
  batch: Batch,
  kind: EntryKind,
  raw: unknown,
  { line, offset }: { line: number; offset: number },
  budget: Budget,
): readonly SchemaIssue[] {
  const add = <Entry>(list: Located<Entry>[], parsed: ParsedEntry<Entry>): readonly SchemaIssue[] => {
    if ("entry" in parsed) {
      list.push({ entry: parsed.entry, isPartial: false, line, offset });
      return [];
    }
    const { issues, partial } = parsed;
    if (partial !== undefined) list.push({ entry: partial, isPartial: true, line, offset });
    const isMissed = partial === undefined || listPaths(issues).some(([key]) => !SELF_CONTAINED.has(key));
    if (isMissed) batch.leftOut.add(kind);
    return issues;
  };
  switch (kind) {
    case "speaker":
      return add(batch.speakers, parseSpeaker(raw, budget));
    case "source":
      return add(batch.sources, parseSource(raw, budget));
    case "quote":
      return add(batch.quotes, parseQuote(raw, budget));
    case "fact":
      return add(batch.facts, parseFact(raw, budget));
  }
}
