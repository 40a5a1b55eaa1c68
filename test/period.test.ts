import { expect, it } from "vitest";

import { findPeriod } from "../src/corpus/date.ts";
import { writeDate } from "../src/store/period.ts";

it.each(["2025", "2025-01", "2025-12", "2024-02", "2025-01-01", "2025-12-31", "0044-03-15", "9999-12"])(
  "%s is written as it was read",
  (date) => {
    const { first, last } = findPeriod(date) ?? { first: 0, last: 0 };
    expect(writeDate(first * 10_000 + (last % 10_000))).toBe(date);
    expect(writeDate(last * 10_000 + (first % 10_000))).toBe(date);
  },
);
