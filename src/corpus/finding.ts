import type { Batch, EntryKind, Located } from "./batch.ts";
import type { CorpusFile } from "./discover.ts";
import type { Fault, Path } from "./fault.ts";
import type { ReferenceIndex } from "./references.ts";
import type { SourceEntry, SpeakerEntry } from "./schema.ts";

/** The place of an entry. */
export interface Anchor {
  file: CorpusFile;
  /** 1-based. */
  line: number;
  /** 0-based, in UTF-16 units after the BOM. */
  offset: number;
}

/** The place of a value in an entry. */
export interface Spot {
  anchor: Anchor;
  path: Path;
}

/** Something wrong with entries that are well-formed, each for itself. */
export interface Finding extends Omit<Fault, "path" | "isKey"> {
  spot: Spot;
  related?: { spot: Spot; message: string }[];
}

/** An entry that others refer to. */
interface Declaration<Entry> {
  entry: Entry;
  anchor: Anchor;
}

/** What is known when all files have been read. */
export interface Declarations {
  speakers: Declaration<SpeakerEntry>[];
  sources: Declaration<SourceEntry>[];
  speakerIndex: ReferenceIndex<SpeakerEntry>;
  sourceIndex: ReferenceIndex<SourceEntry>;
  /** Kinds of which entries may be missing, for an error in them. */
  leftOut: ReadonlySet<EntryKind>;
}

/** A family of rules: it sees all batches of a corpus and remembers no more of them than it needs. */
export interface RuleFamily {
  visit(batch: Batch, file: CorpusFile): void;
  finish(declarations: Declarations): Finding[];
}

/** The place of an entry of a file. */
export function anchorOf({ line, offset }: Located<unknown>, file: CorpusFile): Anchor {
  return { file, line, offset };
}
