import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { holdsPhrase, parseQuery } from "../src/search/syntax.ts";

describe("parseQuery", () => {
  it.each([
    ["pression totale", "pression totale", [], []],
    ['paix "pression totale" -guerre', "paix pression totale", [["pression", "totale"]], [["guerre"]]],
    ["« voie » “diplomatique”", "voie “diplomatique”", [], []],
    ['-"pas de voie" accord', "accord", [], [["pas", "de", "voie"]]],
    ['l’"œuvre"', "l’ œuvre", [["oeuvre"]], []],
    ['une "phrase', 'une "phrase', [], []],
    ["peut-être - non", "peut-être non", [], []],
    ["", "", [], []],
  ])("%s", (typed, words, phrases, excluded) => {
    const parsed = parseQuery(typed);
    expect({ ...parsed, words: parsed.words.replaceAll(/\s+/g, " ").trim() }).toEqual({ words, phrases, excluded });
  });

  it("ends, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => parseQuery(typed).words.length <= typed.length * 2),
    );
  });
});

it("holdsPhrase wants the words side by side", () => {
  expect(holdsPhrase(["a", "b", "c"], ["b", "c"])).toBe(true);
  expect(holdsPhrase(["a", "b", "c"], ["a", "c"])).toBe(false);
  expect(holdsPhrase(["a"], ["a", "a"])).toBe(false);
});
