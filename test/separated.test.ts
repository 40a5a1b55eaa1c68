import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { nameColumn } from "../src/render/fields.ts";
import { renderCsv, renderTsv } from "../src/render/separated.ts";
import { hostileText, join } from "./sample-hits.ts";

const columns = ["text", "place"].map(nameColumn);

async function* list(entries: object[]): AsyncGenerator<object> {
  yield* entries;
}

function csv(entries: object[], terminal = false): Promise<string> {
  return join(renderCsv(list(entries), { columns, terminal }));
}

function tsv(entries: object[], terminal = false): Promise<string> {
  return join(renderTsv(list(entries), { columns, terminal }));
}

describe("renderCsv", () => {
  it("follows RFC 4180", async () => {
    expect(await csv([{ text: 'a "b", c\nd', place: "Kyiv" }, { text: "x" }])).toBe(
      'text,place\r\n"a ""b"", c\nd",Kyiv\r\nx,\r\n',
    );
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠x"])("disarms %j", async (text) => {
    const [, row] = readCsv(await csv([{ text, place: "a=b" }]));
    expect(row).toEqual([`'${text}`, "a=b"]);
  });

  it.each(["a\nb", "a\rb", "a\r\nb", "\n", "\n\r\n"])("keeps the line breaks of %j", async (text) => {
    const written = await csv([{ text, place: "Kyiv" }]);
    expect(written).toBe(`text,place\r\n"${text}",Kyiv\r\n`);
    for (const ending of ["\r\n", "\n", "\r"]) {
      expect(parse(written.replace("place\r\n", `place${ending}`).replace("Kyiv\r\n", `Kyiv${ending}`))).toEqual([
        ["text", "place"],
        [text, "Kyiv"],
      ]);
    }
  });

  it("spells controls out on a terminal alone", async () => {
    expect(await csv([{ text: "\u001b[31m" }])).toContain("\u001b[31m");
    expect(await csv([{ text: "\u001b[31m" }], true)).toContain("\\u{1b}[31m");
  });

  it("is read back as it was", async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, async (text, place) => {
        const [, ...rows] = readCsv(await csv([{ text, place }]));
        expect(rows.map((row) => row.map(rearm))).toEqual([[text, place].map((cell) => rearm(encode(cell)))]);
      }),
    );
  });
});

describe("renderTsv", () => {
  it("has no quotation marks", async () => {
    expect(await tsv([{ text: 'a "b"\tc\r\nd \\n', place: "=1" }])).toBe('text\tplace\na "b"\\tc\\r\\nd \\\\n\t\'=1\n');
  });

  it("is read back as it was", async () => {
    const plain: Record<string, string> = { t: "\t", n: "\n", r: "\r", "\\": "\\" };
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, async (text, place) => {
        const [, ...rows] = (await tsv([{ text, place }])).slice(0, -1).split("\n");
        const cells = rows.map((row) =>
          row
            .split("\t")
            .map((cell) => rearm(cell.replaceAll(/\\([tnr\\])/g, (_, letter: string) => plain[letter] ?? ""))),
        );
        expect(cells).toEqual([[text, place].map(rearm)]);
      }),
    );
  });
});

/** A cell without the apostrophe that may have been put before it. */
function rearm(cell: string): string {
  return cell.replace(/^'/, "");
}

function readCsv(text: string): string[][] {
  return parse(text, { record_delimiter: "\r\n" });
}

/** What UTF-8 makes of a text: it has no lone surrogates. */
function encode(text: string): string {
  return Buffer.from(text).toString();
}
