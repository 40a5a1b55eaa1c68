import { describe, expect, it } from "vitest";

import { ClosedPipeError, type Sink } from "../src/cli/io.ts";
import { openProgressDisplay, renderProgress } from "../src/cli/progress.ts";
import { openStore } from "../src/store/cache.ts";
import type { Progress } from "../src/store/progress.ts";
import { makeFolder, toLines } from "./corpus-folder.ts";

const reading: Progress = {
  phase: "reading",
  records: 520_000,
  files: 3,
  totalFiles: 1200,
  bytes: 1299,
  totalBytes: 2500,
};

describe("renderProgress", () => {
  it.each<[Partial<Progress>, number, string]>([
    [{}, 0, "compiling  51 %  520,000 records  3 of 1,200 files"],
    [{}, 10, "[#####-----] compiling  51 %  520,000 records  3 of 1,200 files"],
    [{ totalFiles: 1, records: 7 }, 4, "[##--] compiling  51 %  7 records"],
    [{ bytes: 3000, totalFiles: 1 }, 4, "[####] compiling 100 %  520,000 records"],
    [{ bytes: 0, totalBytes: 0, totalFiles: 1, records: 0 }, 4, "[----] compiling   0 %  0 records"],
    [{ phase: "indexing", totalFiles: 1 }, 4, "[####] indexing  520,000 records"],
  ])("%j in %d columns: %s", (change, bar, line) => expect(renderProgress({ ...reading, ...change }, bar)).toBe(line));
});

describe("openProgressDisplay", () => {
  /** What is written when progress is told at these times, in milliseconds. */
  async function show(times: number[], sink: Partial<Sink> = {}): Promise<string> {
    let text = "";
    let time = 0;
    const display = openProgressDisplay(
      { isTerminal: true, write: async (more) => void (text += more), ...sink },
      () => time,
    );
    for (time of times) display.onProgress({ ...reading, records: time, totalFiles: 1 });
    display.onProgress({ ...reading, phase: "indexing", totalFiles: 1, records: time });
    await display.finish();
    return text.replaceAll("\r\u001B[K", "|").replaceAll(/\[[#-]+\]?/g, "bar");
  }

  const lines =
    "dixit: compiling  51 %  5,010 records\ndixit: compiling  51 %  10,020 records\ndixit: indexing  10,020 records\n";

  it.each<[string, number[], Partial<Sink>, string]>([
    ["nothing of what is short", [10, 900], {}, ""],
    ["a bar, and removes it", [10, 1010], {}, "|bar compiling  51 %  1,010 records|bar indexing  1,010 records|"],
    ["a bar that moves now and then", [1010, 1050, 1110], { columns: 10 }, "|bar|bar|bar|"],
    ["a line every five seconds in a pipe", [1010, 5010, 9000, 10_020], { isTerminal: false }, lines],
  ])("shows %s", async (_, times, sink, text) => expect(await show(times, sink)).toBe(text));

  it("does not mind that nobody reads", async () => {
    const write = (): Promise<void> => Promise.reject(new ClosedPipeError());
    await expect(show([1010, 2000], { write })).resolves.toBe("");
  });
});

describe("openStore", () => {
  it("tells how far it has come", async () => {
    const folder = makeFolder({
      "a.jsonl": toLines(
        Array.from({ length: 4000 }, (_, at) => ({ kind: "quote", text: `${"mot ".repeat(40)}${at}` })),
      ),
      "b.yaml": "facts:\n  - {id: f, text: f}\n",
    });
    const told: Progress[] = [];
    const store = await openStore([folder], { cacheFolder: undefined, onProgress: (progress) => told.push(progress) });
    store.close();
    const last = told.at(-1);
    expect(last).toMatchObject({ phase: "indexing", records: 4001, files: 2, totalFiles: 2, bytes: last?.totalBytes });
    expect(told.length).toBeGreaterThan(3);
    for (const key of ["records", "files", "bytes"] as const) {
      expect(told.map((progress) => progress[key])).toEqual(
        told.map((progress) => progress[key]).sort((a, b) => a - b),
      );
    }
  });
});
