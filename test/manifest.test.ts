import { statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import type { CorpusFile } from "../src/corpus/discover.ts";
import { readEntries, type FileStamp } from "../src/corpus/read.ts";
import { buildFileState, compareFiles, readManifest, type FileState, type Manifest } from "../src/store/manifest.ts";
import { TABLES_VERSION } from "../src/store/tables.ts";
import { makeFolder, toLines, writeIn } from "./corpus-folder.ts";

const SECOND = 1_000_000_000n;

async function readStamp(file: CorpusFile): Promise<FileStamp> {
  const batches = readEntries(file);
  let next = await batches.next();
  while (!next.done) next = await batches.next();
  return next.value;
}

/** Two files and a manifest of them, with what the first one's state is to be instead. */
async function makeManifest(change: Partial<FileState> = {}) {
  const folder = makeFolder({ "a.jsonl": toLines([{ kind: "quote", text: "a" }]), "b.jsonl": toLines([]) });
  const files = ["a.jsonl", "b.jsonl"].map((name): CorpusFile => ({ path: join(folder, name), format: "jsonl" }));
  const states: FileState[] = [];
  for (const file of files) states.push({ ...buildFileState(file.path, await readStamp(file)), settled: true });
  const [first, ...others] = states;
  if (first === undefined) throw new Error("no file");
  const manifest: Manifest = { version: TABLES_VERSION, database: "", files: [{ ...first, ...change }, ...others] };
  return { folder, files, manifest };
}

const compare = async ({ files, manifest }: { files: CorpusFile[]; manifest: Manifest }) =>
  (await compareFiles(files, manifest)).outcome;

describe("buildFileState", () => {
  it.each([
    ["just written", 10, 10, 11, false],
    ["written long ago, just renamed", 1, 10, 11, false],
    ["written long ago", 8, 8, 10, true],
    ["written in the future", 20, 8, 10, false],
  ])("knows whether to trust the times of a file %s", (_, mtime, ctime, readAt, settled) => {
    const at = (seconds: number) => BigInt(seconds) * SECOND;
    const times = { mtime: at(mtime), ctime: at(ctime), readAt: at(readAt) };
    expect(buildFileState("a", { size: 1, inode: 1n, hash: "", ...times }).settled).toBe(settled);
  });
});

describe("compareFiles", () => {
  it("does not read what is settled: a false hash is not noticed", async () => {
    expect(await compare(await makeManifest({ hash: "false" }))).toBe("fresh");
  });

  it.each([
    ["with the same bytes", {}, "fresh"],
    ["with other bytes", { hash: "false" }, "changed"],
  ])("reads what is not settled: %s", async (_, change, outcome) => {
    expect(await compare(await makeManifest({ ...change, settled: false }))).toBe(outcome);
  });

  it("sees the same bytes under other times", async () => {
    const corpus = await makeManifest();
    utimesSync(join(corpus.folder, "a.jsonl"), 1, 1);
    const comparison = await compareFiles(corpus.files, corpus.manifest);
    expect(comparison.outcome).toBe("touched");
    expect(comparison.kept[0]?.mtime).toBe(String(SECOND));
  });

  it("sees other bytes of the same length under the same time", async () => {
    const corpus = await makeManifest();
    const path = join(corpus.folder, "a.jsonl");
    const { atime, mtime } = statSync(path);
    writeIn(corpus.folder, "a.jsonl", toLines([{ kind: "quote", text: "b" }]));
    utimesSync(path, atime, mtime);
    expect(await compare(corpus)).toBe("changed");
  });

  it("sees files that are new, gone or in another order", async () => {
    const { files, manifest } = await makeManifest();
    const missing: CorpusFile = { path: `${files[0]?.path}.gone.jsonl`, format: "jsonl" };
    for (const present of [files.slice(1), files.toReversed(), [...files, missing]]) {
      expect(await compare({ files: present, manifest })).toBe("changed");
    }
    expect((await compareFiles(files.slice(1), manifest)).kept).toHaveLength(1);
    expect((await compareFiles(files, undefined)).kept).toEqual([]);
  });
});

describe("readManifest", () => {
  const manifest = {
    version: TABLES_VERSION,
    database: `${"0".repeat(32)}.sqlite`,
    files: [{ path: "/a", size: 1, mtime: "1", ctime: "1", inode: "1", hash: "00", settled: true }],
  };
  const read = (text: string) => readManifest(join(makeFolder({ "a.json": text }), "a.json"));

  it("reads what it should", () => expect(read(JSON.stringify(manifest))).toEqual(manifest));

  it.each([
    ["nothing", ""],
    ["half of it", JSON.stringify(manifest).slice(0, 40)],
    ["no object", "null"],
    ["another version", JSON.stringify({ ...manifest, version: TABLES_VERSION + 1 })],
    ["a database elsewhere", JSON.stringify({ ...manifest, database: "../../somebody.sqlite" })],
    ["files that are none", JSON.stringify({ ...manifest, files: [null] })],
    ["a size that is none", JSON.stringify({ ...manifest, files: [{ ...manifest.files[0], size: "1" }] })],
  ])("takes %s for none", (_, text) => expect(read(text)).toBeUndefined());
});
