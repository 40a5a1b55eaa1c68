/**
 * Reading YAML: the text is parsed once, into events that point into it.
 *
 *     text ─▶ events ─┬─▶ value            for the entries
 *                     ├─▶ starts of items  for the line of each entry
 *                     └─▶ tree             for the place of a fault, built only when there is one
 */
import {
  constructFromEvents,
  EVENT_ID,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
  type Event,
  type ScalarEvent,
} from "js-yaml";

import { MAX_DEPTH, type DocumentFault, type ParsedDocument } from "./parsed.ts";
import type { TextRange, TreeEntry, TreeNode } from "./tree.ts";

/** Reads a text that holds one YAML 1.2 document (core schema: dates stay text), or the first fault in it. */
export function parseYaml(text: string): ParsedDocument | DocumentFault {
  try {
    const events = parseEvents(text, { maxDepth: MAX_DEPTH });
    const second = findSecondDocument(events);
    if (second !== undefined)
      return { rule: "syntax", message: "a second document starts here; expected one in a file", range: second };
    const { value, hasDuplicateKeys } = constructValue(events, text);
    return {
      value,
      hasDuplicateKeys,
      hasAliases: events.some(({ type }) => type === EVENT_ID.ALIAS),
      listStarts: findListStarts(events, text),
      buildTree: () => buildTree(events, text),
    };
  } catch (error) {
    return describeError(error);
  }
}

function constructValue(events: Event[], source: string): { value: unknown; hasDuplicateKeys: boolean } {
  try {
    return { value: constructFromEvents(events, { source })[0], hasDuplicateKeys: false };
  } catch (error) {
    if (!(error instanceof YAMLException) || !error.reason.startsWith("duplicated mapping key")) throw error;
    // With the last of the equal keys, so that the rest of the file is judged too.
    return { value: constructFromEvents(events, { source, json: true })[0], hasDuplicateKeys: true };
  }
}

function describeError(error: unknown): DocumentFault {
  if (!(error instanceof YAMLException)) throw error;
  const start = error.mark?.position ?? 0;
  const range = { start, end: start + 1 };
  if (!error.reason.includes("maxDepth")) return { rule: "syntax", message: error.reason, range };
  return { rule: "too-deep", message: `values are nested more than ${MAX_DEPTH} levels deep here`, range };
}

function findSecondDocument(events: Event[]): TextRange | undefined {
  const second = events.findIndex(({ type }, index) => index > 0 && type === EVENT_ID.DOCUMENT);
  const first = events[second + 1];
  return second < 0 || first === undefined ? undefined : findEventRange(first);
}

function findListStarts(events: Event[], text: string): Map<string, number[]> {
  const lists = new Map<string, number[]>();
  let list: number[] | undefined;
  let depth = 0;
  let isKey = true;
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      depth--;
      continue;
    }
    if (depth === 2 && isKey) {
      list = event.type === EVENT_ID.SCALAR ? [] : undefined;
      if (list && event.type === EVENT_ID.SCALAR) lists.set(getScalarValue(text, event), list);
    } else if (depth === 3) {
      list?.push(findEventRange(event).start);
    }
    if (depth === 2) isKey = !isKey;
    if (event.type !== EVENT_ID.SCALAR && event.type !== EVENT_ID.ALIAS) depth++;
  }
  return lists;
}

function findEventRange(event: Event): TextRange {
  if (event.type === EVENT_ID.SCALAR) return findScalarRange(event);
  // The anchor is the name alone; the * before it belongs to the alias.
  if (event.type === EVENT_ID.ALIAS) return { start: event.anchorStart - 1, end: event.anchorEnd };
  const start = "start" in event ? event.start : 0;
  return { start, end: start + 1 };
}

function findScalarRange({ style, valueStart, valueEnd }: ScalarEvent): TextRange {
  const isQuoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
  return isQuoted ? { start: valueStart - 1, end: valueEnd + 1 } : { start: valueStart, end: valueEnd };
}

interface OpenNode {
  node: TreeNode;
  /** The key whose value comes next. */
  key?: Pick<TreeEntry, "key" | "keyRange"> | undefined;
}

function buildTree(events: Event[], text: string): TreeNode {
  const root: TreeNode = { start: 0, end: 0, items: [] };
  const open: OpenNode[] = [{ node: root }];
  for (const event of events) {
    const top = open.at(-1);
    if (top === undefined || event.type === EVENT_ID.DOCUMENT) continue;
    if (event.type === EVENT_ID.POP) {
      if (open.length > 1) open.pop();
      continue;
    }
    const node: TreeNode = trimRange(findEventRange(event), text);
    const key = event.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : "";
    attach(top, node, key);
    if (event.type === EVENT_ID.MAPPING) open.push({ node: Object.assign(node, { entries: [] }) });
    if (event.type === EVENT_ID.SEQUENCE) open.push({ node: Object.assign(node, { items: [] }) });
  }
  return root.items?.[0] ?? root;
}

function attach(parent: OpenNode, node: TreeNode, key: string): void {
  parent.node.items?.push(node);
  if (parent.node.entries === undefined) return;
  if (parent.key === undefined) {
    parent.key = { key, keyRange: { start: node.start, end: node.end } };
  } else {
    parent.node.entries.push({ ...parent.key, value: node });
    parent.key = undefined;
  }
}

/** A block scalar's range begins with its indentation and ends with its line breaks. */
function trimRange({ start, end }: TextRange, text: string): TextRange {
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  return { start, end };
}

function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;
}
