import type { CorpusRecord, SourceReference, SpeakerReference } from "../corpus/record.ts";
import { ID_FORM, looksLikeId } from "../text/id-form.ts";
import { collectExtensions, dropAbsent } from "./record-object.ts";

/** The lists of a corpus file, as plain values; a list is absent where it would be empty. */
export interface CorpusFragment {
  speakers?: object[];
  sources?: object[];
  quotes?: object[];
  facts?: object[];
}

/**
 * The records as a corpus file that loads again to the same records: with the declared speakers and sources that they
 * refer to, by id, and plain names for the others. A name that looks like an id is declared too where anything is, since
 * it would be taken for an id that nothing bears.
 * Neither the place in the old file nor the score is part of it.
 */
export function buildCorpusFragment(records: readonly CorpusRecord[]): CorpusFragment {
  const speakers = new DeclarationList();
  const sources = new DeclarationList();
  const referToSpeaker = ({ id, name, role }: SpeakerReference): string => {
    const reference = id ?? name;
    speakers.add({ id: reference, name, role }, id !== undefined);
    return reference;
  };
  const referToSource = ({ id, title, publisher, url, published, lang }: SourceReference): string | undefined => {
    const reference = id ?? title ?? url ?? publisher;
    if (reference !== undefined) {
      sources.add({ id: reference, title, publisher, url, published, lang }, id !== undefined);
    }
    return reference;
  };
  const buildEntry = (record: CorpusRecord): object =>
    dropAbsent({
      // Records of imported sets are called by file and line, which may be no id.
      id: ID_FORM.test(record.id) ? record.id : undefined,
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
  const lists = { speakers: speakers.list(), sources: sources.list(), quotes, facts };
  if (records.length === 0) return { quotes: [] };
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}

/** The entries of a list of speakers or sources, one for each id. */
class DeclarationList {
  readonly #declared = new Map<string, object>();
  /** Undeclared names that look like ids. */
  readonly #mistakable = new Map<string, object>();

  add(entry: { id: string; [key: string]: unknown }, isDeclared: boolean): void {
    if (isDeclared) this.#declared.set(entry.id, dropAbsent(entry));
    else if (looksLikeId(entry.id)) this.#mistakable.set(entry.id, dropAbsent(entry));
  }

  list(): object[] {
    if (this.#declared.size === 0) return [];
    const names = [...this.#mistakable].filter(([id]) => !this.#declared.has(id));
    return [...this.#declared.values(), ...names.map(([, entry]) => entry)];
  }
}
