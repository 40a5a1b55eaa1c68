import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { findPeriod } from "../src/corpus/date.ts";
import type { CorpusRecord } from "../src/corpus/record.ts";
import type { Filter, SortKey, Store } from "../src/store/store.ts";
import { foldName } from "../src/corpus/references.ts";
import { collect, openFiles, toLines } from "./corpus-folder.ts";

const DECLARED = `
speakers:
  - {id: zelensky, name: Volodymyr Zelensky, aliases: [Zelenskyy, Зеленський], role: président}
  - {id: kyiv, name: Kyiv}
  - {id: silent, name: Nobody Heard}
sources:
  - {id: article, title: Une pression inouïe, publisher: Le Journal, url: https://example.org/a, published: 2025-12-21, lang: fr}
  - {id: unread, title: Unread}
quotes:
  - id: pression
    text: il y aura une pression totale
    speaker: zelensky
    date: 2025-12-20
    place: Kyiv
    source: article
    locator: ¶ 2
    context: devant la presse
    lang: fr
    original: {lang: uk, text: тиск}
    translations: {en: total pressure}
    tags: [diplomatie, guerre]
    status: verified
    x-checked: [by: me]
  - {id: folie, text: la folie est de refaire, speaker: Rita Brown, often_credited_to: [Albert Einstein, zelensky], status: misattributed}
facts:
  - {id: odessa, text: un missile sur Odessa, claimed_by: [kyiv, Зеленський, zelensky, Moscou], date: 2025-12, source: Le Temps, tags: [guerre], status: claimed}
`;
const IMPORTED = toLines([
  {
    kind: "quote",
    text: "la pression monte",
    speaker: "platon",
    source: "https://example.org/b",
    date: "2025",
    lang: "fr",
  },
  { kind: "fact", id: "bare", text: "un fait" },
]);

let store: Store;
let records: CorpusRecord[];
beforeAll(async () => {
  store = await openFiles({ "a.yaml": DECLARED, "b.jsonl": IMPORTED });
  records = await collect(store.listRecords({}, "corpus", false, Infinity));
});
afterAll(() => store.close());

async function findIds(...alternatives: string[][][]): Promise<string[]> {
  const found = await store.readRecords(await store.findCandidates(alternatives, {}, 100));
  return found.map(({ id }) => id);
}

describe("records", () => {
  it("are as the corpus has them, with references resolved", () => {
    expect(store.size).toBe(5);
    expect(records[0]).toEqual({
      id: "pression",
      kind: "quote",
      text: "il y aura une pression totale",
      lang: "fr",
      speaker: { id: "zelensky", name: "Volodymyr Zelensky", role: "président" },
      date: "2025-12-20",
      place: "Kyiv",
      source: {
        id: "article",
        title: "Une pression inouïe",
        publisher: "Le Journal",
        url: "https://example.org/a",
        published: "2025-12-21",
        lang: "fr",
      },
      locator: "¶ 2",
      context: "devant la presse",
      original: { lang: "uk", text: "тиск" },
      translations: { en: "total pressure" },
      tags: ["diplomatie", "guerre"],
      status: "verified",
      "x-checked": [{ by: "me" }],
      file: expect.stringMatching(/a\.yaml$/),
      line: 10,
    });
    expect(records[1]).toMatchObject({
      speaker: { name: "Rita Brown" },
      often_credited_to: [{ name: "Albert Einstein" }, { id: "zelensky", name: "Volodymyr Zelensky" }],
    });
    expect(records[2]).toMatchObject({
      kind: "fact",
      claimed_by: [{ id: "kyiv" }, { id: "zelensky" }, { id: "zelensky" }, { name: "Moscou" }],
      source: { title: "Le Temps" },
    });
    expect(records[3]).toMatchObject({
      speaker: { name: "platon" },
      source: { url: "https://example.org/b" },
      line: 1,
    });
    expect(records[4]).toEqual({ id: "bare", kind: "fact", text: "un fait", file: expect.any(String), line: 2 });
  });

  it("are found by id, in the order asked for", async () => {
    const found = await store.findRecordsById(["odessa", "nowhere", "pression"]);
    expect(found.map(({ id }) => id)).toEqual(["odessa", "pression"]);
  });
});

