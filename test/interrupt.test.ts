import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { watch } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";

const BIN = join(import.meta.dirname, "../bin/dixit.cjs");
const QUOTES = 20_000;

let folder: string;
let large: string;
let compiled: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dixit-interrupt-"));
  large = join(folder, "large.jsonl");
  compiled = join(folder, "cache/dixit");
  const lines = Array.from({ length: QUOTES }, (_, at) => `{"kind":"quote","text":"Words number ${at}."}`);
  writeFileSync(large, lines.join("\n"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function count(...args: string[]) {
  const env = { XDG_CACHE_HOME: join(folder, "cache"), DIXIT_CORPUS: undefined, NODE_OPTIONS: undefined };
  const options = ["search", "number", "19999", "--corpus", large, "--fields", "text", "-f", "tsv", "-n", "1", ...args];
  return execa(process.execPath, [BIN, ...options], { env, reject: false });
}

/** Resolves as soon as something is written into the cache. */
async function startWriting(): Promise<void> {
  for await (const { filename } of watch(compiled)) if (filename?.endsWith(".tmp")) return;
}

test.each(["SIGINT", "SIGTERM"] as const)("%s while compiling does no harm", async (signal) => {
  rmSync(compiled, { recursive: true, force: true });
  mkdirSync(compiled, { recursive: true });
  const started = startWriting();
  const running = count();
  await started;
  running.kill(signal);
  expect(await running).toMatchObject({ isTerminated: true, signal, stdout: "", stderr: "" });

  // What is left is taken away by a later run, once it is old enough to be nobody's.
  for (const name of readdirSync(compiled)) utimesSync(join(compiled, name), 0, 0);
  expect(await count("--quiet")).toMatchObject({ exitCode: 0, stdout: "text\nWords number 19999.", stderr: "" });
  const left = readdirSync(compiled).filter((name) => name !== "v8"); // Node's own, where it keeps compiled code
  const extensions = left.map((name) => name.replace(/^.*\./, ""));
  expect(extensions.sort()).toEqual(["json", "sqlite"]);
});
