import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Hit } from "../src/corpus/record.ts";
import { findHits, type Search } from "../src/search/search.ts";
import { openStore } from "../src/store/cache.ts";
import type { Store } from "../src/store/store.ts";
import { fold } from "../src/text/fold.ts";

const QUOTES = [
  {
    id: "winter",
    text: "In the depth of winter, I finally learned that there was within me an invincible summer.",
    speaker: "Albert Camus",
  },
  {
    id: "summer",
    text: "Summer afternoon - the two most beautiful words in the English language.",
    speaker: "Henry James",
  },
  { id: "cant", text: "You can’t step twice into the same river.", speaker: "Heraclitus" },
  {
    id: "oeuvre",
    text: "L’œuvre d’art naît du renoncement de l’intelligence à raisonner le concret.",
    speaker: "Albert Camus",
    lang: "fr",
  },
  {
    id: "peut-etre",
    text: "Je m’en vais chercher un grand peut-être.",
    speaker: "François Rabelais",
    lang: "fr",
    translations: { en: "I go to seek a great perhaps." },
  },
  {
    id: "zola",
    text: "La vérité est en marche et rien ne l’arrêtera.",
    speaker: "Émile Zola",
    lang: "fr",
    context: "affaire Dreyfus",
    tags: ["justice"],
  },
  {
    id: "tolstoy",
    text: "All happy families are alike; each unhappy family is unhappy in its own way.",
    speaker: "Leo Tolstoy",
    original: { lang: "ru", text: "Все счастливые семьи похожи друг на друга." },
  },
  { id: "river", text: "No man ever steps in the same river twice.", speaker: "Plato" },
];

async function openQuotes(quotes: object[]): Promise<Store> {
  const path = join(mkdtempSync(join(tmpdir(), "dixit-search-")), "quotes.json");
  writeFileSync(path, JSON.stringify({ quotes }));
  return openStore([path], { cacheFolder: undefined });
}

async function search(store: Store, words: string, options: Partial<Search> = {}): Promise<Hit[]> {
  const { hits } = await findHits(store, {
    words,
    filter: {},
    limit: 10,
    sort: "relevance",
    reverse: false,
    ...options,
  });
  const found: Hit[] = [];
  for await (const hit of hits) found.push(hit);
  return found;
}

describe("findHits", async () => {
  const store = await openQuotes(QUOTES);

  it.each([
    ["invincible summer", "winter", ["invincible", "summer"]],
    ["INVINCIBLE", "winter", ["invincible"]],
    ["invincble sumer", "winter", ["invincible", "summer"]],
    ["invinc", "winter", ["invincible"]],
    ["oeuvre d art", "oeuvre", ["œuvre", "d", "art"]],
    ["cant step twice", "cant", ["can", "t", "step", "twice"]],
    ["grand peutetre", "peut-etre", ["grand", "peut", "être"]],
    ["verite en marche", "zola", ["vérité", "en", "marche"]],
    ["marche la verite", "zola", ["vérité", "marche"]],
    ["camus summer", "winter", ["summer"]],
    ["great perhaps", "peut-etre", []],
    ["счастливые семьи", "tolstoy", []],
    ["dreyfus", "zola", []],
    ["twice into the same river", "cant", ["twice", "into", "the", "same", "river"]],
  ])("%s finds %s", async (words, id, matched) => {
    const [hit] = await search(store, words);
    expect(hit?.record.id).toBe(id);
    expect(hit?.matches?.map(([start, end]) => hit.record.text.slice(start, end))).toEqual(matched);
  });

  it.each(["qwertyuiop", "xyzzy the of", "«»", "\u0000", "'\"*^:(NEAR"])("%j finds nothing", async (words) =>
    expect(await search(store, words)).toEqual([]),
  );

  it("gives 1 to the words as they stand, and less to anything else", async () => {
    for (const { record, score } of await search(store, "in the same river twice")) {
      if (record.id === "river") expect(score).toBe(1);
      else expect(score).toBeLessThan(1);
    }
  });

  it("orders, cuts and filters", async () => {
    const ids = async (words: string, options: Partial<Search>): Promise<string[]> =>
      (await search(store, words, options)).map(({ record }) => record.id);
    expect(await ids("", { limit: 0 })).toEqual(QUOTES.map(({ id }) => id));
    expect(await ids("", { limit: 2, reverse: true })).toEqual(["river", "tolstoy"]);
    expect(await ids("", { limit: 2, sort: "id" })).toEqual(["cant", "oeuvre"]);
    expect(await ids("same river", { sort: "id", reverse: true })).toEqual(["river", "cant"]);
    expect(await ids("same river", { limit: 1, sort: "speaker" })).toEqual(["cant"]);
    expect(await ids("", { filter: { langs: ["fr"], tags: ["justice"] } })).toEqual(["zola"]);
    expect(await ids("river", { filter: { langs: ["fr"] } })).toEqual([]);
  });

  it.each<[string, Search["require"], string[]]>([
    ['"the same river"', "most", ["cant", "river"]],
    ['"same river" -step', "most", ["river"]],
    ['"river same"', "most", []],
    ['"grand peut-être"', "most", ["peut-etre"]],
    ['"a great perhaps"', "most", ["peut-etre"]],
    ["summer winter", "all", ["winter"]],
    ["sumer wintr", "all", ["winter"]],
    ["summer winter river", "all", []],
    ["summer river", "any", ["winter", "summer", "cant", "river"]],
    ["La vérité est", "exact", ["zola"]],
    ["la vérité est", "exact", []],
    ["la verite est", "exact", []],
    ['the "unclosed', "most", []],
  ])("%s with %s finds %j", async (words, require = "most", ids) => {
    const found = await search(store, words, { require, sort: "id" });
    expect(found.map(({ record }) => record.id).sort()).toEqual([...ids].sort());
  });

  it("finds every record by its own words, and its ranges are words of the query", async () => {
    const word = fc.stringMatching(/^[a-zàéœß]{1,9}$/);
    const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(" "));
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(text, { minLength: 1, maxLength: 8, selector: fold }), async (texts) => {
        const quotes = await openQuotes(texts.map((one, at) => ({ id: `${at}`, text: one })));
        for (const one of texts) {
          const [hit] = await search(quotes, one);
          expect(hit?.score).toBe(1);
          let last = 0;
          for (const [start, end] of hit?.matches ?? []) {
            expect(start).toBeGreaterThanOrEqual(last);
            const matched = fold((hit?.record.text ?? "").slice(start, end));
            const words = fold(one).split(" ");
            // The last word may be unfinished.
            expect(words.includes(matched) || matched.startsWith(words.at(-1) ?? "")).toBe(true);
            last = end;
          }
        }
        quotes.close();
      }),
      { numRuns: 25 },
    );
  });
});
