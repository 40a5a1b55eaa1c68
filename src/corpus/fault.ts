import type { RuleId } from "../rules.ts";

/** A value's way from its entry: keys and 0-based indexes. */
export type Path = readonly PropertyKey[];

/** Something wrong in an entry; it becomes a diagnostic when its place in the file is looked up. */
export interface Fault {
  rule: RuleId;
  message: string;
  path: Path;
  /** Whether the key at the end of the path is at fault, and not its value. */
  isKey?: boolean;
  actual?: string;
  expected?: string[];
  suggestion?: string;
}

const LONGEST_QUOTATION = 60;

/** A value as messages quote it: in double quotation marks and of bearable length. */
export function quoteValue(value: string): string {
  const short =
    value.length > LONGEST_QUOTATION ? `${value.slice(0, LONGEST_QUOTATION).replace(/\p{Cs}$/u, "")}…` : value;
  return JSON.stringify(short);
}
