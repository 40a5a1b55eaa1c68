import { stripVTControlCharacters } from "node:util";

import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";

import type { Hit } from "../src/corpus/record.ts";
import { createStyle } from "../src/render/style.ts";
import { renderText } from "../src/render/text.ts";
import { HITS, hostileHit, INSANITY, join, PRESSURE } from "./sample-hits.ts";

function render(hits: Hit[], { width = 60, details = false, color = false } = {}): Promise<string> {
  const displayPath = (path: string): string => path.slice(1);
  return join(renderText(hits, { width, details, displayPath, style: createStyle(color) }));
}

describe("renderText", () => {
  it("sets records as print would", async () => {
    expect(await render(HITS)).toBe(
      `«\u00a0s’il n’y a pas de voie diplomatique, alors il y aura une
pression totale\u00a0»
    — Volodymyr Zelensky, président de l'Ukraine, Kyiv, 20
      décembre 2025 (Le Monde)

Sept personnes sont mortes.
Quinze sont blessées.
    — claimed by Ukraine; Jane Doe, décembre 2025 (An
      undeclared report)

“Insanity is doing the same thing over and over.”
    — Rita Mae Brown, 1983 [misattributed: often credited to
      Albert Einstein]
`,
    );
  });

  it("adds all that is known", async () => {
    expect(await render([{ record: PRESSURE }], { width: 72, details: true })).toBe(
      `«\u00a0s’il n’y a pas de voie diplomatique, alors il y aura une pression
totale\u00a0»
    — Volodymyr Zelensky, président de l'Ukraine, Kyiv, 20 décembre 2025
      (Le Monde)

    id           pression-totale
    status       verified
    source       Réunion à Miami, Le Monde
    url          https://example.org/?a=1&copy;=(2)
    locator      ¶ 2
    context      à la presse
    original     (uk) тиск
    translation  (en) if there is no diplomatic way, there will be total
                 pressure
    tags         diplomatie, sanctions
                 x-note: {"seen":[1,2]}
    file         corpus/quotes.yaml:12
`,
    );
  });

  it("marks the words that matched, also across lines", async () => {
    const { match } = createStyle(true);
    const colored = await render(HITS.slice(0, 1), { color: true });
    expect(colored).toContain(`${match("pression totale")}\u00a0»`);
    expect(stripVTControlCharacters(colored)).toBe(await render(HITS.slice(0, 1)));
  });

  it("says nothing of whom where nobody is known", async () => {
    const { speaker: _speaker, ...record } = INSANITY;
    const { date: _date, status: _status, often_credited_to: _credited, ...bare } = record;
    expect(await render([{ record: bare }])).toBe("“Insanity is doing the same thing over and over.”\n");
  });

  it("keeps within the width", async () => {
    await fc.assert(
      fc.asyncProperty(hostileHit, fc.integer({ min: 20, max: 100 }), async (hit, width) => {
        for (const line of (await render([hit], { width })).split("\n")) {
          expect(stringWidth(line)).toBeLessThanOrEqual(width);
        }
      }),
    );
  });
});
