import { expect, it } from "vitest";

import { parseQuote } from "../src/corpus/entry.ts";
import { STAND_IN } from "../src/corpus/salvage.ts";

it.each([
  [
    { id: "a", text: "b", date: "2025-02-30" },
    { id: "a", text: "b" },
  ],
  [{ id: "a b" }, { id: STAND_IN, text: STAND_IN }],
  [
    { id: "a", text: "b", speeker: "c", tags: ["d", 1, "", "e"], place: null },
    { id: "a", text: "b", tags: ["d", STAND_IN, STAND_IN, "e"] },
  ],
  [
    { id: "a", text: "b", tags: "c", translations: { fr: "", en: "d", "?": "e" } },
    { id: "a", text: "b", translations: { en: "d" } },
  ],
  [
    { id: "a", text: "b", original: { text: "c", x: 1 } },
    { id: "a", text: "b", original: { lang: "und", text: "c" } },
  ],
  [
    JSON.parse('{"id": "a", "text": "b", "__proto__": 1, "translations": {"__proto__": "c"}}'),
    { id: "a", text: "b", translations: {} },
  ],
  ["just words", undefined],
])("of %j stays %j", (raw, rest) => {
  expect(parseQuote(raw, { left: Infinity })).toMatchObject({ partial: rest });
  expect(parseQuote(rest, { left: Infinity })).toEqual(rest === undefined ? expect.anything() : { entry: rest });
});
