import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Diagnostic } from "../src/diagnostic.ts";
import { RULES } from "../src/rules.ts";
import { DIAGNOSTIC_FORMATS, type DiagnosticFormat, renderDiagnostics } from "../src/render/report.ts";
import { hostileText, UNSAFE } from "./sample-hits.ts";

const UNKNOWN_KEY: Diagnostic = {
  rule: "unknown-key",
  severity: "error",
  message: 'unknown key "speeker" in a quote; expected one of "speaker", "source"',
  place: {
    file: "/corpus/my quotes.yaml",
    start: { line: 3, column: 5, offset: 30 },
    end: { line: 3, column: 12, offset: 37 },
  },
  excerpt: "    speeker: zelensky",
  actual: "speeker",
  expected: ["speaker", "source"],
  suggestion: "speaker",
};
const DUPLICATE: Diagnostic = {
  rule: "duplicate-id",
  severity: "warning",
  message: "50% {0}\nof [a](b)",
  place: { file: "/corpus/b.yaml", start: { line: 9, column: 1, offset: 90 } },
  related: [{ place: { file: "/corpus/a,b.yaml", start: { line: 1, column: 7, offset: 6 } }, message: "first here" }],
};
const UNUSED: Diagnostic = {
  rule: "unused-speaker",
  severity: "info",
  message: "nobody",
  place: { file: "/corpus/c.yaml" },
};
const DIAGNOSTICS = [UNKNOWN_KEY, DUPLICATE, UNUSED];

function render(diagnostics: Diagnostic[], format: DiagnosticFormat): Promise<string> {
  const displayPath = (path: string): string => path.replace("/corpus/", "");
  return renderDiagnostics(diagnostics, format, {
    color: false,
    width: 80,
    displayPath,
    rules: RULES,
    version: "1.2.3",
  });
}

describe("text", () => {
  it("has a line, a frame, the near name and the related places", async () => {
    expect(await render(DIAGNOSTICS, "text")).toBe(
      `my quotes.yaml:3:5: error: unknown key "speeker" in a quote; expected one of "speaker", "source" [unknown-key]
    3 │     speeker: zelensky
      │     ^~~~~~~
  did you mean "speaker"?

b.yaml:9:1: warning: 50% {0}\\u{a}of [a](b) [duplicate-id]
  a,b.yaml:1:7: first here

c.yaml: info: nobody [unused-speaker]
`,
    );
  });
});

describe("json", () => {
  it("is flat, and absent rather than empty", async () => {
    expect(JSON.parse(await render(DIAGNOSTICS, "json"))).toEqual([
      {
        file: "my quotes.yaml",
        line: 3,
        column: 5,
        endLine: 3,
        endColumn: 12,
        rule: "unknown-key",
        severity: "error",
        message: UNKNOWN_KEY.message,
        actual: "speeker",
        expected: ["speaker", "source"],
        suggestion: "speaker",
      },
      {
        file: "b.yaml",
        line: 9,
        column: 1,
        rule: "duplicate-id",
        severity: "warning",
        message: DUPLICATE.message,
        related: [{ file: "a,b.yaml", line: 1, column: 7, message: "first here" }],
      },
      { file: "c.yaml", rule: "unused-speaker", severity: "info", message: "nobody" },
    ]);
  });
});

describe("github", () => {
  it("escapes as workflow commands want it", async () => {
    expect(await render(DIAGNOSTICS, "github")).toBe(
      `::error file=my quotes.yaml,line=3,endLine=3,col=5,endColumn=12,title=unknown-key::${UNKNOWN_KEY.message}%0Adid you mean "speaker"?
::warning file=b.yaml,line=9,col=1,title=duplicate-id::50%25 {0}%0Aof [a](b)
::notice file=c.yaml,title=unused-speaker::nobody
`,
    );
  });

  it("lets no text begin a property or command", async () => {
    const hostile = { ...UNUSED, message: "a\n::stop-commands::x", place: { file: "/corpus/a,line=9:b\r.yaml" } };
    expect(await render([hostile], "github")).toBe(
      "::notice file=a%2Cline=9%3Ab\\u{d}.yaml,title=unused-speaker::a%0A::stop-commands::x\n",
    );
  });
});

describe("sarif", () => {
  it("names the tool, its rules and the results", async () => {
    const log = JSON.parse(await render(DIAGNOSTICS, "sarif"));
    expect(log).toMatchObject({ version: "2.1.0", runs: [{ columnKind: "utf16CodeUnits" }] });
    const [{ tool, results }] = log.runs;
    expect(tool.driver).toMatchObject({ name: "dixit", version: "1.2.3" });
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(Object.keys(RULES));
    expect(results).toEqual([
      {
        ruleId: "unknown-key",
        ruleIndex: Object.keys(RULES).indexOf("unknown-key"),
        level: "error",
        message: { text: `${UNKNOWN_KEY.message}; did you mean "speaker"?` },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "my%20quotes.yaml" },
              region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 12 },
            },
          },
        ],
      },
      expect.objectContaining({
        level: "warning",
        message: { text: "50% {{0}}\nof [a\\](b)" },
        relatedLocations: [
          {
            id: 0,
            message: { text: "first here" },
            physicalLocation: {
              artifactLocation: { uri: "a%2Cb.yaml" },
              region: { startLine: 1, startColumn: 7 },
            },
          },
        ],
      }),
      expect.objectContaining({
        level: "note",
        locations: [{ physicalLocation: { artifactLocation: { uri: "c.yaml" } } }],
      }),
    ]);
  });

  it("addresses a file elsewhere by a URL", async () => {
    const log = JSON.parse(await render([{ ...UNUSED, place: { file: "/else where/#1.yaml" } }], "sarif"));
    const [{ physicalLocation }] = log.runs[0].results[0].locations;
    expect(physicalLocation.artifactLocation.uri).toBe("file:///else%20where/%231.yaml");
  });
});

it.each([
  ["text", ""],
  ["json", "[]\n"],
  ["github", ""],
] as const)("%s is valid without findings", async (format, nothing) => expect(await render([], format)).toBe(nothing));

it("sarif is valid without findings", async () => {
  expect(JSON.parse(await render([], "sarif")).runs[0].results).toEqual([]);
});

it.each(DIAGNOSTIC_FORMATS)("%s lets nothing through to a terminal", async (format) => {
  await fc.assert(
    fc.asyncProperty(hostileText, hostileText, async (text, other) => {
      const place = { file: `/corpus/${other}`, start: { line: 1, column: 2, offset: 1 } };
      const related = [{ place, message: other }];
      const diagnostic = {
        ...UNKNOWN_KEY,
        place,
        excerpt: text,
        message: text,
        suggestion: other,
        actual: text,
        related,
      };
      expect(await render([diagnostic], format)).not.toMatch(UNSAFE);
    }),
  );
});
