import type { Diagnostic } from "../diagnostic.ts";
import { addEntry, createBatch, ENTRY_KINDS, LISTS, type Batch, type EntryKind } from "./batch.ts";
import { decodeText, stripByteOrderMark } from "./decode.ts";
import type { CorpusFile } from "./discover.ts";
import { parseOutline, weigh, type Budget } from "./entry.ts";
import { quoteValue, type Path } from "./fault.ts";
import { parseJson } from "./json.ts";
import { MOST_FAULTS, type DocumentFault, type ParsedDocument } from "./parsed.ts";
import { buildDiagnostic, buildLocator, type Locator } from "./position.ts";
import type { SchemaIssue } from "./schema.ts";
import { NO_STAMP, readWhole, type FileStamp } from "./stamp.ts";
import { findDuplicateKeys, findRange, type TextRange, type TreeNode } from "./tree.ts";
import { parseYaml } from "./yaml.ts";

/** Reads the entries of a YAML or JSON file. */
export async function readDocument(file: CorpusFile): Promise<{ batch: Batch; stamp: FileStamp }> {
  const whole = await readWhole(file.path);
  if ("fault" in whole) return { batch: createBatch([buildDiagnostic(whole.fault, file.path)]), stamp: NO_STAMP };
  const { bytes, stamp } = whole;
  const decoded = decodeText(bytes);
  if (typeof decoded === "string") return { batch: await parseDocument(stripByteOrderMark(decoded), file), stamp };
  const { message, text, offset } = decoded;
  const at = buildLocator({ file: file.path, text, firstLine: 1, firstOffset: 0 }).locate({
    start: offset,
    end: offset + 1,
  });
  return { batch: createBatch([buildDiagnostic({ rule: "invalid-encoding", message }, file.path, at)]), stamp };
}

/** Reads the entries of the text of a YAML or JSON file. */
async function parseDocument(text: string, file: CorpusFile): Promise<Batch> {
  const locator = buildLocator({ file: file.path, text, firstLine: 1, firstOffset: 0 });
  const parsed = file.format === "json" && text.trim() !== "" ? parseJson(text) : parseYaml(text);
  if (!("rule" in parsed)) return new DocumentReader(file, parsed, text, locator).read();
  const faults = file.format === "yaml" ? await explainFault(parsed, text) : [parsed];
  return createBatch(
    faults.map((fault) => buildDiagnostic(fault, file.path, fault.range && locator.locate(fault.range))),
  );
}

/** The parser that reads stops at the first fault; a slower one goes on and finds the others. */
async function explainFault(fault: DocumentFault, text: string): Promise<DocumentFault[]> {
  if (fault.rule !== "syntax") return [fault];
  const { findSyntaxFaults } = await import("./syntax.ts");
  const faults = findSyntaxFaults(text);
  return faults.length > 0 ? faults : [fault];
}

/** How many times larger than its text a document with aliases may be. */
const LARGEST_EXPANSION = 10;
const FREE_EXPANSION = 100_000;

class DocumentReader {
  readonly #file: CorpusFile;
  readonly #document: ParsedDocument;
  readonly #locator: Locator;
  readonly #budget: Budget;
  readonly #batch = createBatch();
  #tree: TreeNode | undefined;
  #faultCount = 0;

  constructor(file: CorpusFile, document: ParsedDocument, text: string, locator: Locator) {
    this.#file = file;
    this.#document = document;
    this.#locator = locator;
    this.#budget = { left: document.hasAliases ? text.length * LARGEST_EXPANSION + FREE_EXPANSION : Infinity };
  }