describe("findCandidates", () => {
  it.each([
    ["own words", [["pression"]], ["pression", "b.jsonl:1"]],
    ["one word and another", [["pression"], ["monte"]], ["b.jsonl:1"]],
    ["one spelling or another", [["missile", "folie"]], ["folie", "odessa"]],
    ["a translation", [["pressure"]], ["pression"]],
    ["the original", [["тиск"]], ["pression"]],
    ["context, place and tag", [["presse"], ["kyiv"], ["diplomatie"]], ["pression"]],
    ["a declared name, by whatever way it is referred to", [["volodymyr"]], ["pression", "folie", "odessa"]],
    ["an alias", [["зеленськии"]], ["pression", "folie", "odessa"]],
    ["a role and the own words", [["president"], ["totale"]], ["pression"]],
    ["an undeclared name", [["rita"]], ["folie"]],
    ["an undeclared name that could be an id", [["platon"]], ["b.jsonl:1"]],
    ["whom the words are wrongly credited to", [["einstein"]], ["folie"]],
    ["a source's title and publisher", [["inouie"], ["journal"]], ["pression"]],
    ["a source that is an address", [["example"]], ["b.jsonl:1"]],
    ["nothing", [], []],
    ["no spelling", [["pression"], []], []],
    ["words that are nowhere", [["xyz"]], []],
    ["what is no term", [['"pression" OR "folie"', "*", "pression -totale"]], []],
    ["a phrase", [["pression totale"]], ["pression"]],
    ["a phrase or another word", [["totale pression", "folie"]], ["folie"]],
    ["a phrase of words that stand apart", [["une totale"]], []],
    ["a phrase with a word that is nowhere", [["pression xyz"]], []],
  ])("finds records by %s", async (_, alternative, ids) => {
    const found = await findIds(alternative);
    expect(found.map((id) => id.replace(/^.*\//, ""))).toEqual(ids);
  });

  it("finds what holds any alternative, in the corpus's order, up to the limit and through the filter", async () => {
    const alternatives = [[["monte"]], [["totale"], ["aura"]]];
    expect(await store.findCandidates(alternatives, {}, 100)).toHaveLength(2);
    expect(await store.readRecords(await store.findCandidates(alternatives, {}, 1))).toEqual([records[0]]);
    const filtered = await store.findCandidates(alternatives, { since: "2025", until: "2025-06" }, 100);
    expect(await store.readRecords(filtered)).toEqual([records[3]]);
  });
});

describe("terms", () => {
  it.each([
    ["pression", 2, 1],
    ["rita", 0, 1],
    ["einstein", 0, 1],
    ["guerre", 0, 2],
    ["nobody", undefined, undefined],
  ])("%s is in the words of %s records and around those of %s", async (term, textRecords, aroundRecords) => {
    expect(await store.findTerms([term])).toEqual(
      textRecords === undefined ? [] : [{ term, textRecords, aroundRecords }],
    );
  });

  it("are found by how they start, most frequent first", async () => {
    const found = await store.findTermsByPrefix("pre", 2);
    expect(found.map(({ term }) => term)).toEqual(["president", "pression"]);
  });
});

describe("facets", () => {
  it("count speakers, with the time they span", async () => {
    expect(await store.listSpeakers({})).toEqual([
      {
        id: "zelensky",
        name: "Volodymyr Zelensky",
        role: "président",
        aliases: ["Zelenskyy", "Зеленський"],
        quotes: 1,
        facts: 1,
        first: "2025-12",
        last: "2025-12",
      },
      { id: "kyiv", name: "Kyiv", quotes: 0, facts: 1, first: "2025-12", last: "2025-12" },
      { id: "silent", name: "Nobody Heard", quotes: 0, facts: 0 },
      { name: "Rita Brown", quotes: 1, facts: 0 },
      { name: "Moscou", quotes: 0, facts: 1, first: "2025-12", last: "2025-12" },
      { name: "platon", quotes: 1, facts: 0, first: "2025", last: "2025" },
    ]);
    const names = await store.listSpeakerNames();
    expect(names.map(({ name, records: count }) => [name, count])).toEqual([
      ["Volodymyr Zelensky", 2],
      ["Kyiv", 1],
      ["Nobody Heard", 0],
      ["Rita Brown", 1],
      ["Moscou", 1],
      ["platon", 1],
    ]);
  });

  it("count of those that pass alone", async () => {
    const [zelensky] = await store.listSpeakerNames();
    const passing = await store.listSpeakers({ speakers: [zelensky?.number ?? 0], kinds: ["fact"] });
    expect(passing.map(({ id, facts }) => [id, facts])).toEqual([["zelensky", 1]]);
    expect(await store.listTags({ kinds: ["fact"] })).toEqual([
      { tag: "guerre", quotes: 0, facts: 1, first: "2025-12", last: "2025-12" },
    ]);
    expect((await store.listSources({ langs: ["fr"] })).map(({ id, url }) => id ?? url)).toEqual([
      "article",
      "https://example.org/b",
    ]);
  });

  it("count sources, tags and values", async () => {
    const sources = await store.listSources({});
    expect(sources.map(({ id, title, url, quotes, facts }) => [id ?? title ?? url, quotes, facts])).toEqual([
      ["article", 1, 0],
      ["unread", 0, 0],
      ["Le Temps", 0, 1],
      ["https://example.org/b", 1, 0],
    ]);
    expect((await store.listSourceNames()).map(({ title, url }) => title ?? url)).toEqual([
      "Une pression inouïe",
      "Unread",
      "Le Temps",
      "https://example.org/b",
    ]);
    expect((await store.listTags({})).map(({ tag, quotes, facts }) => [tag, quotes, facts])).toEqual([
      ["diplomatie", 1, 0],
      ["guerre", 1, 1],
    ]);
    expect(await store.listValues("tag")).toEqual([
      { value: "guerre", records: 2 },
      { value: "diplomatie", records: 1 },
    ]);
    expect(await store.listValues("lang")).toEqual([{ value: "fr", records: 2 }]);
  });
});

describe("filters and orders", () => {
  const PEOPLE = ["Ana", "ben", "Éric"];
  const DATES = ["2024", "2025", "2025-02", "2025-02-28", "2025-12-31", "2026-01"];
  const entry = fc.record(
    {
      kind: fc.constant("quote" as const),
      text: fc.constantFrom("un mot", "deux mots"),
      speaker: fc.constantFrom(...PEOPLE),
      date: fc.constantFrom(...DATES),
      place: fc.constantFrom("Paris", "Rome"),
      lang: fc.constantFrom("fr", "en"),
      status: fc.constantFrom("verified", "disputed"),
      tags: fc.subarray(["x", "y", "z"], { minLength: 1 }),
      source: fc.constantFrom("S T", "https://example.org"),
    },
    { requiredKeys: ["kind", "text"] },
  );
  const fact = fc.record(
    {
      kind: fc.constant("fact" as const),
      text: fc.constant("un fait"),
      claimed_by: fc.subarray(PEOPLE, { minLength: 1 }),
      date: fc.constantFrom(...DATES),
    },
    { requiredKeys: ["kind", "text"] },
  );
  const filter = fc.record(
    {
      kinds: fc.subarray(["quote" as const, "fact" as const]),
      speakers: fc.subarray(PEOPLE),
      tags: fc.subarray(["x", "y"]),
      places: fc.subarray(["Paris", "Rome"]),
      langs: fc.subarray(["fr"]),
      statuses: fc.subarray(["verified", "disputed"]),
      sources: fc.subarray(["S T", "https://example.org"]),
      since: fc.constantFrom(...DATES),
      until: fc.constantFrom(...DATES),
    },
    { requiredKeys: [] },
  );
  type NamedFilter = typeof filter extends fc.Arbitrary<infer Named> ? Named : never;

  const peopleOf = (record: CorpusRecord) =>
    [...(record.speaker ? [record.speaker] : []), ...(record.claimed_by ?? [])].map(({ name }) => name);
  const passes = (record: CorpusRecord, named: NamedFilter): boolean => {
    const isOneOf = (values: string[] | undefined, found: (string | undefined)[]) =>
      values === undefined || found.some((value) => value !== undefined && values.includes(value));
    const period = record.date === undefined ? undefined : findPeriod(record.date);
    return (
      isOneOf(named.kinds, [record.kind]) &&
      isOneOf(named.speakers, peopleOf(record)) &&
      isOneOf(named.tags, record.tags ?? []) &&
      isOneOf(named.places, [record.place]) &&
      isOneOf(named.langs, [record.lang]) &&
      isOneOf(named.statuses, [record.status]) &&
      isOneOf(named.sources, [record.source?.title ?? record.source?.url]) &&
      (named.since === undefined || (period?.last ?? 0) >= (findPeriod(named.since)?.first ?? 0)) &&
      (named.until === undefined || (period?.first ?? Infinity) <= (findPeriod(named.until)?.last ?? 0))
    );
  };

  it("agree with a loop over all records", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(entry, fact), { minLength: 1, maxLength: 30 }),
        fc.array(filter, { maxLength: 8 }),
        async (entries, filters) => {
          const tested = await openFiles({ "a.jsonl": toLines(entries) });
          const everything = await collect(tested.listRecords({}, "corpus", false, Infinity));
          expect(everything.map(({ text }) => text)).toEqual(entries.map(({ text }) => text));
          const speakers = new Map((await tested.listSpeakerNames()).map(({ name, number }) => [name, number]));
          const sources = new Map(
            (await tested.listSourceNames()).map(({ title, url, number }) => [title ?? url, number]),
          );
          for (const named of filters) {
            const expected = everything.filter((record) => passes(record, named));
            const { speakers: people, sources: titles, ...others } = named;
            const numbered: Filter = {
              ...others,
              ...(people && { speakers: people.flatMap((name) => speakers.get(name) ?? []) }),
              ...(titles && { sources: titles.flatMap((title) => sources.get(title) ?? []) }),
            };
            expect(await collect(tested.listRecords(numbered, "corpus", false, Infinity))).toEqual(expected);
            expect(await tested.countRecords(numbered)).toBe(expected.length);
            expect(await tested.readRecordAt(expected.length - 1, numbered)).toEqual(expected.at(-1));
            expect(await tested.readRecordAt(expected.length, numbered)).toBeUndefined();
            const holding = expected.filter(({ text }) => /\bmots?\b/u.test(text));
            expect(await tested.readRecords(await tested.findCandidates([[["mot", "mots"]]], numbered, 100))).toEqual(
              holding,
            );
          }
          tested.close();
        },
      ),
      { numRuns: 60 },
    );
  });

  it("order as a stable sort does, with what has no key last", async () => {
    const keyOf: Record<SortKey, (record: CorpusRecord) => string | undefined> = {
      corpus: ({ line }) => String(line).padStart(4, "0"),
      id: ({ id }) => id,
      date: ({ date }) => {
        const period = date === undefined ? undefined : findPeriod(date);
        return period && `${period.first} ${period.last}`;
      },
      speaker: (record) => {
        const [name] = peopleOf(record);
        return name && foldName(name);
      },
    };
    const sorting = fc.constantFrom<SortKey>("corpus", "id", "date", "speaker");
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(entry, fact), { minLength: 1, maxLength: 30 }),
        sorting,
        fc.boolean(),
        async (entries, key, reverse) => {
          const tested = await openFiles({ "a.jsonl": toLines(entries) });
          const everything = await collect(tested.listRecords({}, "corpus", false, Infinity));
          const sorted = await collect(tested.listRecords({}, key, reverse, Infinity));
          expect(await collect(tested.listRecords({}, key, reverse, 3))).toEqual(sorted.slice(0, 3));
          tested.close();
          const expected = everything.toSorted((a, b) => {
            const [left, right] = [keyOf[key](a), keyOf[key](b)];
            if (left === undefined || right === undefined)
              return Number(left === undefined) - Number(right === undefined);
            return (left < right ? -1 : left > right ? 1 : 0) * (reverse ? -1 : 1);
          });
          expect(sorted).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("refuse what is no date", async () => {
    await expect(store.countRecords({ since: "2025-13" })).rejects.toThrow("not a date: 2025-13");
  });
});
