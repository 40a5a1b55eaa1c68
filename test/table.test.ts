import { stripVTControlCharacters } from "node:util";

import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";

import { escapeControls } from "../src/render/escape.ts";
import { createStyle } from "../src/render/style.ts";
import { renderTable } from "../src/render/table.ts";
import { hostileText } from "./sample-hits.ts";

function draw(headings: string[], rows: string[][], width: number, color = false): string {
  const columns = headings.map((heading) => ({ heading }));
  return [...renderTable({ columns, rows, width, style: createStyle(color) })].join("");
}

function widthsOf(table: string): number[] {
  return table
    .trimEnd()
    .split("\n")
    .map((line) => stringWidth(line));
}

describe("renderTable", () => {
  it("wraps on words, breaks long ones and measures as a terminal does", () => {
    const rows = [
      ["1", "שָׁלוֹם किताब 日本語 👩‍👩‍👧 🇫🇷 é"],
      ["2", "incomprehensibilities-of-the-longest-sort and more\nnext"],
    ];
    expect(draw(["id", "text"], rows, 40)).toBe(
      [
        "┌────┬─────────────────────────────────┐",
        "│ id │ text                            │",
        "├────┼─────────────────────────────────┤",
        "│ 1  │ שָׁלוֹם किताब 日本語 👩‍👩‍👧 🇫🇷 é       │",
        "├────┼─────────────────────────────────┤",
        "│ 2  │ incomprehensibilities-of-the-lo │",
        "│    │ ngest-sort and more             │",
        "│    │ next                            │",
        "└────┴─────────────────────────────────┘",
        "",
      ].join("\n"),
    );
  });

  it("has lines of one width, the terminal's at most", () => {
    const cell = hostileText.map((text) => escapeControls(text, { multiline: true }));
    const row = fc.array(cell, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), fc.integer({ min: 46, max: 120 }), (rows, width) => {
        const widths = widthsOf(draw(["a", "b", "c"], rows, width));
        expect(new Set(widths).size).toBe(1);
        expect(widths[0]).toBeLessThanOrEqual(width);
      }),
    );
  });

  it.each([
    ["words", "word ".repeat(20_000), 100_000 / 30],
    ["a word", "w".repeat(100_000), 100_000 / 31],
    ["line feeds", "\n".repeat(100_000), 100_001],
  ])("takes a text of 100,000 characters: %s", (_, text, atLeast) => {
    const lines = draw(["id", "text"], [["1", text]], 40)
      .trimEnd()
      .split("\n");
    expect(lines.length).toBeGreaterThan(atLeast);
    expect(new Set([...new Set(lines)].map((line) => stringWidth(line))).size).toBe(1);
  });

  it("breaks a letter that is wider than its column", () => {
    const letter = "க" + "ௌ".repeat(80);
    expect(Math.max(...widthsOf(draw(["a"], [[letter]], 40)))).toBe(40);
  });

  it("stacks labelled lines where the terminal is narrow or the columns are many", () => {
    const row = ["pression-totale", "il y aura une pression totale"];
    expect(draw(["id", "text"], [row, row], 24)).toBe(
      ["id: pression-totale", "text: il y aura une", "  pression totale"]
        .join("\n")
        .concat("\n\n")
        .repeat(2)
        .slice(0, -1),
    );
    const many = Array.from({ length: 12 }, (_, at) => `column number ${at}`);
    expect(draw(many, [many], 80)).toMatch(/^column number 0: column number 0\ncolumn number 1:/);
  });

  it("goes on over many rows as one table", () => {
    const rows = Array.from({ length: 5000 }, (_, at) => [String(at), "text"]);
    const lines = draw(["id", "text"], rows, 80).trimEnd().split("\n");
    expect(lines).toHaveLength(2 * 5001 + 1);
    expect(lines.filter((line) => /^[┌└]/.test(line))).toEqual([lines[0], lines.at(-1)]);
    expect(lines.filter((line) => line.startsWith("│")).map((line) => line.split("│")[1]?.trim())).toEqual([
      "id",
      ...rows.map(([id]) => id),
    ]);
  });

  it("has the same words and lines with colour as without", () => {
    const rows = [["1", createStyle(true).match("x xx xxx ".repeat(12))]];
    const colored = draw(["id", "text"], rows, 60, true);
    expect(colored).toContain("\u001b[");
    expect(stripVTControlCharacters(colored)).toBe(draw(["id", "text"], [["1", "x xx xxx ".repeat(12)]], 60));
  });
});
