import type { CorpusFile } from "../corpus/discover.ts";
import { buildSourceIndex, buildSpeakerIndex, foldName, type Resolution } from "../corpus/references.ts";
import type { SourceEntry, SpeakerEntry } from "../corpus/schema.ts";
import { splitTerms } from "../text/fold.ts";
import { countAll } from "./facets.ts";
import { mayBeId } from "./insert.ts";
import type { Database } from "./sqlite.ts";
import { SOURCE_MARKER, SPEAKER_MARKER } from "./tables.ts";

/**
 * Says of all references whom and what they mean, when all files are in: fills `speakers`, `sources` and `name_terms`.
 *
 * @returns false where a reference is an id that nothing bears.
 */
export function linkReferences(database: Database): boolean {
  dropUnusedReferences(database);
  const speakers = readDeclared<SpeakerEntry>(database, "declared_speakers");
  const sources = readDeclared<SourceEntry>(database, "declared_sources");
  addDeclaredSpeakers(database, speakers);
  addDeclaredSources(database, sources);
  const allKnown =
    linkDeclared(database, SPEAKERS, numberEntries(speakers), buildSpeakerIndex(speakers).resolve) &&
    linkDeclared(database, SOURCES, numberEntries(sources), buildSourceIndex(sources).resolve);
  if (allKnown) {
    addUndeclaredSpeakers(database);
    addUndeclaredSources(database);
    countAll(database);
  }
  return allKnown;
}

function dropUnusedReferences(database: Database): void {
  database.exec(`
    DELETE FROM speaker_references WHERE number NOT IN (SELECT speaker FROM records WHERE speaker IS NOT NULL)
      AND number NOT IN (SELECT reference FROM record_claimants) AND number NOT IN (SELECT reference FROM record_credits);
    DELETE FROM source_references WHERE number NOT IN (SELECT source FROM records WHERE source IS NOT NULL);
  `);
}

function readDeclared<Entry>(database: Database, table: string): Entry[] {
  const rows = database.all<[string]>(`SELECT entry FROM ${table} ORDER BY number`);
  return rows.map(([entry]): Entry => JSON.parse(entry));
}

/** Declared entries are the first of their kind, in the corpus's order, counted from 1. */
function numberEntries<Entry>(declared: Entry[]): ReadonlyMap<Entry, number> {
  return new Map(declared.map((entry, index) => [entry, index + 1]));
}

function addDeclaredSpeakers(database: Database, declared: SpeakerEntry[]): void {
  declared.forEach(({ id, name, role, aliases }, index) => {
    database.run("INSERT INTO speakers (number, id, name, folded_name, role, aliases) VALUES (?, ?, ?, ?, ?, ?)", [
      index + 1,
      id,
      name,
      foldName(name),
      role ?? null,
      aliases === undefined ? null : JSON.stringify(aliases),
    ]);
  });
}

function addDeclaredSources(database: Database, declared: SourceEntry[]): void {
  declared.forEach(({ id, title, publisher, url, published, lang }, index) => {
    const values = [title, publisher, url, published, lang].map((value) => value ?? null);
    database.run(
      "INSERT INTO sources (number, id, title, publisher, url, published, lang) VALUES (?, ?, ?, ?, ?, ?, ?)",
      [index + 1, id, ...values],
    );
  });
}

/** What linking speakers and linking sources differ in. */
interface Side<Entry> {
  table: string;
  column: string;
  marker: string;
  namesOf(entry: Entry): (string | undefined)[];
}

const SPEAKERS: Side<SpeakerEntry> = {
  table: "speaker_references",
  column: "speaker",
  marker: SPEAKER_MARKER,
  namesOf: ({ name, aliases, role }) => [name, role, ...(aliases ?? [])],
};
const SOURCES: Side<SourceEntry> = {
  table: "source_references",
  column: "source",
  marker: SOURCE_MARKER,
  namesOf: ({ title, publisher }) => [title, publisher],
};

const PAGE = 5000;

function linkDeclared<Entry>(
  database: Database,
  side: Side<Entry>,
  numbers: ReadonlyMap<Entry, number>,
  resolve: (reference: string, format: CorpusFile["format"]) => Resolution<Entry>,
): boolean {
  const page = `SELECT number, reference, format FROM ${side.table} WHERE number > ? ORDER BY number LIMIT ${PAGE}`;
  database.exec(`UPDATE ${side.table} SET ${side.column} = NULL WHERE ${side.column} IS NOT NULL`);
  const link = `UPDATE ${side.table} SET ${side.column} = ? WHERE number = ?`;
  for (let last = 0; ;) {
    const rows = database.all<[number, string, CorpusFile["format"]]>(page, [last]);
    for (const [number, reference, format] of rows) {
      last = number;
      const resolution = resolve(reference, format);
      if ("unknown" in resolution) return false;
      const declared = "declared" in resolution ? resolution.declared : undefined;
      if (declared !== undefined) database.run(link, [numbers.get(declared) ?? null, number]);
      else if (!mayBeId(reference)) continue;
      const names = declared === undefined ? [reference] : side.namesOf(declared);
      addNameTerms(database, names, reference, side.marker + number);
    }
    if (rows.length < PAGE) return true;
  }
}

/** Adds those words of the names that the records do not have from the reference itself. */
function addNameTerms(database: Database, names: (string | undefined)[], reference: string, marker: string): void {
  const terms = new Set(names.flatMap((name) => splitTerms(name ?? "")));
  if (!mayBeId(reference)) for (const term of splitTerms(reference)) terms.delete(term);
  for (const term of terms) database.run("INSERT INTO name_terms VALUES (?, ?)", [term, marker]);
}

/** Undeclared speakers follow the declared ones, in the order in which records first name them, those of one record by name. */
function addUndeclaredSpeakers(database: Database): void {
  const undeclared = database.iterate<[string]>(`
    SELECT reference FROM speaker_references JOIN (
      SELECT speaker AS used, min(number) AS record FROM records WHERE speaker IS NOT NULL GROUP BY speaker
      UNION ALL SELECT reference, min(record) FROM record_claimants GROUP BY reference
    ) ON used = number WHERE speaker IS NULL GROUP BY reference ORDER BY min(record), reference`);
  for (const [name] of undeclared) {
    database.run("INSERT INTO speakers (name, folded_name) VALUES (?, ?)", [name, foldName(name)]);
  }
  database.exec(`
    UPDATE speaker_references SET speaker = speakers.number FROM speakers
      WHERE speaker IS NULL AND speakers.id IS NULL AND speakers.name = reference`);
}

function addUndeclaredSources(database: Database): void {
  database.exec(`
    INSERT INTO sources (title, url)
      SELECT iif(reference GLOB 'http*://*', NULL, reference), iif(reference GLOB 'http*://*', reference, NULL)
        FROM source_references JOIN (
          SELECT source AS used, min(number) AS record FROM records WHERE source IS NOT NULL GROUP BY source
        ) ON used = number WHERE source IS NULL GROUP BY reference ORDER BY min(record);
    UPDATE source_references SET source = sources.number FROM sources
      WHERE source IS NULL AND sources.id IS NULL AND coalesce(title, url) = reference`);
}
