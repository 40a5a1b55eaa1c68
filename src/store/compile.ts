import type { CorpusFile } from "../corpus/discover.ts";
import { NO_STAMP, readEntries, type FileStamp } from "../corpus/read.ts";
import { BrokenCorpusError, UserError } from "../diagnostic.ts";
import { readStemmedTerms } from "./inflections.ts";
import { openFileWriter, openReferenceNumbers, type FileWriter } from "./insert.ts";
import { linkReferences } from "./link.ts";
import { openMeter, type Meter, type OnProgress } from "./progress.ts";
import { assignSlots, RECORDS_PER_FILE } from "./slots.ts";
import type { Database } from "./sqlite.ts";
import { CREATE_DERIVED_TABLES, CREATE_INDEXES, CREATE_TABLES } from "./tables.ts";
import { buildVocabulary } from "./vocabulary.ts";

/** The file is thrown away on any failure, so nothing is paid for its safety. The cache is in kibibytes. */
const BUILDING = `
  PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -65536;
`;
/** Bytes of postings that FTS5 gathers before it writes them out. */
const GATHERED = 32 * 1024 * 1024;

/**
 * Compiles a corpus into an empty database, or brings a compiled corpus up to date.
 *
 * @param kept Paths of the files whose records the database holds already, unchanged; those are not read.
 * @param onProgress Is told every thousand records or so how far reading has come, and when it is done.
 * @returns What each file was when it was read, for the files that were.
 * @throws BrokenCorpusError where the corpus has errors; UserError where it has no records. The database is then of no use.
 */
export async function compileCorpus(
  database: Database,
  files: CorpusFile[],
  kept: ReadonlySet<string> = new Set(),
  onProgress: OnProgress = () => undefined,
): Promise<Map<string, FileStamp>> {
  database.exec(BUILDING);
  database.exec("BEGIN");
  if (kept.size === 0) {
    database.exec(CREATE_TABLES);
    database.exec(`INSERT INTO words (words, rank) VALUES ('hashsize', ${GATHERED})`);
  }
  const stemmed = kept.size === 0 ? new Set<string>() : readStemmedTerms(database);
  const meter = openMeter(onProgress);
  const stamps = await readFiles(database, files, dropFiles(database, files, kept), meter);
  meter.finish();
  database.exec(CREATE_INDEXES);
  database.exec(CREATE_DERIVED_TABLES);
  database.exec("INSERT INTO corpus SELECT count(*) FROM records");
  if (stamps === undefined || !linkReferences(database) || hasDuplicateIds(database)) return throwFaults(files);
  if (database.all<[number]>("SELECT records FROM corpus")[0]?.[0] === 0) throw noRecords(files);
  await buildVocabulary(database, stemmed);
  database.exec("COMMIT");
  return stamps;
}

/** Removes what is not kept, and gives the slots of all files; those that the database holds are kept. */
function dropFiles(database: Database, files: CorpusFile[], kept: ReadonlySet<string>): Map<string, number> {
  const held = database.all<[string, number]>("SELECT path, number FROM files");
  const paths = files.map((file) => file.path);
  const keptSlots = new Map(held.filter(([path]) => kept.has(path)));
  const slots = assignSlots(paths, keptSlots);
  for (const [path, slot] of held) if (slots === undefined || !keptSlots.has(path)) dropFile(database, slot);
  for (const table of held.length > 0 ? ["record_tags", "record_claimants", "record_credits"] : []) {
    database.exec(`DELETE FROM ${table} WHERE record NOT IN (SELECT number FROM records)`);
  }
  return slots ?? assignSlots(paths, new Map()) ?? new Map();
}

function dropFile(database: Database, slot: number): void {
  const range = [slot * RECORDS_PER_FILE, (slot + 1) * RECORDS_PER_FILE - 1];
  for (const table of ["records", "entries", "declared_speakers", "declared_sources"]) {
    database.run(`DELETE FROM ${table} WHERE number BETWEEN ? AND ?`, range);
  }
  database.run("DELETE FROM words WHERE rowid BETWEEN ? AND ?", range);
  database.run("DELETE FROM files WHERE number = ?", [slot]);
}

/** Reads the files that the database does not hold; undefined at the first error in one. */
async function readFiles(
  database: Database,
  files: CorpusFile[],
  slots: ReadonlyMap<string, number>,
  meter: Meter,
): Promise<Map<string, FileStamp> | undefined> {
  const held = new Set(database.all<[number]>("SELECT number FROM files").map(([number]) => number));
  const references = openReferenceNumbers(database);
  const stamps = new Map<string, FileStamp>();
  const changed = files.flatMap((file) => {
    const slot = slots.get(file.path);
    return slot === undefined || held.has(slot) ? [] : { file, slot };
  });
  meter.start(changed.map(({ file }) => file));
  for (const { file, slot } of changed) {
    const stamp = await readFile(file, openFileWriter(database, references, file, slot), meter);
    if (stamp === undefined) return undefined;
    stamps.set(file.path, stamp);
    meter.addFile();
  }
  references.finish();
  return stamps;
}

/** Writes a file's entries; undefined at the first error in it. */
async function readFile(file: CorpusFile, writer: FileWriter, meter: Meter): Promise<FileStamp | undefined> {
  const batches = readEntries(file, meter.addBytes);
  try {
    let next = await batches.next();
    for (; !next.done; next = await batches.next()) {
      if (next.value.diagnostics.some(({ severity }) => severity === "error")) return undefined;
      writer.write(next.value);
      meter.addRecords(next.value.quotes.length + next.value.facts.length);
    }
    writer.finish();
    return next.value;
  } finally {
    // Closes the file where not all of it was read.
    await batches.return(NO_STAMP);
  }
}

function hasDuplicateIds(database: Database): boolean {
  const duplicates = database.all(`
    SELECT 1 FROM (SELECT id FROM records UNION ALL SELECT id FROM speakers UNION ALL SELECT id FROM sources)
      WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1 LIMIT 1`);
  return duplicates.length > 0;
}

/** Compiling stops at the first error; what the user needs is all of them, in order. */
async function throwFaults(files: CorpusFile[]): Promise<never> {
  const { validateCorpus } = await import("../corpus/validate.ts");
  const errors = (await validateCorpus(files)).filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new BrokenCorpusError(errors);
  throw new UserError("the corpus changed while it was being read", "run the command again");
}

function noRecords(files: CorpusFile[]): UserError {
  const first = files[0]?.path ?? "the corpus";
  return new UserError(`no quotes or facts in ${first}${files.length > 1 ? ` and ${files.length - 1} more` : ""}`);
}
