import { SEVERITIES, type RuleId, type Severity } from "./rules.ts";
import { compareText } from "./text/compare.ts";

/** A point in a file: 1-based line and column (in UTF-16 units), 0-based offset (in UTF-16 units, after the BOM). */
export interface Point {
  line: number;
  column: number;
  offset: number;
}

/** Where a finding stands: the file's path and, unless it is the whole file, the start and exclusive end. */
export interface Place {
  file: string;
  start?: Point;
  end?: Point;
}

/**
 * Trouble in the input - a corpus or a draft -, as data. Diagnostics are collected and sorted, never thrown.
 */
export interface Diagnostic {
  rule: RuleId;
  severity: Severity;
  /** One sentence that names the offending value and what was expected. */
  message: string;
  place: Place;
  /** The source line at `place.start`, without its line break, for the caret frame. */
  excerpt?: string;
  /** The 1-based column at which the excerpt begins, where the line is too long to be shown whole. */
  excerptColumn?: number;
  /** What was found, as written. */
  actual?: string;
  /** What would have been accepted. */
  expected?: string[];
  /** The near name, for "did you mean". */
  suggestion?: string;
  /** Other places that explain this one, such as the first of two equal ids. */
  related?: { place: Place; message: string }[];
}

/** Orders diagnostics by file, place, severity and rule. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.place.file, b.place.file) ||
    (a.place.start?.offset ?? -1) - (b.place.start?.offset ?? -1) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

/** Trouble that the user can mend - a missing file, a bad flag -: one line on stderr, exit code 2. */
export class UserError extends Error {
  override name = "UserError";
  /** A second line that says what to do. */
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** Raised where the corpus has errors and so cannot answer; carries what is wrong with it, sorted. */
export class BrokenCorpusError extends Error {
  override name = "BrokenCorpusError";
  readonly diagnostics: Diagnostic[];

  constructor(diagnostics: Diagnostic[]) {
    super(`the corpus has ${diagnostics.length} errors`);
    this.diagnostics = diagnostics;
  }
}
