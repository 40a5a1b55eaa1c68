import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { BrokenCorpusError, UserError } from "../src/diagnostic.ts";
import { openStore } from "../src/store/cache.ts";
import { nameManifest } from "../src/store/manifest.ts";
import { makeFolder, toLines, writeIn } from "./corpus-folder.ts";

const quote = (text: string) => ({ kind: "quote", text });
const QUOTES = toLines([quote("pression totale"), quote("une voie diplomatique")]);

function makeCorpus(files: Record<string, string> = { "a.jsonl": QUOTES, "b.jsonl": toLines([quote("le progrès")]) }) {
  const folder = makeFolder(files);
  const cacheFolder = join(makeFolder(), "deep", "cache");
  const warnings: string[] = [];
  const open = () => openStore([folder], { cacheFolder, warn: (line) => warnings.push(line) });
  /** How many records hold each word, and that the store answers as a whole. */
  const count = async (...words: string[]): Promise<number[]> => {
    const store = await open();
    const found: number[] = [];
    for (const word of words)
      found.push((await store.readRecords(await store.findCandidates([[[word]]], {}, 10))).length);
    store.close();
    return found;
  };
  return { folder, cacheFolder, warnings, open, count };
}

function list(folder: string, ending: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith(ending));
}

function findOnly(folder: string, ending: string): string {
  const [name, ...others] = list(folder, ending);
  if (name === undefined || others.length > 0) throw new Error(`not one ${ending}: ${readdirSync(folder).join(" ")}`);
  return join(folder, name);
}

