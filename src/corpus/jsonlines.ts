import { basename } from "node:path";

import type { Diagnostic } from "../diagnostic.ts";
import { addEntry, createBatch, ENTRY_KINDS, type Batch, type EntryKind } from "./batch.ts";
import type { CorpusFile } from "./discover.ts";
import { buildEmptyFileDiagnostic, buildTooManyFaults, describeDuplicateKeys } from "./document.ts";
import type { Fault } from "./fault.ts";
import { parseJsonLine } from "./json.ts";
import { readLines, type Line } from "./lines.ts";
import { isMapping, MOST_FAULTS } from "./parsed.ts";
import { buildDiagnostic, buildLocator, type Locator } from "./position.ts";
import { CHANGING, describeReadError, NO_STAMP, openFile, type FileStamp, type OpenFile } from "./stamp.ts";
import { findRange, type TextRange, type TreeNode } from "./tree.ts";

/** Reads the entries of a JSON Lines file, a batch at a time; `onRead` is told how many bytes each read has given. */
export async function* readJsonLines(
  file: CorpusFile,
  onRead?: (bytes: number) => void,
): AsyncGenerator<Batch, FileStamp> {
  let open: OpenFile | undefined;
  try {
    open = await openFile(file.path, onRead);
    yield* readBatches(file, open);
    const { stamp, hasChanged } = await open.finish();
    if (hasChanged) yield createBatch([buildDiagnostic(CHANGING, file.path)]);
    return stamp;
  } catch (error) {
    yield createBatch([buildDiagnostic(describeReadError(error), file.path)]);
    return NO_STAMP;
  } finally {
    await open?.close();
  }
}

async function* readBatches(file: CorpusFile, open: OpenFile): AsyncGenerator<Batch> {
  let faultCount = 0;
  let isEmpty = true;
  const name = basename(file.path).replace(/[\s"']/gu, "_");
  for await (const lines of readLines(open)) {
    const batch = createBatch();
    for (const line of lines) {
      isEmpty = false;
      // The rest is still read, for the stamp.
      if (faultCount > MOST_FAULTS) break;
      const faults = await readLine(batch, line, file, `${name}:${line.number}`);
      batch.diagnostics.push(...faults);
      faultCount += faults.length;
      if (faultCount > MOST_FAULTS) {
        for (const kind of ENTRY_KINDS) batch.leftOut.add(kind);
        batch.diagnostics.push(buildTooManyFaults(file, buildLineLocator(line, file), { start: 0, end: 1 }));
      }
    }
    yield batch;
  }
  if (isEmpty) yield createBatch([buildEmptyFileDiagnostic(file)]);
}

async function readLine(batch: Batch, line: Line, file: CorpusFile, defaultId: string): Promise<Diagnostic[]> {
  const leaveOut = (fault: Fault, range: TextRange = { start: 0, end: 1 }): Diagnostic[] => {
    for (const kind of ENTRY_KINDS) batch.leftOut.add(kind);
    return [buildDiagnostic(fault, file.path, buildLineLocator(line, file).locate(range))];
  };
  if (line.problem) {
    const { offset: start, rule, message } = line.problem;
    return leaveOut({ rule, message, path: [] }, { start, end: start + 1 });
  }
  const parsed = parseJsonLine(line.text);
  if ("rule" in parsed) return leaveOut({ ...parsed, path: [] }, parsed.range);
  const { value, hasDuplicateKeys } = parsed;
  const diagnostics = hasDuplicateKeys
    ? describeDuplicateKeys(parsed.buildTree(), file.path, buildLineLocator(line, file))
    : [];
  const record = setKindApart(value);
  if ("fault" in record) {
    const range = findRange(parsed.buildTree(), record.fault.path);
    return [...diagnostics, ...leaveOut(record.fault, range)];
  }
  const { kind, rest } = record;
  if (!Object.hasOwn(rest, "id")) rest["id"] = defaultId;
  const issues = addEntry(batch, kind, rest, { line: line.number, offset: line.offset }, { left: Infinity });
  if (issues.length === 0) return diagnostics;
  const { describeIssues } = await import("./wording.ts");
  const tree = parsed.buildTree();
  const locator = buildLineLocator(line, file);
  const faults = describeIssues(issues, rest, kind);
  return [...diagnostics, ...faults.map((fault) => buildTreeDiagnostic(fault, file, tree, locator))];
}

function setKindApart(value: unknown): { kind: EntryKind; rest: Record<string, unknown> } | { fault: Fault } {
  if (!isMapping(value)) {
    const message = "the line is no object; expected one record a line";
    return { fault: { rule: "wrong-type", message, path: [], expected: ["an object"] } };
  }
  const { kind, ...rest } = value;
  const known =
    ENTRY_KINDS.find((name) => name === kind) ?? (kind === undefined && isQuote(rest) ? "quote" : undefined);
  if (known !== undefined) return { kind: known, rest };
  const expected = [...ENTRY_KINDS];
  const wanted = `expected "quote", "fact", "speaker" or "source"`;
  if (kind === undefined)
    return {
      fault: { rule: "missing-field", message: `no "kind" and no "text"; ${wanted}`, path: ["kind"], expected },
    };
  const message = `${JSON.stringify(kind).slice(0, 100)} is no kind of record; ${wanted}`;
  return { fault: { rule: "invalid-kind", message, path: ["kind"], expected } };
}

/** Sets made elsewhere seldom name the kind, and are quotes. */
function isQuote(record: Record<string, unknown>): boolean {
  return Object.hasOwn(record, "text");
}

function buildLineLocator({ text, number, offset }: Line, file: CorpusFile): Locator {
  return buildLocator({ file: file.path, text, firstLine: number, firstOffset: offset });
}

function buildTreeDiagnostic(fault: Fault, file: CorpusFile, tree: TreeNode, locator: Locator): Diagnostic {
  const range = findRange(tree, fault.path, fault.isKey);
  return buildDiagnostic(fault, file.path, locator.locate(range));
}
