import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";

import manifest from "../package.json" with { type: "json" };

const ROOT = join(import.meta.dirname, "..");

/** What a stranger writes against the public interface, compiled with the types of the package and of nothing else. */
const CONSUMER = `
import { findHits, openStore, type CorpusRecord, type Diagnostic, type Hit } from "dixit";

export async function find(words: string): Promise<CorpusRecord[]> {
  const store = await openStore(["quotes.yaml"], { cacheFolder: undefined });
  const { hits } = await findHits(store, { words, filter: {}, limit: 10, sort: "relevance", reverse: false });
  const records: CorpusRecord[] = [];
  for await (const { record } of hits as AsyncIterable<Hit>) records.push(record);
  store.close();
  return records;
}
export const rule = (diagnostic: Diagnostic): string => diagnostic.rule;
`;
const CONSUMER_OPTIONS = { module: "nodenext", target: "es2023", strict: true, skipLibCheck: false, types: [] };

const PACKED = [
  "LICENSE",
  "README.md",
  "CHANGELOG.md",
  "package.json",
  "bin/dixit.cjs",
  "dist/cli.cjs",
  "dist/index.js",
  "dist/types/index.d.ts",
  "dist/schema/corpus.json",
  "dist/THIRD-PARTY-LICENSES.txt",
];

let folder: string;
let packed: string[];

/** Runs a program in the folder that the package is installed in. */
function run(file: string, args: string[]) {
  const env = { XDG_CACHE_HOME: join(folder, "cache"), DIXIT_CORPUS: undefined, NODE_OPTIONS: undefined };
  return execa(file, args, { cwd: folder, env, reject: false, preferLocal: true, localDir: folder });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "dixit-package-"));
  const { stdout } = await execa("npm", ["pack", "--json", "--silent", "--pack-destination", folder], { cwd: ROOT });
  const [{ filename, files }] = JSON.parse(stdout.slice(stdout.indexOf("[")));
  packed = files.map(({ path }: { path: string }) => path);
  writeFileSync(join(folder, "package.json"), `{ "private": true, "type": "module" }`);
  await execa("npm", ["install", "--ignore-scripts", "--prefer-offline", join(folder, filename)], { cwd: folder });
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the tarball holds the program, its data and its licences, and nothing else", () => {
  expect(packed).toEqual(expect.arrayContaining(PACKED));
  const known =
    /^(LICENSE|README\.md|CHANGELOG\.md|package\.json|bin\/dixit\.cjs|data\/.+\.yaml|dist\/.+\.(c?js|d\.ts|json|txt))$/;
  expect(packed.filter((path) => !known.test(path))).toEqual([]);
});

test("the lock file names no registry but the default", () => {
  const lock = readFileSync(join(ROOT, "package-lock.json"), "utf8");
  expect(lock).not.toMatch(/"resolved": "(?!https:\/\/registry\.npmjs\.org\/)/);
});

test("no package is installed with it but the native SQLite", () => {
  const lock = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8"));
  const installed = Object.keys(lock.packages).filter((path) => path !== "");
  expect(installed.filter((path) => !/^node_modules\/(dixit|@libsql\/[\w-]+)$/.test(path))).toEqual([]);
});

test("dixit search finds a quote in the built-in corpus", async () => {
  const { exitCode, stdout, stderr } = await run("dixit", ["search", "pression totale", "--json"]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject([{ id: "pression-totale" }]);
});

test("dixit --version prints the version", async () => {
  expect(await run("dixit", ["--version"])).toMatchObject({ exitCode: 0, stdout: manifest.version });
});

test.each(["corpus", "record", "diagnostic"])(
  "dixit schema %s prints the schema that the package exports",
  async (name) => {
    const { stdout } = await run("dixit", ["schema", name]);
    const script = `import schema from "dixit/schema/${name}.json" with { type: "json" }; console.log(JSON.stringify(schema))`;
    const exported = await run(process.execPath, ["--input-type=module", "--eval", script]);
    expect(JSON.parse(exported.stdout)).toEqual(JSON.parse(stdout));
  },
);

test("the library can be imported", async () => {
  const script = `import { fold } from "dixit"; console.log(fold("L’Œuvre"))`;
  expect(await run(process.execPath, ["--input-type=module", "--eval", script])).toMatchObject({
    stdout: "l'oeuvre",
    stderr: "",
  });
});

test("the README's example of the library does what it says", async () => {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  const [, corpus = ""] = /^```yaml camus\.yaml\n(.*?)^```$/ms.exec(readme) ?? [];
  const [, example = ""] = /^```ts\n(.*?)^```$/ms.exec(readme) ?? [];
  const [, promised] = /console\.log.* \/\/ (.+)$/m.exec(example) ?? [];
  writeFileSync(join(folder, "camus.yaml"), corpus);
  writeFileSync(join(folder, "example.js"), example);
  expect(promised).toBeDefined();
  expect(await run(process.execPath, ["example.js"])).toMatchObject({ exitCode: 0, stdout: promised, stderr: "" });
});

test("its types compile without the packages that it was built from", async () => {
  writeFileSync(join(folder, "consumer.ts"), CONSUMER);
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: CONSUMER_OPTIONS, files: ["consumer.ts"] }),
  );
  const { exitCode, stdout } = await run(join(ROOT, "node_modules/.bin/tsc"), ["--noEmit"]);
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: "" });
});
