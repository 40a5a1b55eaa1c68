import { expect, it } from "vitest";

import { formatDate } from "../src/render/written-date.ts";

it.each([
  ["2025-12-20", "fr", "20 décembre 2025"],
  ["2025-12", "fr", "décembre 2025"],
  ["2025", "fr", "2025"],
  ["2025-12-20", "en-GB", "20 December 2025"],
  ["2025-12-20", "de", "20. Dezember 2025"],
  ["0044-03-15", "en-GB", "15 March 44"],
  ["1582-10-10", "en-GB", "10 October 1582"],
  ["0000", "en", "0000"],
  ["2025-02-30", "en", "2025-02-30"],
  ["2025-13", "en", "2025-13"],
  ["2025-12-20", undefined, "2025-12-20"],
  ["2025-12-20", "xx", "2025-12-20"],
  ["2025-12-20", "not a tag", "2025-12-20"],
  ["2025-12-20", "th", "20 ธันวาคม 2025"],
  ["some day", "en", "some day"],
])("%s in %s is %s", (date, language, written) => expect(formatDate(date, language)).toBe(written));
