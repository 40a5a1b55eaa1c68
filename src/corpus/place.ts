/** Finding the places of findings: the files in question are read once more, for the rules keep no text. */
import type { Diagnostic } from "../diagnostic.ts";
import { LISTS } from "./batch.ts";
import { decodeText, stripByteOrderMark } from "./decode.ts";
import type { CorpusFile } from "./discover.ts";
import type { Finding, Spot } from "./finding.ts";
import { parseJson, parseJsonLine } from "./json.ts";
import { readLines } from "./lines.ts";
import { buildDiagnostic, buildLocator, type Locator } from "./position.ts";
import { openFile, readWhole } from "./stamp.ts";
import { findRange, type TreeNode } from "./tree.ts";
import { parseYaml } from "./yaml.ts";

type Located = ReturnType<Locator["locate"]>;

/** Findings as diagnostics. */
export async function placeFindings(findings: readonly Finding[]): Promise<Diagnostic[]> {
  const places = await locateSpots(
    findings.flatMap(({ spot, related = [] }) => [spot, ...related.map((other) => other.spot)]),
  );
  const locate = (spot: Spot): Located => places.get(spot) ?? locateByLine(spot);
  return findings.map(({ spot, related = [], ...fault }) => ({
    ...buildDiagnostic(fault, spot.anchor.file.path, locate(spot)),
    ...(related.length > 0 && {
      related: related.map((other) => ({ place: locate(other.spot).place, message: other.message })),
    }),
  }));
}

/** All that is known of a place in a file that can no longer be read. */
function locateByLine({ anchor: { file, line, offset } }: Spot): Located {
  return { place: { file: file.path, start: { line, column: 1, offset } }, excerpt: "" };
}

async function locateSpots(spots: readonly Spot[]): Promise<Map<Spot, Located>> {
  const places = new Map<Spot, Located>();
  for (const [file, ofFile] of groupBy(spots, ({ anchor }) => anchor.file)) {
    await (file.format === "jsonl" ? locateInLines(file, ofFile, places) : locateInDocument(file, ofFile, places));
  }
  return places;
}

async function locateInDocument(file: CorpusFile, spots: readonly Spot[], places: Map<Spot, Located>): Promise<void> {
  const whole = await readWhole(file.path);
  const decoded = "bytes" in whole ? decodeText(whole.bytes) : undefined;
  if (typeof decoded !== "string") return;
  const text = stripByteOrderMark(decoded);
  const parsed = file.format === "json" ? parseJson(text) : parseYaml(text);
  if ("rule" in parsed) return;
  const locator = buildLocator({ file: file.path, text, firstLine: 1, firstOffset: 0 });
  const nodes = indexEntries(parsed.buildTree());
  for (const spot of spots) {
    const { offset } = spot.anchor;
    const node = nodes.get(offset) ?? { start: offset, end: offset + 1 };
    places.set(spot, locator.locate(findRange(node, spot.path)));
  }
}

function indexEntries(tree: TreeNode): Map<number, TreeNode> {
  const lists = new Set<string>(Object.values(LISTS));
  const nodes = (tree.entries ?? []).flatMap(({ key, value }) => (lists.has(key) ? (value.items ?? []) : []));
  return new Map(nodes.map((node) => [node.start, node]));
}

async function locateInLines(file: CorpusFile, spots: readonly Spot[], places: Map<Spot, Located>): Promise<void> {
  const byLine = groupBy(spots, ({ anchor }) => anchor.line);
  const open = await openFile(file.path).catch(() => undefined);
  if (open === undefined) return;
  try {
    for await (const lines of readLines(open)) {
      for (const { number, text, offset } of lines) {
        const ofLine = byLine.get(number) ?? [];
        const parsed = ofLine.length > 0 ? parseJsonLine(text) : undefined;
        if (parsed === undefined || "rule" in parsed) continue;
        const locator = buildLocator({ file: file.path, text, firstLine: number, firstOffset: offset });
        const tree = parsed.buildTree();
        for (const spot of ofLine) places.set(spot, locator.locate(findRange(tree, spot.path)));
      }
    }
  } finally {
    await open.close();
  }
}

function groupBy<Key>(spots: readonly Spot[], keyOf: (spot: Spot) => Key): Map<Key, Spot[]> {
  const groups = new Map<Key, Spot[]>();
  for (const spot of spots) {
    const group = groups.get(keyOf(spot));
    if (group) group.push(spot);
    else groups.set(keyOf(spot), [spot]);
  }
  return groups;
}
