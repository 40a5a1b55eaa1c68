import type { RuleId } from "../diagnostic.ts";
import type { TextRange, TreeNode } from "./tree.ts";

/** The deepest that values may be nested. */
export const MAX_DEPTH = 100;

/** A YAML or JSON text that was read: its value, and where in the text its parts stand. */
export interface ParsedDocument {
  /** Undefined if there is nothing but comments. */
  value: unknown;
  /** Whether values share parts, so that they may be larger than the text. */
  hasAliases: boolean;
  hasDuplicateKeys: boolean;
  /** Where the items of each list at the top start, in order. */
  listStarts: ReadonlyMap<string, readonly number[]>;
  buildTree(): TreeNode;
}

/** Why a text could not be read; without a range the reason lies in the whole of it. */
export interface DocumentFault {
  rule: RuleId;
  message: string;
  range?: TextRange;
}
