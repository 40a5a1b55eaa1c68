import { lstat, readlink, realpath, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";

import writeFileAtomic from "write-file-atomic";

import { isMissingFile } from "./reason.ts";

/**
 * Puts a content in the place of a file's: whole or, when anything fails, not at all. A link's target is replaced or made,
 * not the link; what is no regular file (a device, a named pipe) is written to as it is.
 *
 * @throws The error of the file system.
 */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  // Asked before links are followed: that of a pipe among a process's open files leads to no path.
  if (await isSpecial(path)) await writeFile(path, content);
  else await writeFileAtomic(await followLinks(path), typeof content === "string" ? content : Buffer.from(content));
}

/** Where the links lead, even if nothing is there yet. */
async function followLinks(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    // A link that leads to itself ends here, by another error.
    if (!isMissingFile(error)) throw error;
  }
  if (!(await isLink(path))) return path;
  return followLinks(resolve(await realpath(dirname(path)), await readlink(path)));
}

async function isLink(path: string): Promise<boolean> {
  const stats = await lstat(path).catch(() => undefined);
  return stats?.isSymbolicLink() ?? false;
}

async function isSpecial(path: string): Promise<boolean> {
  try {
    return !(await stat(path)).isFile();
  } catch {
    // It is not there yet, or cannot be looked at; then the writing says why.
    return false;
  }
}
