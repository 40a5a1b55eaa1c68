import { load } from "js-yaml";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { buildCorpusFragment } from "../src/render/corpus-fragment.ts";
import { formatYaml } from "../src/render/yaml.ts";
import { HITS, hostileHit, INSANITY, PRESSURE, UNSAFE } from "./sample-hits.ts";

const ZELENSKY = { id: "zelensky", name: "Volodymyr Zelensky" };

describe("buildCorpusFragment", () => {
  it("declares what was declared and names the rest", () => {
    expect(formatYaml(buildCorpusFragment(HITS.map(({ record }) => record)))).toBe(
      `speakers:
  - id: zelensky
    name: Volodymyr Zelensky
    role: président de l'Ukraine
  - id: ukraine
    name: Ukraine
sources:
  - id: miami
    title: Réunion à Miami
    publisher: Le Monde
    url: https://example.org/?a=1&copy;=(2)
quotes:
  - id: pression-totale
    text: s’il n’y a pas de voie diplomatique, alors il y aura une pression totale
    speaker: zelensky
    date: "2025-12-20"
    place: Kyiv
    source: miami
    locator: ¶ 2
    context: à la presse
    lang: fr
    original:
      lang: uk
      text: тиск
    translations:
      en: if there is no diplomatic way, there will be total pressure
    tags:
      - diplomatie
      - sanctions
    status: verified
    x-note:
      seen:
        - 1
        - 2
  - id: insanity
    text: Insanity is doing the same thing over and over.
    speaker: Rita Mae Brown
    often_credited_to:
      - Albert Einstein
    date: "1983"
    lang: en
    status: misattributed
facts:
  - id: odessa-missile
    text: |-
      Sept personnes sont mortes.
      Quinze sont blessées.
    claimed_by:
      - ukraine
      - Jane Doe
    date: 2025-12
    source: An undeclared report
    lang: fr
    status: claimed
`,
    );
  });

  it.each([
    ["declares a name that would be taken for an id", [ZELENSKY, { name: "socrates" }], ["zelensky", "socrates"]],
    ["leaves a plain name alone", [ZELENSKY, { name: "Socrates" }], ["zelensky"]],
    ["declares what bears an id once", [{ name: "zelensky" }, ZELENSKY], ["zelensky"]],
    ["declares nobody where nobody was declared", [{ name: "socrates" }], undefined],
  ])("%s", (_, speakers, ids) => {
    const fragment = buildCorpusFragment(speakers.map((speaker) => ({ ...INSANITY, speaker })));
    expect(fragment.speakers).toEqual(ids?.map((id) => expect.objectContaining({ id })));
  });

  it("declares no source where none was declared", () => {
    expect(buildCorpusFragment([{ ...INSANITY, source: { title: "notes" } }])).not.toHaveProperty("sources");
  });

  it("leaves out an id that a corpus file may not give", () => {
    expect(buildCorpusFragment([{ ...PRESSURE, id: "my quotes.jsonl:2" }]).quotes?.[0]).not.toHaveProperty("id");
  });

  it("is a valid file when empty", () => expect(formatYaml(buildCorpusFragment([]))).toBe("quotes: []\n"));
});

describe("formatYaml", () => {
  it.each([
    ["=", '"="'],
    ["a\tb", String.raw`"a\tb"`],
    ["yes", '"yes"'],
    ["1:20", '"1:20"'],
    ["\uffff", String.raw`"\uffff"`],
    ["a\u{e0041}\u{1fffe}", String.raw`"a\U000e0041\U0001fffe"`],
  ])("writes %j so that YAML 1.1 and 1.2 read it alike", (text, written) => {
    expect(formatYaml({ text })).toBe(`text: ${written}\n`);
    expect(load(formatYaml({ [text]: [text] }))).toEqual({ [text]: [text] });
  });

  it("is read back as it was, and drives no terminal", () => {
    fc.assert(
      fc.property(fc.array(hostileHit, { maxLength: 3 }), (hits) => {
        const fragment = buildCorpusFragment(hits.map(({ record }) => record));
        const yaml = formatYaml(fragment);
        expect(yaml.replaceAll("\t", "")).not.toMatch(UNSAFE);
        expect(load(yaml)).toEqual(fragment);
      }),
    );
  });
});
