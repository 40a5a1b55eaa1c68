import { existsSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { discoverFiles } from "../src/corpus/discover.ts";
import { BrokenCorpusError } from "../src/diagnostic.ts";
import { compileCorpus } from "../src/store/compile.ts";
import { openDatabase } from "../src/store/sqlite.ts";
import { buildSqliteStore } from "../src/store/sqlite-store.ts";
import type { Store } from "../src/store/store.ts";
import { splitTerms } from "../src/text/fold.ts";
import { collect, makeFolder, toLines, writeIn } from "./corpus-folder.ts";

/** All that a store can tell of a corpus, apart from numbers. */
async function describeStore(store: Store) {
  const vocabulary = await store.findTermsByPrefix("", Infinity);
  const holders: unknown[] = [];
  for (const { term } of vocabulary) {
    const found = await store.readRecords(await store.findCandidates([[[term]]], {}, Infinity));
    holders.push([term, found.map(({ id }) => id), await store.findNearTerms(term, 1)]);
  }
  return {
    size: store.size,
    vocabulary,
    holders,
    inflections: await store.findInflections([...vocabulary.map(({ term }) => term), "paisible", "accorder"]),
    languages: await store.listValues("lang"),
    records: await collect(store.listRecords({}, "corpus", false, Infinity)),
    bySpeaker: await collect(store.listRecords({}, "speaker", true, Infinity)),
    speakers: await store.listSpeakers({}),
    speakerNames: await store.listSpeakerNames(),
    sources: await store.listSources({}),
    tags: await store.listTags({}),
    places: await store.listValues("place"),
  };
}

async function compileFolder(folder: string) {
  const database = await openDatabase(":memory:", "write");
  const stamps = await compileCorpus(database, await discoverFiles([folder]));
  return { database, stamps, store: buildSqliteStore(database) };
}

const WORDS = ["paix", "guerre", "guerres", "voie", "voies", "accord", "accords", "été"];
const NAMES = ["ana", "Ana Lia", "ben", "Ben Omar", "the ben"];
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
const quote = fc.record(
  {
    kind: fc.constant("quote"),
    text,
    speaker: fc.constantFrom(...NAMES),
    source: fc.constantFrom("times", "The Times", "https://example.org"),
    often_credited_to: fc.subarray(NAMES, { minLength: 1 }),
    date: fc.constantFrom("2024", "2025-02"),
    place: fc.constantFrom("Rome", "Paris"),
    lang: fc.constantFrom("en", "fr", "fr-CA", "la"),
    tags: fc.subarray(WORDS, { minLength: 1 }),
  },
  { requiredKeys: ["kind", "text"] },
);
const fact = fc.record({ kind: fc.constant("fact"), text, claimed_by: fc.subarray(NAMES, { minLength: 1 }) });
const content = fc.array(fc.oneof({ weight: 4, arbitrary: quote }, fact), { maxLength: 5 });

/** Which of the names are declared: the meaning of references in all the other files depends on it. */
const declarations = fc.subarray([
  { kind: "speaker", id: "ana", name: "Ana Lia", aliases: ["la voix"] },
  { kind: "speaker", id: "omar", name: "Ben Omar", role: "accord" },
  { kind: "source", id: "times", title: "The Times", publisher: "Ana Press" },
]);
const FILES = ["a.jsonl", "b.jsonl", "c.jsonl", "d.jsonl", "e.jsonl"];
const edit = fc.oneof(
  { weight: 3, arbitrary: fc.record({ file: fc.constantFrom(...FILES), lines: fc.option(content) }) },
  fc.record({ file: fc.constant("declared.jsonl"), lines: declarations }),
);

describe("compileCorpus", () => {
  it("brings a compiled corpus up to what compiling all of it gives, and reads only what has changed", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(content, { minLength: 5, maxLength: 5 }),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        async (start, edits) => {
          const folder = makeFolder({ "0.jsonl": toLines([{ kind: "quote", text: "toujours" }]) });
          start.forEach((lines, index) => writeIn(folder, FILES[index] ?? "", toLines(lines)));
          const { database } = await compileFolder(folder);
          for (const { file, lines } of edits) {
            if (lines === null) rmSync(`${folder}/${file}`, { force: true });
            else writeIn(folder, file, toLines(lines));
            const files = await discoverFiles([folder]);
            const kept = files.map(({ path }) => path).filter((path) => !path.endsWith(`/${file}`));
            const read = await compileCorpus(database, files, new Set(kept));
            expect([...read.keys()]).toEqual(lines === null ? [] : [`${folder}/${file}`]);
          }
          const fresh = await compileFolder(folder);
          expect(await describeStore(buildSqliteStore(database))).toEqual(await describeStore(fresh.store));
          database.close();
          fresh.database.close();
        },
      ),
      { numRuns: 25 },
    );
  });

  it("keeps the files' order, wherever a new one comes in", async () => {
    const folder = makeFolder({
      "b.jsonl": toLines([{ kind: "quote", text: "b" }]),
      "d.jsonl": toLines([{ kind: "quote", text: "d" }]),
    });
    const { database } = await compileFolder(folder);
    let kept = (await discoverFiles([folder])).map(({ path }) => path);
    for (const name of ["c", "a", "e", "c1", "c0"]) {
      writeIn(folder, `${name}.jsonl`, toLines([{ kind: "quote", text: name }]));
      const files = await discoverFiles([folder]);
      await compileCorpus(database, files, new Set(kept));
      kept = files.map(({ path }) => path);
    }
    const records = await collect(buildSqliteStore(database).listRecords({}, "corpus", false, Infinity));
    expect(records.map((record) => record.text)).toEqual(["a", "b", "c", "c0", "c1", "d", "e"]);
    database.close();
  });

  it("reads all the faults of a broken corpus, however far it got", async () => {
    const folder = makeFolder({
      "a.jsonl": '{"kind":"quote","text":1}\n{"kind":"quote","text":2}\n',
      "b.yaml": "quotes: 7\n",
    });
    const error = await compileFolder(folder).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BrokenCorpusError);
    const diagnostics = error instanceof BrokenCorpusError ? error.diagnostics : [];
    expect(diagnostics.map(({ place }) => [place.file.slice(-6), place.start?.line])).toEqual([
      ["/a.jsonl".slice(-6), 1],
      ["/a.jsonl".slice(-6), 2],
      ["b.yaml", 1],
    ]);
  });

  it.skipIf(!existsSync("/proc/self/fd"))("leaves no file open that it did not read to its end", async () => {
    const folder = makeFolder({ "a.jsonl": toLines([{ kind: "quote", text: 1 }]) });
    await expect(compileFolder(folder)).rejects.toThrow(BrokenCorpusError);
    const open = readdirSync("/proc/self/fd").flatMap((name) => {
      const path = `/proc/self/fd/${name}`;
      return existsSync(path) ? [readlinkSync(path)] : [];
    });
    expect(open.filter((path) => path.startsWith(folder))).toEqual([]);
  });

  it("finds text without spaces, however long", async () => {
    const thai = "สวัสดีชาวโลก".repeat(1_000);
    const { store } = await compileFolder(
      makeFolder({ "a.jsonl": toLines([{ kind: "quote", text: thai, speaker: thai }]) }),
    );
    const terms = splitTerms(thai);
    const found = await store.findCandidates([terms.slice(0, 10).map((term) => [term])], {}, 1);
    expect(await store.readRecords(found)).toMatchObject([{ text: thai }]);
    store.close();
  });

  it("puts YAML's quotes and facts in the order of the file", async () => {
    const yaml = "facts:\n  - {id: f, text: f}\nquotes:\n  - {id: q, text: q}\n";
    const { store } = await compileFolder(makeFolder({ "a.yaml": yaml }));
    const records = await collect(store.listRecords({}, "corpus", false, Infinity));
    expect(records.map(({ id }) => id)).toEqual(["f", "q"]);
    store.close();
  });
});
