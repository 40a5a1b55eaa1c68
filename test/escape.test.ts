import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { escapeControls, escapeQuoted, hasControls } from "../src/render/escape.ts";
import { hostileText, UNSAFE } from "./sample-hits.ts";

describe("escapeControls", () => {
  it.each([
    ["\u001b[31mred", "\\u{1b}[31mred"],
    ["a\tb\nc\r\nd", "a\\u{9}b\\u{a}c\\u{d}\\u{a}d"],
    ["\u009b\u007f\0", "\\u{9b}\\u{7f}\\u{0}"],
    ["a\u202eb\u2066c\u200ed\u061ce", "a\\u{202e}b\\u{2066}c\\u{200e}d\\u{61c}e"],
    ["\u2028\u2029\u0085", "\\u{2028}\\u{2029}\\u{85}"],
    ["\ud800a\udc00", "\\u{d800}a\\u{dc00}"],
    ["Zelen\u200bsky Zelen\u200dsky \u00ad\ufeff", "Zelen\\u{200b}sky Zelen\\u{200d}sky \\u{ad}\\u{feff}"],
    ["a\u{e0041}\ufe0f\u{e0100}", "a\\u{e0041}\\u{fe0f}\\u{e0100}"],
    ["\ufffe\uffff\ufdd0\ufdef\u{1fffe}\u{10ffff}", "\\u{fffe}\\u{ffff}\\u{fdd0}\\u{fdef}\\u{1fffe}\\u{10ffff}"],
    ["\ufdcf\ufdf0\ufffd\u{1fffd}", "\ufdcf\ufdf0\ufffd\u{1fffd}"],
    ["é «\u00a0œ\u00a0» שָׁלוֹם", "é «\u00a0œ\u00a0» שָׁלוֹם"],
    ["👩‍👩‍👧 🏳️‍🌈 🇫🇷 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣ ❤️", "👩‍👩‍👧 🏳️‍🌈 🇫🇷 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣ ❤️"],
    ["می‌خواهم क्‍ष", "می‌خواهم क्‍ष"],
  ])("%j → %s", (text, shown) => expect(escapeControls(text)).toBe(shown));

  it("keeps line breaks and makes tabs spaces where there are several lines", () => {
    expect(escapeControls("a\tb\nc\r\nd\re", { multiline: true })).toBe("a b\nc\nd\\u{d}e");
  });

  it("leaves nothing that drives a terminal, and nothing to do the second time", () => {
    fc.assert(
      fc.property(hostileText, fc.boolean(), (text, multiline) => {
        const shown = escapeControls(text, { multiline });
        expect(shown).not.toMatch(UNSAFE);
        expect(escapeControls(shown, { multiline: true })).toBe(shown);
      }),
    );
  });
});

describe("escapeQuoted", () => {
  it("changes how JSON is written and not what it says", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const json = escapeQuoted(JSON.stringify({ [text]: [text] }, null, 2));
        expect(json).not.toMatch(UNSAFE);
        expect(JSON.parse(json)).toEqual({ [text]: [text] });
      }),
    );
  });
});

describe("hasControls", () => {
  it.each([
    ["line\n\tline é 👩‍👧", false],
    ["\u0085", true],
    ["a\u202e", true],
    ["a\uffff", true],
  ])("%j: %s", (text, has) => expect(hasControls(text)).toBe(has));
});
