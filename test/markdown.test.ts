import fc from "fast-check";
import { parsers } from "prettier/plugins/markdown";
import { describe, expect, it } from "vitest";

import { nameColumn } from "../src/render/fields.ts";
import { renderMarkdown, renderMarkdownTable } from "../src/render/markdown.ts";
import { HITS, hostileText, INSANITY, join, PRESSURE } from "./sample-hits.ts";

interface Node {
  type: string;
  value?: string;
  children?: Node[];
}

async function parseMarkdown(markdown: string): Promise<Node> {
  const tree: Node = await parsers.markdown.parse(markdown, { originalText: markdown } as never);
  return tree;
}

/** The text that a reader sees of a node, a line break for each break. */
function readText(node: Node): string {
  if (node.type === "break" || node.type === "html") return "\n";
  return node.value ?? node.children?.map(readText).join(node.type === "blockquote" ? "\n\n" : "") ?? "";
}

describe("renderMarkdown", () => {
  it("writes block quotes", async () => {
    expect(await join(renderMarkdown(HITS))).toBe(
      `> s’il n’y a pas de voie diplomatique, alors il y aura une pression totale
>
> — Volodymyr Zelensky, président de l'Ukraine, Kyiv, 20 décembre 2025, [Réunion à Miami](<https://example.org/?a=1&amp;copy;=(2)>)

> Sept personnes sont mortes.\\
> Quinze sont blessées.
>
> — claimed by Ukraine; Jane Doe, décembre 2025, An undeclared report

> Insanity is doing the same thing over and over.
>
> — Rita Mae Brown, 1983 **misattributed: often credited to Albert Einstein**
`,
    );
  });

  it.each(["javascript:alert(1)", "not an address", "file:///etc/passwd"])("makes no link of %s", async (url) => {
    const markdown = await join(renderMarkdown([{ record: { ...PRESSURE, source: { title: "T", url } } }]));
    expect(markdown).toContain(", T\n");
  });

  it.each([
    "*a* _b_ `c` ~~d~~ [e](f) ![g](h) <i>j</i> &amp; &#65; \\* http://x|y",
    "# a\n## b",
    "- a\n+ b\n* c",
    "1. a\n2) b",
    "a\n===\nb\n---",
    "> a\n\n    b\n\n```\nc\n```",
    "| a | b |\n|---|---|\n| c | d |",
    "$x$ a  \nb\\\nc",
    "[a]: http://x\n\n[a]",
  ])("renders as the very words: %j", async (text) => {
    const tree = await parseMarkdown(await join(renderMarkdown([{ record: { ...INSANITY, text } }])));
    expect(tree.children?.map(({ type }) => type)).toEqual(["blockquote"]);
    const words = readText(tree.children?.[0] ?? { type: "none" });
    expect(words.split("\n\n— ")[0]).toBe(text.replaceAll(/[ \t]*\n[ \t]*/g, "\n"));
  });
});

describe("renderMarkdownTable", () => {
  it("has a cell for each value, whatever it holds", async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, async (text, place) => {
        async function* list(): AsyncGenerator<object> {
          yield { text, place };
        }
        const tree = await parseMarkdown(await join(renderMarkdownTable(list(), ["text", "place"].map(nameColumn))));
        expect(tree.children?.map(({ type }) => type)).toEqual(["table"]);
        expect(tree.children?.[0]?.children?.map((row) => row.children?.length)).toEqual([2, 2]);
      }),
    );
  });
});
