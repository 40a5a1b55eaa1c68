import { createHash, type Hash } from "node:crypto";
import type { BigIntStats } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";

import type { Fault } from "./fault.ts";
import { explainSystemError } from "./reason.ts";

/** What a file was when it was read, to tell later whether it is still the same. */
export interface FileStamp {
  /** In bytes. */
  size: number;
  /** Nanoseconds since the epoch, as are `ctime` and `readAt`. */
  mtime: bigint;
  ctime: bigint;
  inode: bigint;
  /** SHA-256 of the bytes, in hex; empty if the file could not be read. */
  hash: string;
  /** Just before reading began. */
  readAt: bigint;
}

/** The stamp of a file that could not be read. */
export const NO_STAMP: FileStamp = { size: 0, mtime: 0n, ctime: 0n, inode: 0n, hash: "", readAt: 0n };

/** A file open for reading, whose stamp is taken as its bytes pass. */
export interface OpenFile {
  size: number;
  /**
   * The next bytes, at most `buffer.length`; they stay valid until the next call. None at the end, which is where it was
   * when the file was opened: one that grows all the time is not read for ever.
   */
  readInto(buffer: Buffer): Promise<Buffer>;
  /** The stamp, and whether the file has changed since it was opened. */
  finish(): Promise<{ stamp: FileStamp; hasChanged: boolean }>;
  close(): Promise<void>;
}

/** Opens a file; throws what the file system says. `onRead` is told how many bytes each read has given. */
export async function openFile(path: string, onRead?: (bytes: number) => void): Promise<OpenFile> {
  const readAt = BigInt(Date.now()) * 1_000_000n;
  const handle = await open(path);
  try {
    return buildOpenFile(handle, await handle.stat({ bigint: true }), readAt, createHash("sha256"), onRead);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function buildOpenFile(
  handle: FileHandle,
  before: BigIntStats,
  readAt: bigint,
  hash: Hash,
  onRead?: (bytes: number) => void,
): OpenFile {
  const size = Number(before.size);
  let left = size;
  return {
    size,
    async readInto(buffer) {
      const length = Math.min(buffer.length, left);
      const { bytesRead } = length > 0 ? await handle.read(buffer, 0, length, null) : { bytesRead: 0 };
      left -= bytesRead;
      const bytes = buffer.subarray(0, bytesRead);
      hash.update(bytes);
      onRead?.(bytesRead);
      return bytes;
    },
    async finish() {
      const after = await handle.stat({ bigint: true });
      const hasChanged =
        after.size !== before.size || after.mtimeNs !== before.mtimeNs || after.ctimeNs !== before.ctimeNs;
      const { mtimeNs: mtime, ctimeNs: ctime, ino: inode } = after;
      return { stamp: { size, mtime, ctime, inode, hash: hash.digest("hex"), readAt }, hasChanged };
    },
    close: () => handle.close(),
  };
}

/** Longer documents would not fit into a string, let alone its values into memory. */
const LARGEST_DOCUMENT = 256 * 1024 * 1024;
const ATTEMPTS = 3;

/** The whole of a file that stays the same while it is read. */
export async function readWhole(path: string): Promise<{ bytes: Buffer; stamp: FileStamp } | { fault: Fault }> {
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const result = await readOnce(path);
      if (result !== undefined) return result;
    }
  } catch (error) {
    return { fault: describeReadError(error) };
  }
  return { fault: CHANGING };
}

/** The fault of a file that does not hold still. */
export const CHANGING: Fault = {
  rule: "changing-file",
  message: "the file changed while it was read; expected it to hold still",
  path: [],
};

async function readOnce(path: string): Promise<{ bytes: Buffer; stamp: FileStamp } | { fault: Fault } | undefined> {
  const file = await openFile(path);
  try {
    if (file.size > LARGEST_DOCUMENT) {
      const message = `the file has ${file.size} bytes; expected at most ${LARGEST_DOCUMENT}, or JSON Lines`;
      return { fault: { rule: "too-long", message, path: [] } };
    }
    const bytes = Buffer.allocUnsafe(file.size);
    let length = 0;
    for (let read = -1; read !== 0; length += read) read = (await file.readInto(bytes.subarray(length))).length;
    const { stamp, hasChanged } = await file.finish();
    return hasChanged || length !== stamp.size ? undefined : { bytes, stamp };
  } finally {
    await file.close();
  }
}

/** The fault behind an error of the file system; throws the error again if it is none. */
export function describeReadError(error: unknown): Fault {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") throw error;
  const message = `the file cannot be read: ${explainSystemError(error)}; expected a readable file`;
  return { rule: "unreadable-file", message, path: [] };
}
