import type { Path } from "./fault.ts";

/** Half-open range in a text, in UTF-16 units. */
export interface TextRange {
  start: number;
  end: number;
}

/** Where a value stands in the text of its file: a scalar, a mapping with `entries`, or a sequence with `items`. */
export interface TreeNode extends TextRange {
  entries?: TreeEntry[];
  items?: TreeNode[];
}

/** A key of a mapping with its value. */
export interface TreeEntry {
  key: string;
  keyRange: TextRange;
  value: TreeNode;
}

/**
 * The range of the value at a path, or of its key. What the tree does not hold - a key that is missing, the inside of an
 * alias - stands where the nearest thing around it does.
 */
export function findRange(root: TreeNode, path: Path, isKey = false): TextRange {
  let node = root;
  let keyRange: TextRange | undefined;
  for (const step of path) {
    const entry = node.entries && indexEntries(node.entries).get(step);
    const next = entry?.value ?? (typeof step === "number" ? node.items?.[step] : undefined);
    if (next === undefined) return findHead(node);
    node = next;
    keyRange = entry?.keyRange;
  }
  const isUnwritten = node.start >= node.end;
  return keyRange !== undefined && (isKey || isUnwritten) ? keyRange : findHead(node);
}

const indexes = new WeakMap<TreeEntry[], ReadonlyMap<PropertyKey, TreeEntry>>();

/** The entries by key; of equal keys the last counts. Kept, since a mapping of many keys may have a fault in each. */
function indexEntries(entries: TreeEntry[]): ReadonlyMap<PropertyKey, TreeEntry> {
  let index = indexes.get(entries);
  if (index === undefined) indexes.set(entries, (index = new Map(entries.map((entry) => [entry.key, entry]))));
  return index;
}

/** A mapping is shown by its first key and value: all of it would be many lines. */
function findHead(node: TreeNode): TextRange {
  const first = node.entries?.[0];
  if (first === undefined) return { start: node.start, end: node.end };
  const isNested = first.value.entries !== undefined || first.value.items !== undefined;
  return { start: node.start, end: Math.max(first.keyRange.end, isNested ? 0 : first.value.end) };
}

/** A key that stands in its mapping a second time. */
export interface DuplicateKey {
  key: string;
  range: TextRange;
  first: TextRange;
}

/** All keys that repeat an earlier one of the same mapping, in no order. */
export function findDuplicateKeys(root: TreeNode): DuplicateKey[] {
  const duplicates: DuplicateKey[] = [];
  const unvisited = [root];
  for (let node = unvisited.pop(); node !== undefined; node = unvisited.pop()) {
    for (const item of node.items ?? []) unvisited.push(item);
    const firsts = new Map<string, TextRange>();
    for (const { key, keyRange, value } of node.entries ?? []) {
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, keyRange);
      else duplicates.push({ key, range: keyRange, first });
      unvisited.push(value);
    }
  }
  return duplicates;
}
