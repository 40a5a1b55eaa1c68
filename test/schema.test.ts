import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { Ajv2020 } from "ajv/dist/2020.js";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";

import { discoverFiles } from "../src/corpus/discover.ts";
import type { CorpusRecord, Hit } from "../src/corpus/record.ts";
import { buildCorpusSchema, buildDiagnosticSchema, buildRecordSchema } from "../src/corpus/json-schema.ts";
import { validateCorpus } from "../src/corpus/validate.ts";
import { RULES } from "../src/rules.ts";
import { renderDiagnostics } from "../src/render/report.ts";

const FIXTURES = join(import.meta.dirname, "fixtures");
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });

describe("buildCorpusSchema", () => {
  const isValid = ajv.compile(buildCorpusSchema());
  const read = (name: string): unknown => load(readFileSync(join(FIXTURES, name), "utf8"));

  it.each(readdirSync(join(FIXTURES, "ok")).filter((name) => /\.(yaml|json)$/.test(name)))("accepts %s", (name) => {
    isValid(read(`ok/${name}`));
    expect(isValid.errors).toBeNull();
  });

  it.each([
    "empty-text",
    "invalid-date",
    "invalid-id",
    "invalid-lang",
    "invalid-status",
    "missing-field",
    "unknown-key",
    "wrong-type",
    "wrong-type-whole",
  ])("refuses what breaks %s", (name) => expect(isValid(read(`err/${name}.yaml`))).toBe(false));

  it("tells editors what each key is for", () => {
    expect(buildCorpusSchema()).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "dixit corpus",
      $defs: { quote: { properties: { locator: { description: expect.stringContaining("paragraph") } } } },
    });
  });
});

describe("buildRecordSchema", () => {
  const isValid = ajv.compile(buildRecordSchema());
  const least: CorpusRecord = { id: "a", kind: "fact", text: "one", file: "/corpus/a.yaml", line: 1 };
  const most: CorpusRecord & Omit<Hit, "record"> = {
    ...least,
    kind: "quote",
    lang: "fr",
    speaker: { id: "ada", name: "Ada Lovelace", role: "mathématicienne" },
    claimed_by: [{ name: "Charles Babbage" }],
    often_credited_to: [{ name: "Luigi Menabrea" }],
    date: "1843-09",
    place: "London",
    source: {
      id: "notes",
      title: "Notes",
      publisher: "Taylor",
      url: "https://example.org",
      published: "1843",
      lang: "en",
    },
    locator: "note G",
    context: "the engine",
    original: { lang: "en", text: "one" },
    translations: { de: "eins" },
    tags: ["engine"],
    status: "verified",
    "x-own": { any: ["thing"] },
    score: 0.5,
    matches: [[0, 3]],
  };

  it.each([
    [true, least],
    [true, most],
    [true, { ...least, source: { title: "undeclared" } }],
    [false, { ...least, speaker: null }],
    [false, { ...least, speaker: { id: "ada" } }],
    [false, { ...least, kind: "speaker" }],
    [false, { ...least, matches: [[0]] }],
    [false, { ...least, line: 0 }],
    [false, { ...least, unknown: 1 }],
    [false, { id: "a" }],
  ])("%s: %j", (expected, record) => expect(isValid(record)).toBe(expected));
});

describe("buildDiagnosticSchema", () => {
  it("describes what is found", async () => {
    const isValid = ajv.compile(buildDiagnosticSchema());
    const found = await validateCorpus(await discoverFiles([join(FIXTURES, "err")]));
    const options = { color: false, width: 80, displayPath: (path: string) => path, rules: RULES, version: "0" };
    const printed = JSON.parse(await renderDiagnostics(found, "json", options)) as unknown[];
    expect(printed).toHaveLength(found.length);
    expect(printed.filter((diagnostic) => !isValid(diagnostic))).toEqual([]);
    expect(isValid({ rule: "nonsense", severity: "error", message: "x", file: "a" })).toBe(false);
  });
});
