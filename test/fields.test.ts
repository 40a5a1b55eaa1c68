import { describe, expect, it } from "vitest";

import { UserError } from "../src/diagnostic.ts";
import { formatField, parseFields, readField, RECORD_FIELDS, selectFields } from "../src/render/fields.ts";
import { PRESSURE } from "./sample-hits.ts";

describe("parseFields", () => {
  it.each([
    ["id,text", ["id", "text"]],
    [" text , speaker.name,id, text,", ["text", "speaker.name", "id"]],
    ["x-note,translations.en", ["x-note", "translations.en"]],
  ])("%s", async (list, fields) => expect(await parseFields(list, RECORD_FIELDS)).toEqual(fields));

  it.each([
    ["id,speeker", /unknown field "speeker"; did you mean "speaker"\?/],
    ["qwertyuiop", /unknown field "qwertyuiop"$/],
    ["x-", /unknown field "x-"/],
    ["__proto__", /unknown field "__proto__"/],
    [" , ", /no field is named/],
  ])("%s fails", async (list, message) => {
    const error: unknown = await parseFields(list, RECORD_FIELDS).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({
      message: expect.stringMatching(message),
      hint: expect.stringContaining("id, kind, "),
    });
  });
});

describe("selectFields", () => {
  it.each([
    [["text", "id"], '{"text":"t","id":"i"}'],
    [["speaker.name", "id", "speaker.id"], '{"speaker":{"name":"n","id":"s"},"id":"i"}'],
    [["speaker", "speaker.id"], '{"speaker":{"id":"s","name":"n"}}'],
    [["claimed_by.name"], '{"claimed_by":[{"name":"a"},{"name":"b"}]}'],
    [["place", "source.url"], "{}"],
    [["x-a.b"], '{"x-a.b":1}'],
    [["constructor", "__proto__"], "{}"],
  ])("%j", (fields, json) => {
    const entry = { id: "i", text: "t", speaker: { id: "s", name: "n" }, claimed_by: [{ name: "a" }, { name: "b" }] };
    expect(JSON.stringify(selectFields({ ...entry, "x-a.b": 1 }, fields))).toBe(json);
  });
});

describe("formatField", () => {
  it.each([
    ["speaker", "Volodymyr Zelensky"],
    ["speaker.role", "président de l'Ukraine"],
    ["source", "Réunion à Miami"],
    ["tags", "diplomatie; sanctions"],
    ["original", "тиск"],
    ["translations.en", "if there is no diplomatic way, there will be total pressure"],
    ["x-note", '{"seen":[1,2]}'],
    ["line", "12"],
    ["claimed_by.name", ""],
    ["text.length", ""],
  ])("%s", (field, text) => expect(formatField(readField(PRESSURE, field))).toBe(text));

  it("shows ranges as JSON", () => expect(formatField([[1, 2]])).toBe("[[1,2]]"));
});
