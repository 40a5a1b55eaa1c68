import type { Batch } from "./batch.ts";
import type { CorpusFile } from "./discover.ts";
import { readDocument } from "./document.ts";
import { readJsonLines } from "./jsonlines.ts";
import type { FileStamp } from "./stamp.ts";

export type { Batch, Located } from "./batch.ts";
export type { FileStamp } from "./stamp.ts";

/**
 * Reads a file's entries and returns the file's stamp: a YAML or JSON file in one batch, JSON Lines in batches of about
 * a thousand, with bounded memory. Whatever is wrong with the file is in the batches' diagnostics.
 */
export async function* readEntries(file: CorpusFile): AsyncGenerator<Batch, FileStamp> {
  if (file.format === "jsonl") return yield* readJsonLines(file);
  const { batch, stamp } = await readDocument(file);
  yield batch;
  return stamp;
}
