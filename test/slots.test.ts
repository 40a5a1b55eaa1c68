import fc from "fast-check";
import { expect, it } from "vitest";

import { assignSlots } from "../src/store/slots.ts";

const PATHS = ["a", "b", "c", "d", "e", "f", "g", "h"];

it("gives slots in the order of the files, and lets files keep theirs", () => {
  fc.assert(
    fc.property(fc.array(fc.subarray(PATHS, { minLength: 1 }), { minLength: 1, maxLength: 12 }), (versions) => {
      let taken = new Map<string, number>();
      for (const paths of versions) {
        const kept = new Map([...taken].filter(([path]) => paths.includes(path)));
        const slots = assignSlots(paths, kept);
        if (slots === undefined) return;
        const ordered = paths.map((path) => slots.get(path) ?? 0);
        expect(ordered).toEqual([...new Set(ordered)].sort((a, b) => a - b));
        expect(ordered.every((slot) => slot > 0 && Number.isInteger(slot))).toBe(true);
        for (const [path, slot] of kept) expect(slots.get(path)).toBe(slot);
        taken = slots;
      }
    }),
  );
});

it.each([
  ["the order has changed", ["b", "a"], { a: 1024, b: 2048 }],
  ["there is no room between", ["a", "new", "b"], { a: 1024, b: 1025 }],
])("gives up where %s", (_, paths, taken) => {
  expect(assignSlots(paths, new Map(Object.entries(taken)))).toBeUndefined();
});

it("has room for very many files", () => {
  const paths = Array.from({ length: 100_000 }, (_, index) => String(index));
  expect(assignSlots(paths, new Map())?.size).toBe(paths.length);
});
