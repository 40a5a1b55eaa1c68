import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { renderJson, renderJsonLines } from "../src/render/json.ts";
import { hostileText, join } from "./sample-hits.ts";

async function* list(objects: object[]): AsyncGenerator<object> {
  yield* objects;
}

describe("renderJson", () => {
  it.each([[[]], [[{}]], [[{ a: [1, { b: "x\ny" }] }, { c: "é «" }]]])(
    "%j is what JSON.stringify makes of it",
    async (objects) => {
      expect(await join(renderJson(list(objects)))).toBe(`${JSON.stringify(objects, null, 2)}\n`);
    },
  );

  it("comes piece by piece", async () => {
    const pieces = [];
    for await (const piece of renderJson(list([{ a: 1 }, { a: 2 }]))) pieces.push(piece);
    expect(pieces).toEqual(['[\n  {\n    "a": 1\n  }', ',\n  {\n    "a": 2\n  }', "\n]\n"]);
  });
});

describe("renderJsonLines", () => {
  it("has one object to a line, whatever it holds", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText), async (texts) => {
        const objects = texts.map((text) => ({ text }));
        const lines = (await join(renderJsonLines(list(objects)))).split(/[\n\u2028\u2029]/);
        expect(lines.pop()).toBe("");
        expect(lines.map((line): unknown => JSON.parse(line))).toEqual(objects);
      }),
    );
  });
});
