import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { openStore } from "../src/store/cache.ts";
import type { Store } from "../src/store/store.ts";

/** A folder of its own, with these files. */
export function makeFolder(files: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "dixit-store-"));
  for (const [name, content] of Object.entries(files)) writeIn(folder, name, content);
  return folder;
}

/** Writes a file below a folder. */
export function writeIn(folder: string, name: string, content: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

/** JSON Lines. */
export function toLines(values: readonly object[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join("");
}

/** The store of a corpus of these files, compiled in memory. */
export async function openFiles(files: Record<string, string>): Promise<Store> {
  return openStore([makeFolder(files)], { cacheFolder: undefined });
}

/** Everything an asynchronous sequence gives. */
export async function collect<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const collected: Value[] = [];
  for await (const value of values) collected.push(value);
  return collected;
}
