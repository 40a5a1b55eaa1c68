import type { Database, Value } from "./sqlite.ts";

/** Inserts the rows of a table some at a time: a call of SQLite costs more than the row. */
export interface BulkInsert {
  add(row: Value[]): void;
  /** Inserts what is still held back. */
  flush(): void;
}

const ROWS = 64;

/** An insert into a table of as many columns; rows that are there already are left as they are. */
export function openBulkInsert(database: Database, table: string, columns: number): BulkInsert {
  const row = `(${Array(columns).fill("?").join(", ")})`;
  const build = (rows: number): string => `INSERT OR IGNORE INTO ${table} VALUES ${Array(rows).fill(row).join(", ")}`;
  const many = build(ROWS);
  const one = build(1);
  let held: Value[] = [];
  return {
    add: (values) => {
      held.push(...values);
      if (held.length < ROWS * columns) return;
      database.run(many, held);
      held = [];
    },
    flush: () => {
      for (let at = 0; at < held.length; at += columns) database.run(one, held.slice(at, at + columns));
      held = [];
    },
  };
}
