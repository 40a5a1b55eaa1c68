import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { findWords, fold, foldWithOffsets, splitTerms } from "../src/text/fold.ts";

describe("fold", () => {
  it.each([
    ["L’Œuvre d’ÉTÉ", "l'oeuvre d'ete"],
    ["«\u00a0Straße\u00a0»", '" strasse "'],
    ["e\u0301te\u0301", "ete"],
    ["ＡＢＣ ﬁn", "abc fin"],
    ["co\u00adop\u200bération", "cooperation"],
    ["Łódź – Tromsø", "lodz - tromso"],
    ["Зеленський ё й", "зеленськии е и"],
    ["ΛΌΓΟΣ λόγος", "λογοσ λογοσ"],
    ["İstanbul", "istanbul"],
    ["किताब", "किताब"],
    ["שָׁלוֹם", "שלום"],
  ])("%s → %s", (text, folded) => expect(fold(text)).toBe(folded));

  it("changes nothing the second time", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => fold(fold(text)) === fold(text)));
  });

  it("is the same for plain text, which takes a shorter way", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary-ascii" }), (text) => {
        expect(fold(text)).toBe(foldWithOffsets(text).text);
      }),
    );
  });

  it("keeps its offsets in order and in bounds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const folded = foldWithOffsets(text);
        expect(folded.text).toBe(fold(text));
        expect(folded.offsets).toHaveLength(folded.text.length + 1);
        folded.offsets.forEach((offset, at) => expect(offset).toBeGreaterThanOrEqual(folded.offsets[at - 1] ?? 0));
        expect(folded.offsets.at(-1)).toBe(text.length);
      }),
    );
  });
});

describe("findWords", () => {
  it.each([
    ["s’il n'y a", ["s", "il", "n", "y", "a"]],
    ["Peut-être, 10 000 €", ["peut", "etre", "10", "000"]],
    ["言葉です", ["言", "葉", "て", "す"]],
    ["  ", []],
  ])("%s → %j", (text, terms) => expect(findWords(text).map((word) => word.term)).toEqual(terms));

  it.each(["a", "œ", "ก", "𝒳", "ﬃ", "a\u0301"])("cuts a word of 300,000 %s to pieces", (letter) => {
    const text = letter.repeat(300_000);
    const words = findWords(text);
    expect(words.map(({ term }) => term).join("")).toBe(fold(text));
    expect(words.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
    expect(Math.max(...words.map(({ term }) => term.length))).toBeLessThan(70);
  });

  it("finds the terms that splitTerms gives, also of long words", () => {
    const unit = fc.constantFrom("abcdefghijklm", "A", "É", "ﬃ", "ก", "\u0301", "言", "𝒳", " ");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        expect(splitTerms(text)).toEqual(findWords(text).map(({ term }) => term));
      }),
    );
  });

  it("gives ranges whose folded text is the term", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const { term, start, end } of findWords(text)) expect(fold(text.slice(start, end))).toBe(term);
      }),
    );
  });
});
