import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";

import manifest from "../package.json" with { type: "json" };

const BIN = join(import.meta.dirname, "../bin/dixit.cjs");
const QUOTES = 20_000;

let folder: string;
let large: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dixit-process-"));
  large = join(folder, "large.jsonl");
  const lines = Array.from(
    { length: QUOTES },
    (_, at) => `{"kind":"quote","text":"Words number ${at}.","speaker":"Ann"}`,
  );
  writeFileSync(large, lines.join("\n"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts dixit in a process of its own, with a cache of the tests' own. */
function dixit(args: string[], cache = "cache", nodeOptions: string[] = []) {
  const env = { XDG_CACHE_HOME: join(folder, cache), DIXIT_CORPUS: undefined, NODE_OPTIONS: undefined };
  return execa(process.execPath, [...nodeOptions, BIN, ...args], { env, reject: false, maxBuffer: 1e9 });
}

test.each([
  { args: ["search", "pression totale"], code: 0 },
  { args: ["search", "qwertyuiop"], code: 1 },
  { args: ["search", "--nonsense"], code: 2 },
  { args: ["search", "--corpus", "missing.yaml"], code: 2 },
])("dixit $args exits $code", async ({ args, code }) => {
  const { exitCode, stdout, stderr } = await dixit(args);
  expect(exitCode).toBe(code);
  expect(stdout === "").toBe(code !== 0);
  expect(stderr).not.toMatch(/Warning|\n {4}at /);
});

test("--version prints the package's version, and nothing else", async () => {
  expect(await dixit(["--version"])).toMatchObject({ exitCode: 0, stdout: manifest.version, stderr: "" });
});

test("nothing but the answer is printed on a cold cache and on a warm one", async () => {
  const cold = await dixit(["search", "pression totale", "--json"], "once");
  const warm = await dixit(["search", "pression totale", "--json"], "once");
  expect(cold).toMatchObject({ exitCode: 0, stderr: "" });
  expect(warm).toMatchObject({ exitCode: 0, stderr: "", stdout: cold.stdout });
});

test("a long output is whole through a pipe", async () => {
  const { exitCode, stdout } = await dixit(["search", "--corpus", large, "--json"]);
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toHaveLength(QUOTES);
});

test("a closed pipe is a quiet end", async () => {
  const running = dixit(["search", "--corpus", large, "-f", "jsonl"]);
  running.stdout.once("data", () => running.stdout.destroy());
  expect(await running).toMatchObject({ exitCode: 0, stderr: "" });
});

test("an interrupt ends the program while it writes", async () => {
  const running = dixit(["search", "--corpus", large, "-f", "jsonl"]);
  running.stdout.once("data", () => {
    running.stdout.pause();
    running.kill("SIGINT");
  });
  expect(await running).toMatchObject({ isTerminated: true, signal: "SIGINT", stderr: "" });
});

test("twenty at once on a cold cache all answer", async () => {
  const search = () => dixit(["search", "pression totale", "--json"], "crowded");
  const results = await Promise.all(Array.from({ length: 20 }, search));
  expect(JSON.parse(results[0]?.stdout ?? "")).toMatchObject([{ id: "pression-totale" }]);
  for (const result of results) {
    expect(result).toMatchObject({ exitCode: 0, stderr: "", stdout: results[0]?.stdout });
  }
});

test("a cache that cannot be written is done without", async () => {
  const { exitCode, stdout } = await dixit(["search", "pression totale", "--json"], "large.jsonl");
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject([{ id: "pression-totale" }]);
});

test("a Node that is too old is told so", async () => {
  const pretend = "data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '20.18.3' })";
  const { exitCode, stdout, stderr } = await dixit(["--version"], "cache", ["--import", pretend]);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toMatch(/^dixit: Node\.js 20\.19 or later is needed[^\n]*$/);
});

test("the README's shell scripts run as they stand", async () => {
  const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
  const scripts = [...readme.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, script = ""]) => script);
  const own = scripts.filter((script) => !script.startsWith("npm "));
  expect(own.length).toBeGreaterThan(0);
  writeFileSync(join(folder, "dixit"), `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`, { mode: 0o755 });
  const env = { PATH: `${folder}:${process.env["PATH"]}`, XDG_CACHE_HOME: join(folder, "cache") };
  for (const script of own) {
    const { exitCode, stderr } = await execa("sh", ["-euc", script], { cwd: folder, env, reject: false });
    expect({ script, exitCode, stderr }).toEqual({ script, exitCode: 0, stderr: "" });
  }
});
