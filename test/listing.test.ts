import { parse } from "csv-parse/sync";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";

import type { Source, Speaker, Tag } from "../src/corpus/record.ts";
import { renderListing } from "../src/render/listing.ts";
import { FORMATS, type Format, type RenderOptions } from "../src/render/objects.ts";
import { join, UNSAFE } from "./sample-hits.ts";

const SPEAKERS: Speaker[] = [
  {
    last: "2025-12-20",
    first: "2025-12",
    facts: 1,
    quotes: 3,
    aliases: ["Зеленський"],
    role: "président",
    name: "Volodymyr Zelensky",
    id: "zelensky",
  },
  { name: "Jane \u001b[31mDoe", quotes: 0, facts: 0 },
];
const SOURCES: Source[] = [
  { id: "miami", title: "Miami", url: "https://example.org", quotes: 1, facts: 0, first: "2025", last: "2025" },
];
const TAGS: Tag[] = [{ tag: "diplomatie", quotes: 2, facts: 0, first: "2025", last: "2026" }];

const OPTIONS: RenderOptions = { format: "text", width: 80, color: false, terminal: true, displayPath: (path) => path };

function render(kind: "speakers" | "sources" | "tags", format: Format, fields?: string[]): Promise<string> {
  const entries = { speakers: SPEAKERS, sources: SOURCES, tags: TAGS }[kind];
  return join(renderListing(kind, entries, { ...OPTIONS, format, ...(fields && { fields }) }));
}

describe("renderListing", () => {
  it.each([
    [
      "speakers",
      "Volodymyr Zelensky, président: 3 quotes, 1 fact (2025-12 to 2025-12-20)\nJane \\u{1b}[31mDoe: no records\n",
    ],
    ["sources", "Miami: 1 quote (2025)\n"],
    ["tags", "diplomatie: 2 quotes (2025 to 2026)\n"],
  ] as const)("lists %s as text", async (kind, text) => expect(await render(kind, "text")).toBe(text));

  it("draws a table", async () => {
    expect(await render("tags", "table")).toBe(
      `┌────────────┬────────┬───────┬───────┬──────┐
│ tag        │ quotes │ facts │ first │ last │
├────────────┼────────┼───────┼───────┼──────┤
│ diplomatie │      2 │     0 │ 2025  │ 2026 │
└────────────┴────────┴───────┴───────┴──────┘
`,
    );
  });

  it("has JSON keys in order", async () => {
    const { name, ...entry } = JSON.parse(await render("speakers", "json"))[0];
    expect(name).toBe("Volodymyr Zelensky");
    expect(Object.keys(entry)).toEqual(["id", "aliases", "role", "quotes", "facts", "first", "last"]);
    expect(
      (await render("speakers", "jsonl"))
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).quotes),
    ).toEqual([3, 0]);
  });

  it("gives YAML that a corpus can take in", async () => {
    expect(load(await render("speakers", "yaml"))).toEqual({
      speakers: [{ id: "zelensky", name: "Volodymyr Zelensky", aliases: ["Зеленський"], role: "président" }],
    });
    expect(load(await render("sources", "yaml"))).toEqual({
      sources: [{ id: "miami", title: "Miami", url: "https://example.org" }],
    });
    expect(load(await render("tags", "yaml"))).toEqual(["diplomatie"]);
  });

  it("gives all in CSV, and the fields that are picked", async () => {
    const [row]: Record<string, string>[] = parse(await render("speakers", "csv"), { columns: true });
    expect(row).toMatchObject({ aliases: "Зеленський", quotes: "3", first: "2025-12" });
    expect(await render("sources", "tsv", ["url", "id"])).toBe("url\tid\nhttps://example.org\tmiami\n");
    expect(await render("speakers", "text", ["name", "quotes"])).toBe(
      "Volodymyr Zelensky\t3\nJane \\u{1b}[31mDoe\t0\n",
    );
  });

  it.each(FORMATS)("lets nothing through to a terminal as %s", async (format) => {
    const text = await render("speakers", format);
    expect(text.replaceAll(/[\r\t]/g, "")).not.toMatch(UNSAFE);
  });
});
