import { splitTerms } from "../text/fold.ts";
import { looksLikeId } from "../text/id-form.ts";
import type { CorpusFile } from "./discover.ts";
import type { SourceEntry, SpeakerEntry } from "./schema.ts";

/**
 * What a `speaker:`, `claimed_by:` or `source:` value stands for: an entry that the corpus declares, a plain name that
 * it does not, or an id that nothing bears (which is an error).
 */
export type Resolution<Entry> = { declared: Entry } | { undeclared: string } | { unknown: string };

/** The declared speakers or sources, by whatever they may be referred to. */
export interface ReferenceIndex<Entry> {
  /**
   * @param format Of the file the reference stands in: imported sets (JSON Lines) call people by names that look like
   * ids, so there nothing is an unknown id.
   */
  resolve(reference: string, format: CorpusFile["format"]): Resolution<Entry>;
}

/** Finds speakers by exact id, else by name, else by alias, the latter two folded. The first declared wins. */
export function buildSpeakerIndex(speakers: readonly SpeakerEntry[]): ReferenceIndex<SpeakerEntry> {
  const byId = new Map<string, SpeakerEntry>();
  const byName = new Map<string, SpeakerEntry>();
  const byAlias = new Map<string, SpeakerEntry>();
  for (const speaker of speakers) {
    setFirst(byId, speaker.id, speaker);
    setFirst(byName, foldName(speaker.name), speaker);
    for (const alias of speaker.aliases ?? []) setFirst(byAlias, foldName(alias), speaker);
  }
  return {
    resolve(reference, format) {
      const folded = foldName(reference);
      const declared = byId.get(reference) ?? byName.get(folded) ?? byAlias.get(folded);
      return declared ? { declared } : judgeUnresolved(reference, format, speakers.length);
    },
  };
}

/** Finds sources by exact id, else by exact title or URL. The first declared wins. */
export function buildSourceIndex(sources: readonly SourceEntry[]): ReferenceIndex<SourceEntry> {
  const byId = new Map<string, SourceEntry>();
  const byTitle = new Map<string, SourceEntry>();
  for (const source of sources) {
    setFirst(byId, source.id, source);
    if (source.title !== undefined) setFirst(byTitle, source.title, source);
    if (source.url !== undefined) setFirst(byTitle, source.url, source);
  }
  return {
    resolve(reference, format) {
      const declared = byId.get(reference) ?? byTitle.get(reference);
      return declared ? { declared } : judgeUnresolved(reference, format, sources.length);
    },
  };
}

/**
 * The form in which two spellings of one name are equal: `foldName("Łukasz O’Neil")` gives `lukasz o neil`. A name
 * without letters and digits is left as it is.
 */
export function foldName(name: string): string {
  return splitTerms(name).join(" ") || name;
}

function judgeUnresolved(
  reference: string,
  format: CorpusFile["format"],
  declaredCount: number,
): { undeclared: string } | { unknown: string } {
  const isId = declaredCount > 0 && format !== "jsonl" && looksLikeId(reference);
  return isId ? { unknown: reference } : { undeclared: reference };
}

function setFirst<Value>(map: Map<string, Value>, key: string, value: Value): void {
  if (!map.has(key)) map.set(key, value);
}
