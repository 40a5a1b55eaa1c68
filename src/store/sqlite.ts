/**
 * SQLite, from whichever of two bindings the runtime offers: node:sqlite where it has FTS5, else libsql. Both are spoken to in
 * the narrow way that is safe with both: parameters in one array, no booleans, rows as arrays, integers as numbers.
 */
import { pathToFileURL } from "node:url";

import { UserError } from "../diagnostic.ts";

/** A value in a database. */
export type Value = string | number | null | Uint8Array;

/** An open database. Statements are prepared once for each text, so values belong in the parameters. */
export interface Database {
  /** Runs statements without parameters or results. */
  exec(sql: string): void;
  /** The rows of a query; `Row` is what its author says that it selects. */
  all<Row extends Value[]>(sql: string, parameters?: Value[]): Row[];
  /** The rows of a query, one by one; the same query must not run again before the last row. */
  iterate<Row extends Value[]>(sql: string, parameters?: Value[]): IterableIterator<Row>;
  run(sql: string, parameters?: Value[]): void;
  close(): void;
}

/**
 * Opens a database.
 *
 * @param path A file, or ":memory:".
 * @param mode "read" opens an existing file that nobody changes; "write" makes the file where it is missing.
 * @throws UserError where the runtime has no SQLite; else SQLite's own errors, often only at the first query.
 */
export async function openDatabase(path: string, mode: "read" | "write"): Promise<Database> {
  const open = await (binding ??= loadBinding());
  return open(path, mode);
}

/** Whether an error says that a file is no database or a damaged one. */
export function isDamage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "errcode" in error ? error.errcode : "rawCode" in error ? error.rawCode : undefined;
  return typeof code === "number" && (code & 0xff) in DAMAGE;
}

/** SQLITE_CORRUPT and SQLITE_NOTADB. */
const DAMAGE = { 11: true, 26: true };

type Open = (path: string, mode: "read" | "write") => Database;

let binding: Promise<Open> | undefined;

async function loadBinding(): Promise<Open> {
  return (await loadNodeBinding()) ?? (await loadLibsqlBinding());
}

/** The part of a prepared statement that this file uses, in the shape that both bindings are brought to. */
interface Statement {
  all(parameters: Value[]): unknown[];
  iterate(parameters: Value[]): IterableIterator<unknown>;
  run(parameters: Value[]): unknown;
}

function adapt(exec: (sql: string) => void, prepare: (sql: string) => Statement, close: () => void): Database {
  const prepared = new Map<string, Statement>();
  const find = (sql: string): Statement => {
    let statement = prepared.get(sql);
    if (statement === undefined) prepared.set(sql, (statement = prepare(sql)));
    return statement;
  };
  return {
    exec,
    // Nothing tells the type of a row but the text of its query, which stands beside `Row` at each call.
    all: <Row extends Value[]>(sql: string, parameters: Value[] = []) => find(sql).all(parameters) as Row[],
    iterate: <Row extends Value[]>(sql: string, parameters: Value[] = []) =>
      find(sql).iterate(parameters) as IterableIterator<Row>,
    run: (sql, parameters = []) => void find(sql).run(parameters),
    close,
  };
}

interface NodeStatement {
  all(...parameters: Value[]): unknown[];
  iterate(...parameters: Value[]): IterableIterator<unknown>;
  run(...parameters: Value[]): unknown;
  setReturnArrays(enabled: boolean): void;
}

interface NodeModule {
  DatabaseSync: new (
    path: string,
    options?: { readOnly?: boolean },
  ) => { exec(sql: string): void; prepare(sql: string): NodeStatement; close(): void };
}

async function loadNodeBinding(): Promise<Open | undefined> {
  // In a variable, since the type definitions are those of the oldest Node, which has no such module.
  const name: string = "node:sqlite";
  let module: NodeModule;
  try {
    module = await import(name);
  } catch {
    return undefined;
  }
  const open: Open = (path, mode) => {
    const database = new module.DatabaseSync(path, { readOnly: mode === "read" });
    const prepare = (sql: string): Statement => {
      const statement = database.prepare(sql);
      statement.setReturnArrays(true);
      return {
        all: (parameters) => statement.all(...parameters),
        iterate: (parameters) => statement.iterate(...parameters),
        run: (parameters) => statement.run(...parameters),
      };
    };
    return adapt(
      (sql) => database.exec(sql),
      prepare,
      () => database.close(),
    );
  };
  return hasFullTextSearch(module) ? open : undefined;
}

function hasFullTextSearch(module: NodeModule): boolean {
  const database = new module.DatabaseSync(":memory:");
  try {
    const statement = database.prepare("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'");
    return statement.all().length > 0 && typeof statement.setReturnArrays === "function";
  } finally {
    database.close();
  }
}

async function loadLibsqlBinding(): Promise<Open> {
  const { default: Libsql } = await import("libsql").catch((cause: unknown) => {
    throw new UserError(
      `no SQLite in this Node ${cause instanceof Error ? `(${cause.message.split("\n", 1)[0]})` : ""}`.trimEnd(),
      "install with optional dependencies (npm install --include=optional), or use Node 22.16 or later",
    );
  });
  return (path, mode) => {
    // Its option `readonly` does nothing; SQLite's own address form does.
    const address = mode === "read" ? `${pathToFileURL(path).href}?mode=ro&immutable=1` : path;
    const database = new Libsql(address);
    const prepare = (sql: string): Statement => {
      const statement = database.prepare(sql);
      return statement.reader ? statement.raw() : statement;
    };
    return adapt(
      (sql) => void database.exec(sql),
      prepare,
      () => void database.close(),
    );
  };
}
