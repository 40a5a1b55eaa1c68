import type { RuleId } from "../rules.ts";
import type { TextRange, TreeNode } from "./tree.ts";

/** The deepest that values may be nested. */
export const MAX_DEPTH = 100;

/** The most faults of a file that are described: one that is no corpus at all has a fault in each of its lines. */
export const MOST_FAULTS = 1_000;

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

/** Whether a value has keys of its own, and is no list. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
