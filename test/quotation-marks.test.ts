import { expect, it } from "vitest";

import { findQuotationMarks } from "../src/render/quotation-marks.ts";

it.each([
  ["fr", "«\u00a0x\u00a0»"],
  ["fr-CA", "«\u00a0x\u00a0»"],
  ["de", "„x“"],
  ["en", "“x”"],
  ["uk", "«x»"],
  ["zh-Hant", "「x」"],
  ["zh", "“x”"],
  [undefined, "“x”"],
  ["constructor", "“x”"],
])("%s: %s", (language, quotation) => {
  const [opening, closing] = findQuotationMarks(language);
  expect(`${opening}x${closing}`).toBe(quotation);
});
