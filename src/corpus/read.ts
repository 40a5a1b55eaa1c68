import type { Batch } from "./batch.ts";
import type { CorpusFile } from "./discover.ts";
import { readDocument } from "./document.ts";
import { readJsonLines } from "./jsonlines.ts";
import type { FileStamp } from "./stamp.ts";

export type { Batch, Located } from "./batch.ts";
export { NO_STAMP, type FileStamp } from "./stamp.ts";

/**
 * Reads a file's entries and returns the file's stamp: a YAML or JSON file in one batch, JSON Lines in batches of about
 * a thousand, with bounded memory. Whatever is wrong with the file is in the batches' diagnostics.
 *
 * @param onRead Is told how many bytes have been read since it was last told, of a file that is read bit by bit.
 */
export async function* readEntries(
  file: CorpusFile,
  onRead?: (bytes: number) => void,
): AsyncGenerator<Batch, FileStamp> {
  if (file.format === "jsonl") return yield* readJsonLines(file, onRead);
  const { batch, stamp } = await readDocument(file);
  yield batch;
  return stamp;
}
