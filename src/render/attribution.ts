import type { CorpusRecord, SpeakerReference } from "../corpus/record.ts";

/** The people to whom a record is attributed: who said a quote, or who claims a fact. */
export function nameAttributed(record: CorpusRecord): SpeakerReference[] {
  if (record.kind === "fact") return record.claimed_by ?? [];
  return record.speaker ? [record.speaker] : [];
}

/** A status that a reader must not miss, if the record has one. */
export function nameDoubt({ status }: CorpusRecord): "disputed" | "misattributed" | "refuted" | undefined {
  return status === "disputed" || status === "misattributed" || status === "refuted" ? status : undefined;
}

/** A record's status in words if a reader must not miss it: `misattributed: often credited to Albert Einstein`. */
export function describeDoubt(record: CorpusRecord): string | undefined {
  const doubt = nameDoubt(record);
  const credited = record.often_credited_to?.map(({ name }) => name).join(", ") ?? "";
  return doubt !== undefined && credited !== "" ? `${doubt}: often credited to ${credited}` : doubt;
}

/** Where a record was published, in few words: the publisher, else the title, else the address. */
export function nameSource({ source }: CorpusRecord): string | undefined {
  return source?.publisher ?? source?.title ?? source?.url;
}
