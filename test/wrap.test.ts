import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";

import { createStyle } from "../src/render/style.ts";
import { wrapIndented, wrapText } from "../src/render/wrap.ts";

describe("wrapText", () => {
  it.each([
    ["the words of a sentence", 10, ["the words", "of a", "sentence"]],
    ["«\u00a0une pression\u00a0»", 11, ["«\u00a0une", "pression\u00a0»"]],
    ["日本語日本語", 5, ["日本", "語日", "本語"]],
    ["a\n\nb", 10, ["a", "", "b"]],
    ["a\r\nb\n", 10, ["a", "b", ""]],
    ["", 10, [""]],
  ])("%j in %i columns", (text, columns, lines) => expect(wrapText(text, columns)).toEqual(lines));

  it("takes a hundred thousand lines", () => expect(wrapText("\n".repeat(100_000), 10)).toHaveLength(100_001));

  it("carries styles from line to line", () => {
    const { match } = createStyle(true);
    expect(wrapText(`a ${match("bc de")} f`, 4)).toEqual([`a ${match("bc")}`, `${match("de")} f`]);
  });

  it("loses nothing but white space, and keeps within the columns", () => {
    const text = fc.string({ unit: fc.constantFrom("a", " ", "é", "語", "👩‍👧", "क्षी", "ௌ", "ᄀ", "\u0301", "🇫") });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (words, columns) => {
        const lines = wrapText(words, columns);
        expect(lines.join("").replaceAll(/\s/g, "")).toBe(words.normalize().replaceAll(/\s/g, ""));
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
      }),
      { numRuns: 300 },
    );
  });
});

describe("wrapIndented", () => {
  it("counts the indentation", () => {
    expect(wrapIndented("one two three", 9, "- ", "  ")).toEqual(["- one two", "  three"]);
  });
});
