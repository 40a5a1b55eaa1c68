import { createHash } from "node:crypto";
import { mkdtemp, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { beforeEach, describe, expect, it } from "vitest";

import type { CorpusFile } from "../src/corpus/discover.ts";
import { readEntries, type Batch, type FileStamp } from "../src/corpus/read.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "dixit-read-"));
});

async function read(content: string | Buffer, format: CorpusFile["format"] = "yaml", name = `a.${format}`) {
  const path = join(folder, name);
  await writeFile(path, content);
  return readPath(path, format);
}

async function readPath(path: string, format: CorpusFile["format"]): Promise<{ batches: Batch[]; stamp: FileStamp }> {
  const batches: Batch[] = [];
  const reading = readEntries({ path, format });
  for (let step = await reading.next(); ; step = await reading.next()) {
    if (step.done) return { batches, stamp: step.value };
    batches.push(step.value);
  }
}

async function listFaults(content: string | Buffer, format?: CorpusFile["format"]): Promise<string[]> {
  const { batches } = await read(content, format);
  return batches
    .flatMap(({ diagnostics }) => diagnostics)
    .map(({ rule, place }) => `${rule} ${place.start?.line ?? 0}`);
}

describe("readEntries", () => {
  it.each([
    [
      "yaml",
      "speakers: [{id: s, name: S}]\nquotes:\n  # first\n  - id: a\n    text: one\n  - {id: b, text: two}\n",
      "id: a",
      "{id: b",
      [4, 6],
    ],
    [
      "json",
      '{"facts": [],\n "quotes": [\n  {"id": "a", "text": "[{1}]"},\n  {"id": "b", "text": "two"}]}',
      '{"id": "a',
      '{"id": "b',
      [3, 4],
    ],
    [
      "jsonl",
      '{"id":"a","kind":"quote","text":"one"}\n\n{"id":"b","kind":"quote","text":"two"}',
      '{"id":"a',
      '{"id":"b',
      [1, 3],
    ],
  ] as const)("gives the place of each entry of %s", async (format, content, first, second, lines) => {
    for (const written of [content, `\ufeff${content}`]) {
      const { batches } = await read(written, format);
      const quotes = batches.flatMap((batch) => batch.quotes);
      expect(quotes.map(({ entry }) => entry.id)).toEqual(["a", "b"]);
      expect(quotes.map(({ line }) => line)).toEqual(lines);
      expect(quotes.map(({ offset }) => offset)).toEqual([content.indexOf(first), content.indexOf(second)]);
    }
  });

  it("keeps text as written but for its normal form", async () => {
    const { batches } = await read(
      'quotes:\n- {id: a, text: "« e\u0301te\u0301\u00a0» ’ \'", date: 2025, x-n: {e\u0301: 1}}',
    );
    expect(batches[0]?.quotes[0]?.entry).toEqual({
      id: "a",
      text: "« été\u00a0» ’ '",
      date: "2025",
      "x-n": { "e\u0301": 1 },
    });
  });

  it("calls a record without id after file and line", async () => {
    const { batches } = await read('\n{"kind":"quote","text":"one"}', "jsonl", "my set.jsonl");
    expect(batches.flatMap(({ quotes }) => quotes)).toMatchObject([{ entry: { id: "my_set.jsonl:2" } }]);
  });

  it("gives the stamp of what it read", async () => {
    for (const format of ["yaml", "jsonl"] as const) {
      const { stamp } = await read('{"kind":"quote","text":"é"}\n', format);
      const bytes = await readFile(join(folder, `a.${format}`));
      const { size, mtimeNs, ino } = await stat(join(folder, `a.${format}`), { bigint: true });
      const hash = createHash("sha256").update(bytes).digest("hex");
      expect(stamp).toMatchObject({ size: Number(size), mtime: mtimeNs, inode: ino, hash });
      expect(stamp.readAt).toBeGreaterThan(0n);
    }
  });

  it("streams JSON Lines in batches, across chunks and multi-byte characters", async () => {
    const texts = Array.from({ length: 20_000 }, (_, index) => `${"é".repeat(index % 50)} ${index}`);
    const lines = texts.map((text) => JSON.stringify({ kind: "quote", text }));
    const { batches } = await read(lines.join("\n"), "jsonl");
    const quotes = batches.flatMap((batch) => batch.quotes);
    expect(batches.length).toBeGreaterThan(3);
    expect(quotes.map(({ entry }) => entry.text)).toEqual(texts);
    expect(quotes.at(-1)).toMatchObject({ line: 20_000, offset: lines.join("\n").lastIndexOf("{") });
  });
});

