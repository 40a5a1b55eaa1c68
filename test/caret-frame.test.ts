import { stripVTControlCharacters } from "node:util";

import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";

import type { Diagnostic } from "../src/diagnostic.ts";
import { drawCaretFrame } from "../src/render/caret-frame.ts";
import { createStyle } from "../src/render/style.ts";
import { hostileText, UNSAFE } from "./sample-hits.ts";

const style = createStyle(false);

/** A finding on line 3 from one column to the one after its end. */
function find(excerpt: string, column: number, endColumn: number): Diagnostic {
  const start = { line: 3, column, offset: 0 };
  const place = { file: "a.yaml", start, end: { line: 3, column: endColumn, offset: 0 } };
  return { rule: "unknown-key", severity: "error", message: "m", place, excerpt };
}

describe("drawCaretFrame", () => {
  it.each([
    ["    speeker: x", 5, 12, "    speeker: x", "    ^~~~~~~"],
    ["\tid: x", 2, 4, " id: x", " ^~"],
    ["text: 日本語 x", 7, 10, "text: 日本語 x", "      ^~~~~~"],
    ["é e\u0301 x", 6, 7, "é e\u0301 x", "    ^"],
    ["👩‍👩‍👧 x", 10, 11, "👩‍👩‍👧 x", "   ^"],
    ["a\u001b[31mb", 2, 3, "a\\u{1b}[31mb", " ^~~~~~"],
    ["text:", 6, 6, "text:", "     ^"],
    ["", 1, 1, "", "^"],
    ["x", 9, 12, "x", " ^"],
  ])("%j from %i to %i", (excerpt, from, to, line, caret) => {
    expect(drawCaretFrame(find(excerpt, from, to), 60, style)).toEqual([
      `    3 │ ${line}`.trimEnd(),
      `      │ ${caret}`,
    ]);
  });

  it("shows the part round the start of a long line", () => {
    const excerpt = `${"before ".repeat(20)}speeker${" after".repeat(20)}`;
    expect(drawCaretFrame(find(excerpt, 141, 148), 50, style)).toEqual([
      "    3 │ …efore before speeker after after after a…",
      "      │               ^~~~~~~",
    ]);
  });

  it("goes to the end of the first line where the range has several", () => {
    const diagnostic = find("text: |", 7, 1);
    const end = { line: 5, column: 1, offset: 0 };
    const place = { ...diagnostic.place, end };
    expect(drawCaretFrame({ ...diagnostic, place }, 60, style)[1]).toBe("      │       ^");
  });

  it("knows where a cut excerpt begins", () => {
    const diagnostic = { ...find("speeker: x", 1001, 1008), excerptColumn: 1001 };
    expect(drawCaretFrame(diagnostic, 60, style)[1]).toBe("      │ ^~~~~~~");
  });

  it("keeps its caret under the line and within the width", () => {
    fc.assert(
      fc.property(
        hostileText,
        fc.nat(40),
        fc.nat(40),
        fc.integer({ min: 30, max: 80 }),
        (text, from, length, width) => {
          const excerpt = text.replaceAll(/[\r\n]/g, "");
          const lines = drawCaretFrame(find(excerpt, from + 1, from + length + 1), width, createStyle(true));
          const [line = "", caret = ""] = lines.map((styled) => stripVTControlCharacters(styled));
          expect(line + caret).not.toMatch(UNSAFE);
          expect(stringWidth(caret)).toBeLessThanOrEqual(Math.max(stringWidth(line.padEnd(9)) + 9, 10));
          expect(Math.max(stringWidth(line), stringWidth(caret))).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
