import { stat, writeFile } from "node:fs/promises";

import writeFileAtomic from "write-file-atomic";

/**
 * Puts a content in the place of a file's: whole or, when anything fails, not at all. A link's target is replaced, not
 * the link; what is no regular file (a device, a named pipe) is written to as it is.
 *
 * @throws The error of the file system.
 */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  if (await isSpecial(path)) await writeFile(path, content);
  else await writeFileAtomic(path, typeof content === "string" ? content : Buffer.from(content));
}

async function isSpecial(path: string): Promise<boolean> {
  try {
    return !(await stat(path)).isFile();
  } catch {
    // It is not there yet, or cannot be looked at; then the writing says why.
    return false;
  }
}
