/** All syntax errors of a YAML text, for one that is known to have some. The parser is slow, and so loaded only then. */
import { parseAllDocuments, visit, type Document, type YAMLError } from "yaml";

import { MAX_DEPTH, type DocumentFault } from "./parsed.ts";

/** One error often causes others: the first ones are those to be mended. */
const MOST_FAULTS = 20;
/** The parser's time grows with the square of a mapping's keys: longer texts could take it minutes. */
const LONGEST_TEXT = 64_000;

/** The syntax errors, in order; none if the text is too long or too deeply nested to be looked at. */
export function findSyntaxFaults(text: string): DocumentFault[] {
  if (text.length > LONGEST_TEXT || isDeep(text)) return [];
  const documents = parseAllDocuments(text, { prettyErrors: false, strict: true, schema: "core", logLevel: "silent" });
  const end = text.trimEnd().length;
  return (
    ("empty" in documents ? [] : documents)
      .flatMap((document) => document.errors.map((error) => ({ error, document })))
      .sort((a, b) => a.error.pos[0] - b.error.pos[0])
      // Before they are described: looking for where a quotation was opened takes a walk through the document.
      .slice(0, MOST_FAULTS)
      .map(({ error, document }) => describeError(error, document))
      .sort((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0))
      // What is missing at the end is missing because of what came before.
      .filter(({ range }, index) => index === 0 || (range?.start ?? 0) < end)
  );
}

function describeError({ code, message, pos }: YAMLError, document: Document): DocumentFault {
  const rule = code === "DUPLICATE_KEY" ? "duplicate-key" : "syntax";
  const [start, end] = (code === "MISSING_CHAR" && findOpeningQuote(document, pos[0])) || pos;
  return { rule, message: message.split("\n", 1)[0] ?? message, range: { start, end } };
}

/** A quotation mark that is never closed is missed at the end of the file, but to be mended where the text begins. */
function findOpeningQuote(document: Document, offset: number): [number, number] | undefined {
  let opening: [number, number] | undefined;
  visit(document, {
    Scalar(_, { range, type }) {
      if (range && type?.startsWith("QUOTE") && range[1] >= offset) opening ??= [range[0], range[0] + 1];
    },
  });
  return opening;
}

/** Errs on the side of depth: brackets in quoted text count too. The parser calls itself for each level. */
function isDeep(text: string): boolean {
  let flowDepth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/gu)) {
    flowDepth += bracket === "[" || bracket === "{" ? 1 : -1;
    if (flowDepth > MAX_DEPTH) return true;
  }
  // A line opens a block level with each of its first spaces and marks at most.
  return /^[ \t?:-]{200}/mu.test(text);
}
