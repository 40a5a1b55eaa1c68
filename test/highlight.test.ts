import { expect, it } from "vitest";

import type { Range } from "../src/corpus/record.ts";
import { highlightMatches } from "../src/render/highlight.ts";
import { createStyle } from "../src/render/style.ts";

const style = { ...createStyle(false), match: (text: string) => `<${text}>` };

it.each<[string, Range[], string]>([
  [
    "une pression totale",
    [
      [4, 12],
      [13, 19],
    ],
    "une <pression> <totale>",
  ],
  ["all", [[0, 3]], "<all>"],
  ["e\u0301te\u0301", [[0, 1]], "<e\u0301>te\u0301"],
  ["👩‍👧 x", [[2, 3]], "<👩‍👧> x"],
  ["a\u001bb\nc", [[1, 2]], "a<\\u{1b}>b\nc"],
  [
    "short",
    [
      [3, 99],
      [120, 130],
    ],
    "sho<rt>",
  ],
  [
    "over",
    [
      [0, 3],
      [2, 4],
    ],
    "<ove><r>",
  ],
  ["none", [[2, 2]], "none"],
])("%j %j", (text, matches, shown) => expect(highlightMatches(text, matches, style)).toBe(shown));
