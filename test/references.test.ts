import { describe, expect, it } from "vitest";

import { buildSourceIndex, buildSpeakerIndex } from "../src/corpus/references.ts";

const zelensky = { id: "zelensky", name: "Volodymyr Zelensky", aliases: ["Зеленський", "le président ukrainien"] };
const other = { id: "other", name: "Zelensky", aliases: ["Volodymyr Zelensky"] };
const star = { id: "star", name: "★" };

describe("buildSpeakerIndex", () => {
  const index = buildSpeakerIndex([zelensky, other, star]);

  it.each([
    ["zelensky", { declared: zelensky }],
    ["volodymyr  ZÉLENSKY", { declared: zelensky }],
    ["Зеленськии", { declared: zelensky }],
    ["Le president ukrainien", { declared: zelensky }],
    ["Zelensky", { declared: other }],
    ["★", { declared: star }],
    ["☆", { undeclared: "☆" }],
    ["Ada Lovelace", { undeclared: "Ada Lovelace" }],
    ["ada.lovelace-1", { unknown: "ada.lovelace-1" }],
    ["__proto__", { undeclared: "__proto__" }],
  ])("%s", (reference, resolution) => expect(index.resolve(reference, "yaml")).toEqual(resolution));

  it("takes anything for a name in imported sets and where nobody is declared", () => {
    expect(index.resolve("gabbarus", "jsonl")).toEqual({ undeclared: "gabbarus" });
    expect(buildSpeakerIndex([]).resolve("gabbarus", "yaml")).toEqual({ undeclared: "gabbarus" });
  });
});

describe("buildSourceIndex", () => {
  const notes = { id: "notes", title: "Notes", url: "https://example.org/" };
  const index = buildSourceIndex([notes]);

  it.each([
    ["notes", { declared: notes }],
    ["Notes", { declared: notes }],
    ["https://example.org/", { declared: notes }],
    ["NOTES", { undeclared: "NOTES" }],
    ["letters", { unknown: "letters" }],
  ])("%s", (reference, resolution) => expect(index.resolve(reference, "json")).toEqual(resolution));
});
