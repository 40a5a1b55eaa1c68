import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseJson } from "../src/corpus/json.ts";
import { findDuplicateKeys, findRange } from "../src/corpus/tree.ts";
import { parseYaml } from "../src/corpus/yaml.ts";

const PARSERS = { json: parseJson, yaml: parseYaml };

/** Every way to a scalar in a value, with the scalar. */
function* listScalars(
  value: unknown,
  path: (string | number)[] = [],
): Generator<[path: (string | number)[], scalar: unknown]> {
  if (typeof value !== "object" || value === null) yield [path, value];
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* listScalars(item, [...path, index]);
  else for (const [key, item] of Object.entries(value)) yield* listScalars(item, [...path, key]);
}

describe.each(Object.entries(PARSERS))("the tree of %s", (_, parse) => {
  it("has each value where it stands", () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: "grapheme" }), fc.constantFrom(0, 2), (written, indent) => {
        const text = JSON.stringify(JSON.parse(written), null, indent);
        const parsed = parse(text);
        if ("rule" in parsed) throw new Error(parsed.message);
        const tree = parsed.buildTree();
        for (const [path, scalar] of listScalars(JSON.parse(text))) {
          const { start, end } = findRange(tree, path);
          expect(JSON.parse(text.slice(start, end))).toEqual(scalar);
        }
      }),
    );
  });

  it("has each key that is repeated", () => {
    const text = '{"a": 1, "b": [{"c": 1, "c": {"a": 2}}], "a": 3}';
    const parsed = parse(text);
    if ("rule" in parsed) throw new Error(parsed.message);
    expect(parsed.hasDuplicateKeys).toBe(true);
    const found = findDuplicateKeys(parsed.buildTree()).map(({ key, first }) => `${key} ${first.start}`);
    expect(found.sort()).toEqual(["a 1", "c 16"]);
  });
});

describe("parseJson", () => {
  it("finds the first character that is not JSON", () => {
    const document = '{"a": [1, -2.5e3, true, null, "x\\u00e9\\n"], "b": {}}';
    fc.assert(
      fc.property(fc.nat(document.length - 1), (at) => {
        const parsed = parseJson(`${document.slice(0, at)}\u0001${document.slice(at)}`);
        expect("rule" in parsed && parsed.range?.start).toBe(at);
      }),
    );
  });
});

describe("findRange", () => {
  const text = "quotes:\n  - id: a\n    text: >-\n      two\n      lines\n    place:\n    tags: [x, 'y']\n";
  const parsed = parseYaml(text);
  const tree = "rule" in parsed ? undefined : parsed.buildTree();

  it.each<[(string | number)[], string, boolean?]>([
    [["quotes", 0, "text"], "two\n      lines"],
    [["quotes", 0, "text"], "text", true],
    [["quotes", 0, "place"], "place"],
    [["quotes", 0, "tags", 1], "'y'"],
    [["quotes", 0, "missing"], "id: a"],
    [["quotes", 0], "id: a"],
    [["facts"], "quotes"],
  ])("%j is %j", (path, expected, isKey) => {
    const range = tree && findRange(tree, path, isKey);
    expect(text.slice(range?.start, range?.end)).toBe(expected);
  });
});
