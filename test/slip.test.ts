import { describe, expect, it } from "vitest";

import { isPlausibleSlip } from "../src/search/slip.ts";

describe("isPlausibleSlip", () => {
  it.each([
    ["macrn", "macron"],
    ["churchil", "churchill"],
    ["zelenksy", "zelensky"],
    ["hemmingwey", "hemingway"],
    ["socrate", "socrates"],
    ["merkle", "merkel"],
  ])("%s is %s, alone", (typed, word) => expect(isPlausibleSlip(typed, word, true)).toBe(true));

  it.each([
    ["marcon", "macron"],
    ["bidet", "biden"],
    ["truman", "trump"],
    ["man", "mann"],
    ["pavlov", "pavlova"],
    ["william", "williams"],
    ["garriott", "marriott"],
    ["patterson", "peterson"],
  ])("%s is not %s, alone", (typed, word) => expect(isPlausibleSlip(typed, word, true)).toBe(false));

  it.each([
    ["marcon", "macron", true],
    ["jhon", "john", true],
    ["phelp", "phelps", true],
    ["mei", "may", true],
    ["joan", "john", false],
    ["jane", "john", false],
  ])("%s and %s beside another word: %s", (typed, word, isSlip) =>
    expect(isPlausibleSlip(typed, word, false)).toBe(isSlip),
  );
});
