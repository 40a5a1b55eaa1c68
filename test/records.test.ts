import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";

import type { Hit } from "../src/corpus/record.ts";
import { FORMATS, type RenderOptions } from "../src/render/objects.ts";
import { renderRecords } from "../src/render/records.ts";
import { HITS, hostileHit, join, UNSAFE } from "./sample-hits.ts";

const OPTIONS: RenderOptions = {
  format: "json",
  width: 80,
  color: false,
  terminal: false,
  displayPath: (path) => path.replace("/corpus/", ""),
};

function render(hits: Hit[], options: Partial<RenderOptions>): Promise<string> {
  return join(renderRecords(hits, { ...OPTIONS, ...options }));
}

describe("the record contract", () => {
  it("has its keys in order, absent where there is nothing", async () => {
    const [quote, fact, misattributed] = JSON.parse(await render(HITS, {}));
    const keys =
      "id kind text lang speaker date place source locator context original translations tags status x-note file line score matches";
    expect(Object.keys(quote)).toEqual(keys.split(" "));
    expect(quote).toMatchObject({ file: "quotes.yaml", line: 12, score: 0.9877, matches: [[57, 72]] });
    expect(quote.text.slice(...quote.matches[0])).toBe("pression totale");
    expect(Object.keys(fact)).toEqual("id kind text lang claimed_by date source status file line score".split(" "));
    expect(Object.keys(misattributed)).toEqual(
      "id kind text lang speaker often_credited_to date status file line".split(" "),
    );
  });

  it("is the same in JSON Lines", async () => {
    const lines = (await render(HITS, { format: "jsonl" })).trimEnd().split("\n");
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(JSON.parse(await render(HITS, {})));
  });
});

describe("csv", () => {
  it("is flat", async () => {
    const rows: Record<string, string>[] = parse(await render(HITS, { format: "csv" }), { columns: true });
    expect(Object.keys(rows[0] ?? {}).join(" ")).toBe(
      "id kind text lang speaker claimed_by date place source publisher url locator context tags status file line score",
    );
    expect(rows[0]).toMatchObject({ source: "Réunion à Miami", publisher: "Le Monde", tags: "diplomatie; sanctions" });
    expect(rows[1]).toMatchObject({ speaker: "", claimed_by: "Ukraine; Jane Doe", date: "2025-12", line: "30" });
  });
});

describe("fields", () => {
  const fields = ["speaker.name", "id"];

  it.each([
    ["json", '[\n  {\n    "speaker": {\n      "name": "Rita Mae Brown"\n    },\n    "id": "insanity"\n  }\n]\n'],
    ["jsonl", '{"speaker":{"name":"Rita Mae Brown"},"id":"insanity"}\n'],
    ["csv", "speaker.name,id\r\nRita Mae Brown,insanity\r\n"],
    ["tsv", "speaker.name\tid\nRita Mae Brown\tinsanity\n"],
    ["text", "Rita Mae Brown\tinsanity\n"],
    ["markdown", "| speaker.name | id |\n| --- | --- |\n| Rita Mae Brown | insanity |\n"],
    ["yaml", "- speaker:\n    name: Rita Mae Brown\n  id: insanity\n"],
    [
      "table",
      "┌────────────────┬──────────┐\n│ speaker.name   │ id       │\n├────────────────┼──────────┤\n│ Rita Mae Brown │ insanity │\n└────────────────┴──────────┘\n",
    ],
  ] as const)("%s holds just those", async (format, text) => {
    expect(await render(HITS.slice(2), { format, fields })).toBe(text);
  });
});

it.each([
  ["table", ""],
  ["text", ""],
  ["json", "[]\n"],
  ["jsonl", ""],
  ["csv", /^id,kind,[a-z,_]+\r\n$/],
  ["tsv", /^id\tkind\t[a-z\t_]+\n$/],
  ["markdown", ""],
  ["yaml", "quotes: []\n"],
] as const)("%s of nothing", async (format, nothing) => {
  const text = await render([], { format });
  if (typeof nothing === "string") expect(text).toBe(nothing);
  else expect(text).toMatch(nothing);
});

it("yaml has neither place nor score", async () => {
  expect(load(await render(HITS, { format: "yaml" }))).toMatchObject({
    quotes: [expect.not.objectContaining({ file: expect.anything() }), expect.not.objectContaining({ score: 1 })],
  });
});

it("takes hits as they come", async () => {
  async function* list(): AsyncGenerator<Hit> {
    yield* HITS;
  }
  for (const format of FORMATS) {
    expect(await join(renderRecords(list(), { ...OPTIONS, format }))).toBe(await render(HITS, { format }));
  }
});

it.each(FORMATS)("%s lets nothing through to a terminal", async (format) => {
  await fc.assert(
    fc.asyncProperty(hostileHit, fc.boolean(), fc.boolean(), async (hit, details, picks) => {
      const fields = picks ? { fields: ["text", "speaker", "source.title", "x-any", "file"] } : {};
      const text = await render([hit], { format, details, terminal: true, ...fields });
      const separators = format === "csv" ? /\r\n/g : /\t/g;
      expect(text.replaceAll(separators, "")).not.toMatch(UNSAFE);
    }),
    { numRuns: 50 },
  );
});

it.each(["table", "text", "markdown"] as const)("%s lets nothing through in a pipe either", async (format) => {
  await fc.assert(
    fc.asyncProperty(hostileHit, async (hit) => {
      expect(await render([hit], { format, details: true })).not.toMatch(UNSAFE);
    }),
    { numRuns: 50 },
  );
});
