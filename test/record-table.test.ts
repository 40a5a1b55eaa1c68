import { expect, it } from "vitest";

import type { Hit } from "../src/corpus/record.ts";
import { renderRecordTable } from "../src/render/record-table.ts";
import { createStyle } from "../src/render/style.ts";
import { HITS, PRESSURE } from "./sample-hits.ts";

function draw(width: number, color = false): string {
  return [...renderRecordTable(HITS, width, createStyle(color))].join("");
}

it("shows who said what, when and where, and warns of what was not said", () => {
  expect(draw(110)).toBe(
    `┌─────────────────┬─────────────────┬──────────────────────────────────────┬────────────┬────────────────────┐
│ id              │ speaker         │ text                                 │ date       │ source             │
├─────────────────┼─────────────────┼──────────────────────────────────────┼────────────┼────────────────────┤
│ pression-totale │ Volodymyr       │ s’il n’y a pas de voie diplomatique, │ 2025-12-20 │ Le Monde           │
│                 │ Zelensky        │ alors il y aura une pression totale  │            │                    │
├─────────────────┼─────────────────┼──────────────────────────────────────┼────────────┼────────────────────┤
│ odessa-missile  │ Ukraine; Jane   │ Sept personnes sont mortes.          │ 2025-12    │ An undeclared      │
│                 │ Doe             │ Quinze sont blessées.                │            │ report             │
├─────────────────┼─────────────────┼──────────────────────────────────────┼────────────┼────────────────────┤
│ insanity        │ Rita Mae Brown  │ Insanity is doing the same thing     │ 1983       │                    │
│                 │ (misattributed) │ over and over.                       │            │                    │
└─────────────────┴─────────────────┴──────────────────────────────────────┴────────────┴────────────────────┘
`,
  );
});

it.each([
  [120, ["id", "speaker", "text", "date", "source"]],
  [80, ["id", "speaker", "text", "date"]],
  [65, ["id", "speaker", "text"]],
  [50, ["speaker", "text"]],
  [40, ["speaker", "text"]],
])("at %i columns it has %j", (width, headings) => {
  const [, first = ""] = draw(width).split("\n");
  expect(
    first
      .split("│")
      .map((cell) => cell.trim())
      .filter((cell) => cell !== ""),
  ).toEqual(headings);
});

it("becomes blocks with everything below 40 columns", () => {
  expect(draw(39).split("\n\n")[2]).toBe(`id: insanity
speaker: Rita Mae Brown
  (misattributed)
text: Insanity is doing the same
  thing over and over.
date: 1983
`);
});

it("marks matches across the lines of a cell", () => {
  const { match } = createStyle(true);
  const start = PRESSURE.text.indexOf("voie diplomatique");
  const hit: Hit = { record: PRESSURE, matches: [[start, start + "voie diplomatique".length]] };
  const table = [...renderRecordTable([hit], 70, createStyle(true))].join("");
  const [upper = "", lower = ""] = table.split("\n").slice(3);
  expect([upper, lower]).toEqual([
    expect.stringContaining(match("voie")),
    expect.stringContaining(match("diplomatique")),
  ]);
});

it("is nothing without hits", () => expect([...renderRecordTable([], 80, createStyle(false))]).toEqual([]));
