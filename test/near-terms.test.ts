import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { countEdits } from "../src/text/edits.ts";
import { openFiles, toLines } from "./corpus-folder.ts";

const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "é", "𝔘", "語"), minLength: 1, maxLength: 9 });

describe("findNearTerms", () => {
  it("finds what a loop over the vocabulary finds", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(word, { minLength: 1, maxLength: 60 }),
        word,
        fc.nat(3),
        async (words, typed, edits) => {
          const store = await openFiles({
            "words.jsonl": toLines([
              { kind: "quote", text: words.join(" ") },
              { kind: "quote", text: "x" },
            ]),
          });
          const vocabulary = await store.findTermsByPrefix("", Infinity);
          const expected = vocabulary.map(({ term }) => term).filter((term) => countEdits(typed, term) <= edits);
          const found = await store.findNearTerms(typed, edits);
          store.close();
          expect(found.map(({ term }) => term.term).sort()).toEqual(expected.sort());
          for (const near of found) expect(near.edits).toBe(countEdits(typed, near.term.term));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("gives the nearest first, then the most frequent", async () => {
    const texts = ["voie voix", "voix", "vois", "voir loi", "voie"];
    const store = await openFiles({ "texts.jsonl": toLines(texts.map((text) => ({ kind: "quote", text }))) });
    const near = await store.findNearTerms("voie", 1);
    expect(near.map(({ term, edits }) => [term.term, term.textRecords, edits])).toEqual([
      ["voie", 2, 0],
      ["voix", 2, 1],
      ["voir", 1, 1],
      ["vois", 1, 1],
    ]);
    expect(await store.findNearTerms("oive", 1)).toEqual([]);
    expect((await store.findNearTerms("ovie", 1)).map(({ term }) => term.term)).toEqual(["voie"]);
    store.close();
  });
});
