import { statSync, unlinkSync } from "node:fs";
import { join } from "node:path";

import { discoverFiles, type CorpusFile } from "../corpus/discover.ts";
import { explainSystemError } from "../corpus/reason.ts";
import { BrokenCorpusError, UserError } from "../diagnostic.ts";
import type { Task } from "./build.ts";
import { compareFiles, nameManifest, readManifest, type Manifest } from "./manifest.ts";
import type { OnProgress } from "./progress.ts";
import { isDamage, openDatabase, type Database, type Value } from "./sqlite.ts";
import { buildSqliteStore } from "./sqlite-store.ts";
import type { Store } from "./store.ts";
import { TABLES_VERSION } from "./tables.ts";

/** Where the compiled corpus is kept. */
export interface OpenOptions {
  /** Where compiled corpora are kept; made if it is missing. Without one the corpus is compiled in memory. */
  cacheFolder: string | undefined;
  /** Gets a line when the folder cannot be used, and memory has to do. */
  warn?: (line: string) => void;
  /** Is told how far compiling has come, where the corpus has to be compiled. */
  onProgress?: OnProgress;
}

/** A database may be gone as soon as a manifest has named it: another process has then compiled a newer one. */
const ATTEMPTS = 3;

/**
 * Opens a corpus: as it was compiled before, if its files have not changed since, and else compiled now.
 *
 * @param roots Absolute paths of files and folders.
 * @throws UserError for missing files and a corpus without records; BrokenCorpusError for one with errors.
 */
export async function openStore(roots: string[], options: OpenOptions): Promise<Store> {
  const { cacheFolder, warn, onProgress = () => undefined } = options;
  const files = await discoverFiles(roots);
  if (cacheFolder === undefined) return compileInMemory(files, onProgress);
  const manifestPath = join(cacheFolder, nameManifest(roots));
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const database = await openCurrent({ folder: cacheFolder, manifestPath, files, onProgress });
      if (database !== undefined) return buildSqliteStore(guard(database, manifestPath));
    }
  } catch (error) {
    if (error instanceof UserError || error instanceof BrokenCorpusError) throw error;
    warn?.(
      `the cache in ${cacheFolder} cannot be used (${explainSystemError(error)}): the corpus is compiled in memory`,
    );
  }
  return compileInMemory(files, onProgress);
}

async function compileInMemory(files: CorpusFile[], onProgress: OnProgress): Promise<Store> {
  const { compileCorpus } = await import("./compile.ts");
  const database = await openDatabase(":memory:", "write");
  try {
    await compileCorpus(database, files, new Set(), onProgress);
    return buildSqliteStore(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** The database of the files as they are now; undefined if it is gone before it can be opened. */
async function openCurrent(task: Task): Promise<Database | undefined> {
  const { folder, manifestPath, files } = task;
  const manifest = readManifest(manifestPath);
  const comparison = await compareFiles(files, manifest);
  if (manifest !== undefined && comparison.outcome !== "changed") {
    const database = await openCompiled(join(folder, manifest.database));
    if (database !== undefined) {
      if (comparison.outcome === "touched")
        await refreshManifest(manifestPath, { ...manifest, files: comparison.kept });
      return database;
    }
    comparison.kept = [];
  }
  const { compileToCache } = await import("./build.ts");
  return openCompiled(join(folder, await compileToCache(task, manifest, comparison)));
}

/** Spares the next run a look at the bytes; where that fails, it looks again. */
async function refreshManifest(path: string, manifest: Manifest): Promise<void> {
  const { writeManifest } = await import("./build.ts");
  await writeManifest(path, manifest).catch(() => undefined);
}

/** A compiled corpus open for reading; undefined if there is none of this version. */
async function openCompiled(path: string): Promise<Database | undefined> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return undefined;
  let database: Database | undefined;
  try {
    database = await openDatabase(path, "read");
    database.exec("PRAGMA trusted_schema = OFF");
    const version = database.all<[number]>("PRAGMA user_version")[0]?.[0];
    const size = database.all<[number]>("SELECT records FROM corpus")[0]?.[0];
    if (version === TABLES_VERSION && size !== undefined) return database;
  } catch (error) {
    if (error instanceof UserError) throw error;
  }
  database?.close();
  return undefined;
}

/** Has a database that turns out to be damaged while it is read compiled anew by the next run. */
function guard(database: Database, manifestPath: string): Database {
  const watch = <Result>(action: () => Result): Result => {
    try {
      return action();
    } catch (error) {
      if (!isDamage(error)) throw error;
      try {
        unlinkSync(manifestPath);
      } catch {
        // Gone already, or not ours to remove: then the next run says the same.
      }
      throw new UserError("the compiled corpus in the cache was damaged and has been dropped", "run the command again");
    }
  };
  return {
    ...database,
    all: (sql, parameters) => watch(() => database.all(sql, parameters)),
    *iterate<Row extends Value[]>(sql: string, parameters?: Value[]) {
      const rows = watch(() => database.iterate<Row>(sql, parameters));
      for (let next = watch(() => rows.next()); !next.done; next = watch(() => rows.next())) yield next.value;
    },
  };
}
