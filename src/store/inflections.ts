/**
 * Other forms of a word: the vocabulary's terms that share a stem with it in one of the corpus's languages.
 *
 *     term         stem        languages         `stems` has a row for each stem of a term that is not the term itself,
 *     pressions    pression    01 (en)           with the set of the languages that give it: here bit 0 is English and
 *     pressions    pressi      10 (fr)           bit 1 French, as numbered in `stem_languages`
 *     pression     pressi      10
 *
 * In English `pression` has no row and is therefore its own stem, which `pressions` shares.
 */
import { hasStemmer, loadStemmer, type Stemmer } from "../text/stem.ts";
import { openBulkInsert } from "./bulk.ts";
import type { Database } from "./sqlite.ts";
import type { Term } from "./store.ts";
import { buildTerm, type TermRow } from "./terms.ts";

/** A language counts if this share of the records is in it. */
const LEAST_SHARE = 0.02;
/** Sets of languages are integers of SQLite that are exact in JavaScript. */
const MOST_LANGUAGES = 30;
/** Forms given for one term. */
const MOST_FORMS = 20;

/**
 * The languages whose stems the corpus's terms are to have: those of enough records, by primary subtag, in the order of code
 * points.
 */
function chooseLanguages(database: Database): string[] {
  const rows = database.all<[string, number]>("SELECT value, records FROM property_values WHERE property = 'lang'");
  const size = database.all<[number]>("SELECT records FROM corpus")[0]?.[0] ?? 0;
  const records = new Map<string, number>();
  for (const [tag, count] of rows) {
    const language = tag.split("-", 1)[0]?.toLowerCase() ?? "";
    records.set(language, (records.get(language) ?? 0) + count);
  }
  return [...records]
    .filter(([language, count]) => count >= LEAST_SHARE * size && hasStemmer(language))
    .sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || (a < b ? -1 : 1))
    .slice(0, MOST_LANGUAGES)
    .map(([language]) => language)
    .sort();
}

/** The terms whose stems a database has: to be read before its vocabulary is made anew. */
export function readStemmedTerms(database: Database): ReadonlySet<string> {
  return new Set(database.all<[string]>("SELECT term FROM vocabulary").map(([term]) => term));
}

/**
 * Gives the vocabulary's terms their stems.
 *
 * @param stemmed Terms that have them already, unless the corpus's languages are others now.
 */
export async function addStems(database: Database, terms: string[], stemmed: ReadonlySet<string>): Promise<void> {
  const languages = chooseLanguages(database);
  const isKept = readLanguages(database).join() === languages.join();
  if (isKept) {
    if (stemmed.size > 0) database.exec("DELETE FROM stems WHERE term NOT IN (SELECT term FROM vocabulary)");
  } else {
    database.exec("DELETE FROM stems; DELETE FROM stem_languages");
    languages.forEach((language, number) => {
      database.run("INSERT INTO stem_languages VALUES (?, ?)", [number, language]);
    });
  }
  const findStems = buildStemFinder(await Promise.all(languages.map(loadStemmer)));
  database.exec("DROP INDEX IF EXISTS stems_by_stem");
  const rows = openBulkInsert(database, "stems", 3);
  for (const term of terms) {
    if (isKept && stemmed.has(term)) continue;
    for (const [stem, set] of findStems(term)) if (stem !== term) rows.add([term, stem, set]);
  }
  rows.flush();
  database.exec("CREATE INDEX stems_by_stem ON stems (stem)");
}

function readLanguages(database: Database): string[] {
  return database.all<[string]>("SELECT language FROM stem_languages ORDER BY number").map(([language]) => language);
}

/** Finds the stems of a term, each with the set of languages that give it. */
function buildStemFinder(stemmers: Stemmer[]): (term: string) => Map<string, number> {
  return (term) => {
    const stems = new Map<string, number>();
    stemmers.forEach((stem, language) => {
      const found = stem(term);
      stems.set(found, (stems.get(found) ?? 0) | (1 << language));
    });
    return stems;
  };
}

/** The languages in which a term is its own stem. */
const OWN_LANGUAGES = (term: string): string =>
  `(SELECT (1 << count(*)) - 1 FROM stem_languages) & ~(SELECT total(languages) FROM stems WHERE stems.term = ${term})`;

/** The vocabulary's other terms that share a stem with each of the given, most frequent first; terms without any are left out. */
export async function findInflections(database: Database, terms: string[]): Promise<Map<string, Term[]>> {
  const given = JSON.stringify([...new Set(terms)]);
  const known = database.all<[string]>("SELECT term FROM vocabulary WHERE term IN (SELECT value FROM json_each(?))", [
    given,
  ]);
  const unknown = new Set(terms);
  for (const [term] of known) unknown.delete(term);
  const stems = database.all<[string, string, number]>(
    `SELECT term, stem, languages FROM stems WHERE term IN (SELECT value FROM json_each(?))
      UNION ALL SELECT value, value, ${OWN_LANGUAGES("value")} FROM json_each(?)`,
    [given, JSON.stringify(known.flat())],
  );
  if (unknown.size > 0) stems.push(...(await stemTerms(database, [...unknown])));
  const rows = database.all<[string, ...TermRow]>(FORMS, [JSON.stringify(stems)]);
  const forms = new Map<string, Term[]>();
  for (const [term, ...row] of rows) {
    const found = forms.get(term);
    if (found === undefined) forms.set(term, [buildTerm(row)]);
    else if (found.length < MOST_FORMS) found.push(buildTerm(row));
  }
  return forms;
}

async function stemTerms(database: Database, terms: string[]): Promise<[string, string, number][]> {
  const findStems = buildStemFinder(await Promise.all(readLanguages(database).map(loadStemmer)));
  return terms.flatMap((term) =>
    [...findStems(term)].map(([stem, languages]): [string, string, number] => [term, stem, languages]),
  );
}

const FORMS = `
  WITH wanted (given, stem, languages) AS (
    SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)
  ), found (given, form) AS (
    SELECT given, stems.term FROM wanted CROSS JOIN stems ON stems.stem = wanted.stem
      WHERE stems.languages & wanted.languages
    UNION SELECT given, stem FROM wanted WHERE languages & ${OWN_LANGUAGES("wanted.stem")}
  )
  SELECT given, term, text_records, around_records FROM found CROSS JOIN vocabulary ON term = form
    WHERE form <> given ORDER BY text_records + around_records DESC, number`;