describe("a corpus in the cache", () => {
  it("is compiled once", async () => {
    const { cacheFolder, count } = makeCorpus();
    expect(await count("pression", "progres", "rien")).toEqual([1, 1, 0]);
    const before = statSync(findOnly(cacheFolder, ".sqlite"), { bigint: true });
    expect(await count("pression", "progres", "rien")).toEqual([1, 1, 0]);
    expect(statSync(findOnly(cacheFolder, ".sqlite"), { bigint: true })).toMatchObject({
      ino: before.ino,
      ctimeNs: before.ctimeNs,
    });
    expect(readdirSync(cacheFolder)).toHaveLength(2);
  });

  it("is for its owner alone", async () => {
    const { cacheFolder, count } = makeCorpus();
    await count();
    expect(statSync(cacheFolder).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(cacheFolder)) expect(statSync(join(cacheFolder, name)).mode & 0o777).toBe(0o600);
  });

  it("follows its files: edited, touched, added, deleted, renamed", async () => {
    const { folder, cacheFolder, count } = makeCorpus();
    expect(await count("totale", "partielle", "progres")).toEqual([1, 0, 1]);
    writeIn(folder, "a.jsonl", QUOTES.replace("totale", "partielle"));
    expect(await count("totale", "partielle", "progres")).toEqual([0, 1, 1]);
    const database = findOnly(cacheFolder, ".sqlite");
    utimesSync(join(folder, "a.jsonl"), 1, 1);
    expect(await count("totale", "partielle", "progres")).toEqual([0, 1, 1]);
    expect(findOnly(cacheFolder, ".sqlite")).toBe(database);
    writeIn(folder, "deep/c.yaml", "quotes:\n  - id: c\n    text: encore partielle\n");
    expect(await count("totale", "partielle", "progres")).toEqual([0, 2, 1]);
    rmSync(join(folder, "b.jsonl"));
    expect(await count("totale", "partielle", "progres")).toEqual([0, 2, 0]);
    expect(readdirSync(cacheFolder)).toHaveLength(2);
  });

  it("is compiled anew when what is in the cache is of no use", async () => {
    const damages: ((database: string, manifest: string) => void)[] = [
      (database) => rmSync(database),
      (database) => writeFileSync(database, ""),
      (database) => writeFileSync(database, "no database".repeat(1000)),
      (database) => truncateSync(database, 8192),
      (_, manifest) => rmSync(manifest),
      (_, manifest) => writeFileSync(manifest, "{"),
      (_, manifest) =>
        writeFileSync(manifest, readFileSync(manifest, "utf8").replace(/[0-9a-f]{32}\.sqlite/u, "../x.sqlite")),
      (database, manifest) => writeFileSync(manifest, readFileSync(database)),
    ];
    const { cacheFolder, count, warnings } = makeCorpus();
    for (const damage of damages) {
      expect(await count("pression", "progres")).toEqual([1, 1]);
      damage(findOnly(cacheFolder, ".sqlite"), findOnly(cacheFolder, ".json"));
    }
    expect(await count("pression", "progres")).toEqual([1, 1]);
    expect(warnings).toEqual([]);
  });

  it("is dropped when it turns out to be damaged inside", async () => {
    const { cacheFolder, count } = makeCorpus({
      "a.jsonl": toLines(Array.from({ length: 500 }, () => quote("pression"))),
    });
    expect(await count("pression")).toEqual([10]);
    const database = findOnly(cacheFolder, ".sqlite");
    const bytes = readFileSync(database);
    const page = Math.floor(bytes.indexOf('"text":"pression"') / 4096) * 4096;
    writeFileSync(database, bytes.fill(0x5a, page, page + 4096));
    await expect(count("pression")).rejects.toThrow(UserError);
    expect(await count("pression")).toEqual([10]);
  });

  it("is compiled in memory where the folder cannot be used, and says so once", async () => {
    const { folder } = makeCorpus();
    const warnings: string[] = [];
    const cacheFolder = join(makeFolder({ file: "" }), "file");
    for (let run = 1; run <= 2; run++) {
      const store = await openStore([folder], { cacheFolder, warn: (line) => warnings.push(line) });
      expect(store.size).toBe(3);
      store.close();
      expect(warnings).toHaveLength(run);
    }
    const store = await openStore([folder], { cacheFolder: undefined });
    expect(store.size).toBe(3);
    store.close();
  });

  it("can be opened by twenty at once, while it is compiled and while it changes", async () => {
    const { folder, cacheFolder, count, warnings } = makeCorpus();
    const openTwenty = async () => {
      const counts = await Promise.all(Array.from({ length: 20 }, () => count("pression", "progres")));
      return new Set(counts.map(String));
    };
    expect(await openTwenty()).toEqual(new Set(["1,1"]));
    writeIn(folder, "b.jsonl", toLines([quote("le progrès"), quote("les progrès")]));
    writeIn(folder, "b2.jsonl", toLines([quote("progrès")]));
    expect(await openTwenty()).toEqual(new Set(["1,3"]));
    expect(warnings).toEqual([]);
    expect(readdirSync(cacheFolder)).toHaveLength(2);
  });

  it("leaves nothing behind when the corpus is broken, and keeps the last good one", async () => {
    const { folder, cacheFolder, open, count } = makeCorpus();
    await count("pression");
    const before = readdirSync(cacheFolder);
    writeIn(folder, "c.yaml", "quotes: [");
    await expect(open()).rejects.toThrow(BrokenCorpusError);
    expect(readdirSync(cacheFolder)).toEqual(before);
    rmSync(join(folder, "c.yaml"));
    expect(await count("pression")).toEqual([1]);
  });

  it("is swept of what broken-off runs and former corpora have left, and of nothing else", async () => {
    const { cacheFolder, count } = makeCorpus();
    (await openStore([makeFolder({ "other.jsonl": QUOTES })], { cacheFolder })).close();
    const current = readdirSync(cacheFolder);
    const name = nameManifest(["/another"]).replace(".json", "");
    const left = [`${"0".repeat(32)}.sqlite`, `${name}.sqlite.${crypto.randomUUID()}.tmp`, `${name}.json.123`];
    const fresh = `${"1".repeat(32)}.sqlite`;
    for (const file of [...left, "notes.txt", fresh]) writeIn(cacheFolder, file, "{}");
    const daysAgo = Date.now() / 1000 - 3 * 24 * 60 * 60;
    for (const file of [...left, ...current, "notes.txt"]) utimesSync(join(cacheFolder, file), daysAgo, daysAgo);
    await count();
    const kept = [...current, "notes.txt", fresh];
    expect(readdirSync(cacheFolder)).toEqual(expect.arrayContaining(kept));
    expect(readdirSync(cacheFolder).filter((file) => left.includes(file))).toEqual([]);
  });
});

describe("openStore", () => {
  it.each([
    ["no quotes or facts", { "a.yaml": "speakers:\n  - {id: x, name: X}\n" }, UserError],
    ["no files", {}, UserError],
    [
      "two records of one id",
      {
        "a.jsonl": toLines([
          { ...quote("a"), id: "x" },
          { ...quote("b"), id: "x" },
        ]),
      },
      BrokenCorpusError,
    ],
    [
      "an id for two kinds",
      {
        "a.jsonl": toLines([
          { ...quote("a"), id: "x" },
          { kind: "speaker", id: "x", name: "X" },
        ]),
      },
      BrokenCorpusError,
    ],
    [
      "an id that nothing bears",
      { "a.yaml": "speakers: [{id: x, name: X}]\nquotes: [{id: q, text: t, speaker: nobody}]" },
      BrokenCorpusError,
    ],
    ["a fault in one record", { "a.jsonl": `${QUOTES}{"kind":"quote","text":7}\n` }, BrokenCorpusError],
  ])("refuses a corpus with %s", async (_, files, error) => {
    const { cacheFolder, open } = makeCorpus(files);
    await expect(open()).rejects.toThrow(error);
    expect(existsSync(cacheFolder) ? readdirSync(cacheFolder) : []).toEqual([]);
    await expect(openStore([makeFolder(files)], { cacheFolder: undefined })).rejects.toThrow(error);
  });
});