  async read(): Promise<Batch> {
    const { value, hasDuplicateKeys } = this.#document;
    if (hasDuplicateKeys) {
      const duplicates = describeDuplicateKeys(this.#buildTree(), this.#file.path, this.#locator);
      this.#batch.diagnostics = this.#batch.diagnostics.concat(duplicates);
    }
    const outline = value === undefined || value === null ? { entry: {} } : parseOutline(value, this.#budget);
    if ("issues" in outline) {
      for (const kind of ENTRY_KINDS) this.#batch.leftOut.add(kind);
      await this.#report(outline.issues, value, "outline", []);
    }
    for (const kind of ENTRY_KINDS) {
      if (!this.#isGivenUp()) await this.#readList(kind);
    }
    const { speakers, sources, quotes, facts, diagnostics } = this.#batch;
    if (speakers.length + sources.length + quotes.length + facts.length + diagnostics.length === 0) {
      diagnostics.push(buildEmptyFileDiagnostic(this.#file));
    }
    return this.#batch;
  }

  async #readList(kind: EntryKind): Promise<void> {
    const name = LISTS[kind];
    const list = readProperty(this.#document.value, name);
    if (!Array.isArray(list)) return;
    const starts = this.#document.listStarts.get(name) ?? [];
    for (const [index, raw] of list.entries()) {
      // A list that is an alias as a whole has no starts of its own.
      const offset = starts[index] ?? findRange(this.#buildTree(), [name]).start;
      const rule = this.#document.hasAliases ? weigh(raw, this.#budget) : undefined;
      if (rule) this.#batch.leftOut.add(kind);
      const issues: readonly SchemaIssue[] = rule
        ? [{ code: "custom", message: rule, path: [], input: raw }]
        : addEntry(this.#batch, kind, raw, { line: this.#locator.findLine(offset), offset }, this.#budget);
      if (issues.length > 0) await this.#report(issues, raw, kind, [name, index]);
      if (this.#isGivenUp()) return;
    }
  }

  async #report(
    issues: readonly SchemaIssue[],
    raw: unknown,
    schema: EntryKind | "outline",
    base: Path,
  ): Promise<void> {
    const { describeIssues } = await import("./wording.ts");
    for (const fault of describeIssues(issues, raw, schema)) {
      const range = findRange(this.#buildTree(), [...base, ...fault.path], fault.isKey);
      if (++this.#faultCount > MOST_FAULTS) {
        for (const kind of ENTRY_KINDS) this.#batch.leftOut.add(kind);
        this.#batch.diagnostics.push(buildTooManyFaults(this.#file, this.#locator, range));
        return;
      }
      this.#batch.diagnostics.push(buildDiagnostic(fault, this.#file.path, this.#locator.locate(range)));
    }
  }

  /** One fault says that a value is too large: whatever follows is too much as well. */
  #isGivenUp(): boolean {
    return this.#budget.left < 0 || this.#faultCount > MOST_FAULTS;
  }

  #buildTree(): TreeNode {
    return (this.#tree ??= this.#document.buildTree());
  }
}

/** The diagnostics of the keys that stand twice in one mapping. */
export function describeDuplicateKeys(tree: TreeNode, path: string, locator: Locator): Diagnostic[] {
  return findDuplicateKeys(tree).map(({ key, range, first }) => ({
    ...buildDiagnostic(
      {
        rule: "duplicate-key",
        message: `the key ${quoteValue(key)} stands here a second time; expected it once`,
        actual: key,
      },
      path,
      locator.locate(range),
    ),
    related: [{ place: locator.locate(first).place, message: "the first one" }],
  }));
}

/** The diagnostic that stands where a file's faults are too many. */
export function buildTooManyFaults(file: CorpusFile, locator: Locator, range: TextRange): Diagnostic {
  const message = `more than ${MOST_FAULTS} faults; the rest of the file was not looked at`;
  return buildDiagnostic({ rule: "too-many-faults", message }, file.path, locator.locate(range));
}

/** The diagnostic of a file in which there is nothing to read. */
export function buildEmptyFileDiagnostic(file: CorpusFile): Diagnostic {
  return buildDiagnostic(
    { rule: "empty-file", message: "the file holds no entries; expected speakers, sources, quotes or facts" },
    file.path,
  );
}

function readProperty(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
