import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { findNearest, rankNearest } from "../src/text/nearest.ts";

const KEYS = (
  "id text speaker speakers date place source sources quotes facts locator context lang original translations tags status often_credited_to " +
  "claimed_by aliases name role url title publisher published"
).split(" ");

describe("findNearest", () => {
  it.each([
    ["quote", "quotes"],
    ["speeker", "speaker"],
    ["Speaker", "speaker"],
    ["spaeker", "speaker"],
    ["langs", "lang"],
    ["lnag", "lang"],
    ["sorce", "source"],
    ["tag", "tags"],
    ["dates", "date"],
    ["dtae", "date"],
    ["translation", "translations"],
    ["oftenCreditedTo", "often_credited_to"],
    ["claimed-by", "claimed_by"],
    ["urls", "url"],
    ["publised", "published"],
  ])("%s → %s", (name, nearest) => expect(findNearest(name, KEYS)).toBe(nearest));

  it.each(["x", "", "  ", "xyz", "weather", "colour", "qwertyuiop", "ax", "l", "s".repeat(100_000)])(
    "%.12s → nothing",
    (name) => expect(findNearest(name, KEYS)).toBeUndefined(),
  );

  it.each([
    ["zelenski", ["poutine", "zelensky"], "zelensky"],
    ["zélensky", ["Zelensky"], "Zelensky"],
    ["miami-2025-12-02", ["miami-2025-12-20", "kyiv-2025-12-20"], "miami-2025-12-20"],
    ["ab", ["ac"], undefined],
    ["Ab", ["áb"], "áb"],
    ["constructor", ["toString"], undefined],
  ])("%s among %j → %s", (name, candidates, nearest) => expect(findNearest(name, candidates)).toBe(nearest));

  it("has no candidate to give where there is none", () => expect(findNearest("quote", [])).toBeUndefined());
});

describe("rankNearest", () => {
  it("puts the fewest slips first and keeps the order of equals", () => {
    expect(rankNearest("sourse", ["sauces", "sources", "course", "source"], 3)).toEqual([
      { candidate: "course", score: 1 - 1 / 6 },
      { candidate: "source", score: 1 - 1 / 6 },
      { candidate: "sources", score: 1 - 2 / 7 },
    ]);
  });

  it("gives a folded equal first, with score 1", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.array(fc.string()), (name, others) => {
        fc.pre(name.trim() !== "");
        expect(rankNearest(name, [...others, name], 1)[0]?.score).toBe(1);
      }),
    );
  });
});
