/**
 * What a compiled corpus was made of: the file in the cache that says which database holds the corpus of some roots, and
 * what each corpus file was when it was read. A file is taken for unchanged when its size, times and inode are; but a
 * file that was written just before it was read may be written again without its times changing, since clocks of file
 * systems tick coarsely. Until its times are old enough to be trusted ("settled"), its bytes are compared by their hash.
 */
import { readFileSync, statSync } from "node:fs";

import type { CorpusFile } from "../corpus/discover.ts";
import type { FileStamp } from "../corpus/stamp.ts";
import { TABLES_VERSION } from "./tables.ts";

/** A corpus file as it was read; times and inode in decimal digits, which JSON holds exactly. */
export interface FileState {
  path: string;
  size: number;
  mtime: string;
  ctime: string;
  inode: string;
  /** SHA-256 of the bytes, in hex. */
  hash: string;
  settled: boolean;
}

/** Which database holds a corpus, and what it was made of. */
export interface Manifest {
  version: number;
  /** Name of the database, beside the manifest. */
  database: string;
  files: FileState[];
}

/** Two seconds, the coarsest tick of a file system in use (FAT), in nanoseconds. */
const SETTLING = 2_000_000_000n;

/** A file's state from what reading it found. */
export function buildFileState(path: string, { size, mtime, ctime, inode, hash, readAt }: FileStamp): FileState {
  const newest = mtime > ctime ? mtime : ctime;
  const settled = readAt - newest >= SETTLING;
  return { path, size, mtime: String(mtime), ctime: String(ctime), inode: String(inode), hash, settled };
}

/**
 * The name of the manifest for a corpus's roots. Two corpora that came to share one would only take turns at being compiled,
 * so that a checksum does, and the start is spared the loading of a real hash.
 */
export function nameManifest(roots: string[]): string {
  let checksum = TABLES_VERSION;
  for (const byte of Buffer.from(JSON.stringify(roots))) checksum = (checksum * 733 + byte) % 2 ** 43;
  return `${checksum.toString(16).padStart(12, "0")}.json`;
}

/** What a manifest is called. */
export const MANIFEST_NAME: RegExp = /^[0-9a-f]{12}\.json$/u;
/** What is left where writing a database or a manifest was broken off. */
export const BROKEN_OFF_NAME: RegExp = /^[0-9a-f]{12}\.(?:sqlite\.[0-9a-f-]{36}\.tmp|json\.\d+)$/u;

/** The manifest in a file; undefined if there is none, or none that this version can read. */
export function readManifest(path: string): Manifest | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    return isManifest(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== "object" || value === null) return false;
  if (!("version" in value && "database" in value && "files" in value) || value.version !== TABLES_VERSION)
    return false;
  if (typeof value.database !== "string" || !/^[0-9a-f]{32}\.sqlite$/u.test(value.database)) return false;
  return Array.isArray(value.files) && value.files.every(isFileState);
}

function isFileState(value: unknown): value is FileState {
  if (typeof value !== "object" || value === null) return false;
  const file: Partial<Record<string, unknown>> = { ...value };
  const texts = [file["path"], file["mtime"], file["ctime"], file["inode"], file["hash"]];
  return (
    texts.every((text) => typeof text === "string") &&
    typeof file["size"] === "number" &&
    typeof file["settled"] === "boolean"
  );
}

/** How the files of a corpus compare with a manifest. */
export interface Comparison {
  /** "fresh": as the manifest says; "touched": the same bytes with other times; "changed": to be compiled. */
  outcome: "fresh" | "touched" | "changed";
  /** The files whose content is as the manifest says, with their present state. */
  kept: FileState[];
  /** Bytes of the others. */
  changedBytes: number;
}

/** Compares files with a manifest; bytes are read only of files whose times have changed or cannot be trusted yet. */
export async function compareFiles(files: CorpusFile[], manifest: Manifest | undefined): Promise<Comparison> {
  const known = new Map(manifest?.files.map((state) => [state.path, state]));
  const comparison: Comparison = { outcome: "fresh", kept: [], changedBytes: 0 };
  for (const { path } of files) {
    const before = known.get(path);
    const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
    const size = Number(stats?.size ?? 0);
    const isSame =
      before?.size === size &&
      before.mtime === String(stats?.mtimeNs) &&
      before.ctime === String(stats?.ctimeNs) &&
      before.inode === String(stats?.ino);
    if (before && isSame && before.settled) {
      comparison.kept.push(before);
      continue;
    }
    const state = before?.size === size ? await readState(path) : undefined;
    if (before === undefined || state?.hash !== before.hash) {
      comparison.changedBytes += size;
      continue;
    }
    comparison.kept.push(state);
    if (!isSame || state.settled) comparison.outcome = "touched";
  }
  const isWhole = comparison.kept.length === files.length && files.length === manifest?.files.length;
  const inOrder = isWhole && files.every(({ path }, index) => manifest.files[index]?.path === path);
  if (!inOrder) comparison.outcome = "changed";
  return comparison;
}

async function readState(path: string): Promise<FileState | undefined> {
  const { openFile } = await import("../corpus/stamp.ts");
  const file = await openFile(path).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    const buffer = Buffer.allocUnsafe(256 * 1024);
    while ((await file.readInto(buffer)).length > 0);
    const { stamp, hasChanged } = await file.finish();
    return hasChanged ? undefined : buildFileState(path, stamp);
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}
