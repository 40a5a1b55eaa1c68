/** Reading JSON: the runtime parses it; where its parts stand is found by a second look at the tokens. */
import { MAX_DEPTH, type DocumentFault, type ParsedDocument } from "./parsed.ts";
import type { TreeEntry, TreeNode } from "./tree.ts";

/** Longer texts are not searched for the place of an error: each step of the search parses the text once more. */
const LONGEST_SEARCHED = 20_000_000;
const TOO_DEEP = `values are nested more than ${MAX_DEPTH} levels deep here`;
const listUnits = (characters: string) => new Set([...characters].map((character) => character.charCodeAt(0)));
const SPACES = listUnits(" \t\n\r");
const PUNCTUATION = listUnits("{}[],:");
const QUOTATION_MARK = 0x22;
const BACKSLASH = 0x5c;
const KEY = /"\s*:/gu;

/** Reads a JSON text, or finds the fault in it. */
export function parseJson(text: string): ParsedDocument | DocumentFault {
  const value = parseValue(text);
  if ("fault" in value) return value.fault;
  const tree = buildTree(text);
  if ("rule" in tree) return tree;
  const listStarts = new Map<string, number[]>();
  for (const { key, value: list } of tree.entries ?? [])
    listStarts.set(
      key,
      (list.items ?? []).map(({ start }) => start),
    );
  return {
    value: value.value,
    hasDuplicateKeys: mayRepeatKeys(text, value.value),
    hasAliases: false,
    listStarts,
    buildTree: () => tree,
  };
}

/** Reads one line of JSON Lines, or finds the fault in it; positions are found only when they are asked for. */
export function parseJsonLine(text: string): Omit<ParsedDocument, "listStarts"> | DocumentFault {
  const value = parseValue(text);
  if ("fault" in value) return value.fault;
  const buildLineTree = (): TreeNode => {
    const tree = buildTree(text);
    return "rule" in tree ? { start: 0, end: text.length } : tree;
  };
  return {
    value: value.value,
    hasDuplicateKeys: mayRepeatKeys(text, value.value),
    hasAliases: false,
    buildTree: buildLineTree,
  };
}

function parseValue(text: string): { value: unknown } | { fault: DocumentFault } {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const start = findErrorOffset(text, error);
    const message = error.message.replace(/ in JSON at position .*$|, .*is not valid JSON$/su, "");
    return { fault: { rule: "syntax", message, ...(start !== undefined && { range: { start, end: start + 1 } }) } };
  }
}

/**
 * Where a text ceases to be JSON. The runtime does not always say; but all that precedes the error fails only for having
 * ended too early, and with the error in it fails otherwise, so that bisection finds the place.
 */
function findErrorOffset(text: string, error: SyntaxError): number | undefined {
  const told = readPosition(error);
  if (told !== undefined) return told;
  if (text.length > LONGEST_SEARCHED) return undefined;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isBeginning(text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

function isBeginning(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const position = readPosition(error);
    return position === undefined
      ? error.message.includes("end of JSON")
      : position >= text.length || error.message.includes("Unterminated");
  }
}

function readPosition(error: SyntaxError): number | undefined {
  const position = /at position (\d+)/u.exec(error.message)?.[1];
  return position === undefined ? undefined : Number(position);
}

/** Cheap and never wrongly false: of equal keys the value keeps one, while the text has as many `":` as keys at least. */
function mayRepeatKeys(text: string, value: unknown): boolean {
  return (text.match(KEY)?.length ?? 0) > countKeys(value);
}

function countKeys(value: unknown): number {
  let count = 0;
  const unvisited = [value];
  while (unvisited.length > 0) {
    const next = unvisited.pop();
    if (typeof next !== "object" || next === null) continue;
    const values: unknown[] = Object.values(next);
    if (!Array.isArray(next)) count += values.length;
    for (const inner of values) if (typeof inner === "object") unvisited.push(inner);
  }
  return count;
}

interface OpenNode {
  node: TreeNode;
  /** The last string of a mapping, with its place: a key as soon as a colon follows. */
  key?: Pick<TreeEntry, "key" | "keyRange"> | undefined;
  hasColon: boolean;
}

/** The tree of a text that is known to be JSON. */
function buildTree(text: string): TreeNode | DocumentFault {
  const root: TreeNode = { start: 0, end: text.length, items: [] };
  const open: OpenNode[] = [{ node: root, hasColon: false }];
  for (let at = findToken(text, 0); at < text.length; at = findToken(text, at)) {
    const top = open.at(-1);
    if (top === undefined) break;
    const start = at;
    at = findTokenEnd(text, at);
    const token = text.charAt(start);
    if (token === "," || token === ":") {
      top.hasColon = token === ":";
    } else if (token === "}" || token === "]") {
      top.node.end = at;
      open.pop();
    } else {
      const node: TreeNode = { start, end: at };
      attach(top, node, text);
      if (token === "{") open.push({ node: Object.assign(node, { entries: [] }), hasColon: false });
      if (token === "[") open.push({ node: Object.assign(node, { items: [] }), hasColon: false });
      if (open.length > MAX_DEPTH + 1) return { rule: "too-deep", message: TOO_DEEP, range: { start, end: at } };
    }
  }
  return root.items?.[0] ?? root;
}

function attach(parent: OpenNode, node: TreeNode, text: string): void {
  if (parent.node.entries === undefined) {
    parent.node.items?.push(node);
  } else if (parent.hasColon && parent.key !== undefined) {
    parent.node.entries.push({ ...parent.key, value: node });
  } else {
    const { start, end } = node;
    parent.key = { key: readString(text.slice(start, end)), keyRange: { start, end } };
  }
}

function readString(token: string): string {
  if (!token.includes("\\")) return token.slice(1, -1);
  const value: unknown = JSON.parse(token);
  return typeof value === "string" ? value : "";
}

/** Where the next token starts; the text's length if there is none. */
function findToken(text: string, from: number): number {
  let at = from;
  while (at < text.length && SPACES.has(text.charCodeAt(at))) at++;
  return at;
}

function findTokenEnd(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first === QUOTATION_MARK) return findStringEnd(text, start);
  let end = start + 1;
  if (PUNCTUATION.has(first)) return end;
  while (end < text.length && !PUNCTUATION.has(text.charCodeAt(end)) && !SPACES.has(text.charCodeAt(end))) end++;
  return end;
}

/** By hand, as a regular expression that can step over escapes overflows its stack in a string of some megabytes. */
function findStringEnd(text: string, start: number): number {
  for (let quotation = text.indexOf('"', start + 1); quotation >= 0; quotation = text.indexOf('"', quotation + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(quotation - 1 - backslashes) === BACKSLASH) backslashes++;
    if (backslashes % 2 === 0) return quotation + 1;
  }
  return text.length;
}
