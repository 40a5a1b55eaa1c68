import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { isDamage, openDatabase } from "../src/store/sqlite.ts";
import { makeFolder } from "./corpus-folder.ts";

describe("openDatabase", () => {
  it("gives back what was put in, by all and one by one", async () => {
    const database = await openDatabase(":memory:", "write");
    const rows = [
      [1, "« été » 🙂", null, new Uint8Array([0, 255])],
      [2 ** 52, "", null, new Uint8Array()],
    ];
    database.exec("CREATE TABLE things (number INTEGER, text TEXT, absent TEXT, bytes BLOB)");
    for (const row of rows) database.run("INSERT INTO things VALUES (?, ?, ?, ?)", row);
    const read = [database.all("SELECT * FROM things"), [...database.iterate("SELECT * FROM things")]];
    for (const found of read) {
      expect(
        found.map((row) => row.map((value) => (value instanceof Uint8Array ? Uint8Array.from(value) : value))),
      ).toEqual(rows);
    }
    expect(database.all("SELECT number FROM things WHERE text = ?", ["none"])).toEqual([]);
    database.close();
  });

  it("has the full-text search that the store is made of", async () => {
    const database = await openDatabase(":memory:", "write");
    database.exec("CREATE VIRTUAL TABLE words USING fts5(text, content='', contentless_delete=1, detail=column)");
    database.run("INSERT INTO words (rowid, text) VALUES (?, ?)", [2 ** 40, "mot"]);
    expect(database.all("SELECT rowid FROM words WHERE words MATCH ?", ['"mot"'])).toEqual([[2 ** 40]]);
    database.close();
  });

  it("does not write to what it opens for reading", async () => {
    const path = join(makeFolder(), "a b#c?.sqlite");
    const writable = await openDatabase(path, "write");
    writable.exec("CREATE TABLE things (number INTEGER)");
    writable.close();
    const database = await openDatabase(path, "read");
    expect(database.all("SELECT * FROM things")).toEqual([]);
    expect(() => database.exec("INSERT INTO things VALUES (1)")).toThrow(/readonly/);
    database.close();
  });

  it("tells damage from other errors", async () => {
    const path = join(makeFolder(), "damaged.sqlite");
    writeFileSync(path, "nothing like a database".repeat(100));
    const read = async (file: string, sql: string): Promise<unknown> => {
      const database = await openDatabase(file, "write");
      return database.all(sql);
    };
    expect(await read(path, "PRAGMA user_version").catch(isDamage)).toBe(true);
    expect(await read(":memory:", "SELECT * FROM nowhere").catch(isDamage)).toBe(false);
  });
});
