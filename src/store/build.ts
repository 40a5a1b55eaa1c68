import { createHash, randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { chmod, copyFile, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";

import type { CorpusFile } from "../corpus/discover.ts";
import { replaceFile } from "../corpus/replace.ts";
import type { FileStamp } from "../corpus/stamp.ts";
import { BrokenCorpusError, UserError } from "../diagnostic.ts";
import { compileCorpus } from "./compile.ts";
import {
  BROKEN_OFF_NAME,
  MANIFEST_NAME,
  buildFileState,
  readManifest,
  type Comparison,
  type FileState,
  type Manifest,
} from "./manifest.ts";
import type { OnProgress } from "./progress.ts";
import { openDatabase } from "./sqlite.ts";
import { TABLES_VERSION } from "./tables.ts";

/** What is to be compiled, and where to. */
export interface Task {
  /** The cache folder. */
  folder: string;
  manifestPath: string;
  files: CorpusFile[];
  onProgress: OnProgress;
}

/**
 * Compiles a corpus into the cache folder, from the previous compiled corpus where most of it is still good. The database is made
 * beside its place and renamed into it; then the manifest is switched over to it.
 *
 * @returns The database's name in the folder.
 * @throws What the corpus is at fault for, or what the file system or SQLite say; nothing is left behind.
 */
export async function compileToCache(
  task: Task,
  previous: Manifest | undefined,
  { kept, changedBytes }: Comparison,
): Promise<string> {
  const { folder, manifestPath } = task;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await sweep(folder);
  const temporary = join(folder, `${basename(manifestPath, ".json")}.sqlite.${randomUUID()}.tmp`);
  try {
    const keptBytes = kept.reduce((sum, { size }) => sum + size, 0);
    const isUpdate = previous !== undefined && keptBytes > changedBytes;
    const states =
      (isUpdate && (await updateCopy(join(folder, previous.database), temporary, task, kept))) ||
      (await compileAnew(temporary, task));
    const database = nameDatabase(states);
    await moveInto(temporary, join(folder, database));
    await writeManifest(manifestPath, { version: TABLES_VERSION, database, files: states });
    if (previous !== undefined && previous.database !== database) await discard(join(folder, previous.database));
    return database;
  } catch (error) {
    await discard(temporary);
    throw error;
  }
}

/** Writes a manifest, whole or not at all. */
export async function writeManifest(path: string, manifest: Manifest): Promise<void> {
  await replaceFile(path, JSON.stringify(manifest));
  await chmod(path, 0o600);
}

async function compileAnew(path: string, task: Task): Promise<FileState[]> {
  await rm(path, { force: true });
  await (await open(path, "wx", 0o600)).close();
  return compileFile(path, task, []);
}

/** Undefined where the copy is of no use: the previous database is gone or damaged, which is no fault of the corpus. */
async function updateCopy(
  previous: string,
  path: string,
  task: Task,
  kept: FileState[],
): Promise<FileState[] | undefined> {
  try {
    await copyFile(previous, path, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    await chmod(path, 0o600);
    return await compileFile(path, task, kept);
  } catch (error) {
    if (error instanceof UserError || error instanceof BrokenCorpusError) throw error;
    return undefined;
  }
}

async function compileFile(path: string, { files, onProgress }: Task, kept: FileState[]): Promise<FileState[]> {
  const keptStates = new Map(kept.map((state) => [state.path, state]));
  const database = await openDatabase(path, "write");
  let stamps: Map<string, FileStamp>;
  try {
    stamps = await compileCorpus(database, files, new Set(keptStates.keys()), onProgress);
  } finally {
    database.close();
  }
  return files.flatMap((file) => {
    const stamp = stamps.get(file.path);
    return stamp ? buildFileState(file.path, stamp) : (keptStates.get(file.path) ?? []);
  });
}

async function moveInto(temporary: string, path: string): Promise<void> {
  try {
    await rename(temporary, path);
  } catch (error) {
    // Windows does not replace a file that is open; but what stands there has the same content, as its name says.
    if (!(await stat(path).catch(() => undefined))?.isFile()) throw error;
    await discard(temporary);
  }
}

async function discard(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
}

const DATABASE = /^[0-9a-f]{32}\.sqlite$/u;
const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;
/** A run that compiles writes more often than this. */
const BROKEN_OFF_AFTER = 5 * MINUTE;

/** Removes what broken-off runs have left, databases that no manifest names, and corpora not compiled for long. */
async function sweep(folder: string): Promise<void> {
  const names = await readdir(folder);
  const now = Date.now();
  const isOlder = async (name: string, age: number): Promise<boolean> => {
    const stats = await stat(join(folder, name)).catch(() => undefined);
    return stats !== undefined && now - stats.mtimeMs > age;
  };
  const inUse = new Set<string | undefined>();
  for (const name of names.filter((candidate) => MANIFEST_NAME.test(candidate))) {
    if (await isOlder(name, 90 * DAY)) await discard(join(folder, name));
    else inUse.add(readManifest(join(folder, name))?.database);
  }
  for (const name of names) {
    const isBrokenOff = BROKEN_OFF_NAME.test(name);
    const isLeft = isBrokenOff || (DATABASE.test(name) && !inUse.has(name));
    if (isLeft && (await isOlder(name, isBrokenOff ? BROKEN_OFF_AFTER : DAY))) await discard(join(folder, name));
  }
}

/** The name of the database that holds the corpus of these files, wherever it was compiled. */
function nameDatabase(files: FileState[]): string {
  const content = JSON.stringify([TABLES_VERSION, files.map(({ path, hash }) => [path, hash])]);
  return `${createHash("sha256").update(content).digest("hex").slice(0, 32)}.sqlite`;
}