describe("hostile input", () => {
  const open = "[".repeat(10_000);
  const close = "]".repeat(10_000);
  const words = "word ".repeat(4_000_000);
  const laughs = Array.from(
    { length: 30 },
    (_, index) => `x-${index + 1}: &x${index + 1} [${`*x${index}, `.repeat(10)}]`,
  );

  it.each<[string, string | Buffer, CorpusFile["format"], string[]]>([
    ["10,000 levels of YAML", `quotes:\n- {id: a, text: b, x-a: ${open}${close}}`, "yaml", ["too-deep 2"]],
    ["10,000 levels of JSON", `{"quotes": [{"id": "a", "text": "b", "x-a": ${open}${close}}]}`, "json", ["too-deep 1"]],
    ["10,000 levels in a line", `{"kind": "quote", "text": "b", "x-a": ${open}${close}}`, "jsonl", ["too-deep 1"]],
    ["10,000 levels left open", `a: b: c\nd: ${open}`, "yaml", ["syntax 1"]],
    [
      "3,000 levels of blocks",
      `a: b: c\n${Array.from({ length: 3_000 }, (_, at) => `${" ".repeat(at)}- \n`).join("")}`,
      "yaml",
      ["syntax 1"],
    ],
    ["20 MB in a YAML scalar", `quotes:\n- id: a\n  text: "${words}"\n`, "yaml", ["too-long 3"]],
    ["20 MB in a JSON string", `{"quotes": [{"id": "a",\n "text": "${words}"}]}`, "json", ["too-long 2"]],
    ["a line of 20 MB", `{"kind": "quote", "text": "${words}"}\n{}`, "jsonl", ["too-long 1"]],
    [
      "10 to the 30th laughs",
      `x-0: &x0 [lol]\n${laughs.join("\n")}\nquotes: [{id: a, text: b, x-all: *x30}]`,
      "yaml",
      ["alias-expansion 6"],
    ],
    ["a value within itself", "quotes:\n- &a {id: a, text: b, x-a: *a}", "yaml", ["too-deep 2"]],
    ["a list within itself", "quotes: &q\n- *q", "yaml", ["too-deep 2"]],
    ["NUL bytes in YAML", "quotes:\n- {id: a, text: \0}", "yaml", ["invalid-encoding 2"]],
    ["NUL bytes in lines", `{"kind": "quote", "text": "b"}\n\0\0\n{}`, "jsonl", ["invalid-encoding 2"]],
    ["half a character", Buffer.from("quotes:\n- {id: a, text: é").subarray(0, -1), "yaml", ["invalid-encoding 2"]],
    [
      "a written U+FFFD and half a character",
      Buffer.from("a: \ufffd\nb: é").subarray(0, -1),
      "yaml",
      ["invalid-encoding 2"],
    ],
    ["UTF-16", Buffer.from("\ufeffquotes: []", "utf16le"), "yaml", ["invalid-encoding 1"]],
    [
      "one bad line among good ones",
      Buffer.from('{"kind":"quote","text":"a"}\n\xe9\n{"kind":"fact"}', "latin1"),
      "jsonl",
      ["invalid-encoding 2", "missing-field 3"],
    ],
    [
      "random bytes",
      Buffer.from(Array.from({ length: 5_000 }, (_, at) => 1 + ((at * at * 31) % 255))),
      "yaml",
      ["invalid-encoding 1"],
    ],
    ["a bare word", "hello", "yaml", ["wrong-type 1"]],
    ["nothing", "", "json", ["empty-file 0"]],
    ["blank lines", "\n \r\n", "jsonl", ["empty-file 0"]],
    ["a byte order mark", "\ufeff", "yaml", ["empty-file 0"]],
  ])("%s", async (_, content, format, faults) => {
    expect(await listFaults(content, format)).toEqual(faults);
  });

  it.each([
    ["yaml", `quotes: [{id: a, text: b, KEYS}]`],
    ["json", `{"quotes": [{"id": "a", "text": "b", KEYS}]}`],
    ["jsonl", `{"kind": "quote", "text": "b", KEYS}`],
  ] as const)("20,000 unknown keys in a record of %s take no minute", async (format, content) => {
    const keys = Array.from({ length: 20_000 }, (_, index) => `"k${index}": 1`).join(", ");
    expect((await listFaults(content.replace("KEYS", keys), format)).length).toBeLessThan(1_010);
  });

  it("2,500 quotation marks left open take no minute", async () => {
    const entries = Array.from({ length: 2_500 }, (_, index) => `- id: q${index}\n  text: "t\n`).join("");
    expect(await listFaults(`quotes:\n${entries}`)).toHaveLength(20);
    expect(await listFaults(`quotes:\n${entries}${entries}`)).toEqual(["syntax 4"]);
  });

  it.each([
    ["yaml", "quotes:\n- {id: a, text: b, translations: {__proto__: x}}", 35],
    ["jsonl", '{"kind": "quote", "text": "b", "translations": {"__proto__": "x"}}', 49],
  ] as const)("__proto__ in translations of %s is no language", async (format, content, column) => {
    const { batches } = await read(content, format);
    const found = batches.flatMap(({ diagnostics }) => diagnostics);
    expect(found).toMatchObject([{ rule: "invalid-lang", actual: "__proto__", place: { start: { column } } }]);
  });

  it("names the offset of the first bad byte", async () => {
    const { batches } = await read(Buffer.from("quotes:\n- {id: a, text: \xe9}\n", "latin1"));
    expect(batches[0]?.diagnostics[0]).toMatchObject({
      message: "byte 0xE9 at byte offset 24 is not text; expected UTF-8",
      place: { start: { line: 2, column: 17, offset: 24 } },
    });
  });

  it.each(["yaml", "json", "jsonl"] as const)(
    "__proto__ in %s is an unknown key and changes no prototype",
    async (format) => {
      const quote = '{"kind": "quote", "id": "a", "text": "b", "__proto__": {"polluted": true}}';
      const content = format === "jsonl" ? quote : `{"quotes": [${quote.replace('"kind": "quote", ', "")}]}`;
      expect(await listFaults(content, format)).toEqual(["unknown-key 1"]);
      expect("polluted" in {}).toBe(false);
    },
  );

  it("clips the excerpt of a long line round the place", async () => {
    const { batches } = await read(`{"quotes": [{"id": "a", "x-a": "${"x".repeat(5_000)}", "txt": ""}]}`, "json");
    const found = batches[0]?.diagnostics.find(({ rule }) => rule === "unknown-key");
    const at = (found?.place.start?.column ?? 0) - (found?.excerptColumn ?? 1);
    expect(found?.excerpt?.slice(at, at + 5)).toBe('"txt"');
    expect(found?.excerpt?.length).toBeLessThan(300);
  });

  it.each(["yaml", "json", "jsonl"] as const)("a folder in the place of a file of %s", async (format) => {
    const { batches, stamp } = await readPath(folder, format);
    expect(batches.flatMap(({ diagnostics }) => diagnostics)).toMatchObject([{ rule: "unreadable-file" }]);
    expect(stamp.hash).toBe("");
  });
});
