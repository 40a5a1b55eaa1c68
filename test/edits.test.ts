import { expect, it } from "vitest";

import { countEdits } from "../src/text/edits.ts";

it.each([
  ["", "", 0],
  ["", "ab", 2],
  ["speaker", "speaker", 0],
  ["speeker", "speaker", 1],
  ["spaeker", "speaker", 1],
  ["sorce", "source", 1],
  ["sourse", "sources", 2],
])("%j to %j: %i", (a, b, edits) => expect(countEdits(a, b)).toBe(edits));
