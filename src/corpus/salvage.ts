/**
 * What is left of an entry with faults: the rules that compare entries judge that too, so that one run tells all. A value
 * at fault is dropped; where the format demands one, or others would change their place, something stands in for it.
 *
 *     {id: a, text: "", tags: [x, 1], date: 2025-02-30}  ─▶  {id: a, text: STAND_IN, tags: [x, STAND_IN]}
 */
import type { Path } from "./fault.ts";
import { isMapping } from "./parsed.ts";
import type { SchemaIssue } from "./schema.ts";

/** Stands for a text that did not pass: it passes itself, has no words, and no rule may speak of it. */
export const STAND_IN = "\ufffc";
/** BCP 47 for "undetermined". */
const LANGUAGE_STAND_IN = "und";
const DEMANDED: ReadonlySet<PropertyKey> = new Set(["id", "text", "name"]);

/** The keys and indexes of the values at fault, with those inside them; none inside is the value itself. */
interface FaultTree extends Map<PropertyKey, FaultTree> {}

/** A copy of an entry without the values that some issues name; what it shares with the entry is not changed. */
export function dropFaulty(raw: unknown, issues: readonly SchemaIssue[]): unknown {
  const faults: FaultTree = new Map();
  for (const path of listPaths(issues)) {
    let branch = faults;
    for (const step of path) {
      const next: FaultTree = branch.get(step) ?? new Map();
      branch.set(step, next);
      branch = next;
    }
  }
  return dropWithin(raw, faults);
}

/** The paths of the values that some issues name, keys that are none of the format's included. */
export function listPaths(issues: readonly SchemaIssue[]): Path[] {
  return issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path],
  );
}

function dropWithin(value: unknown, faults: FaultTree, parent?: PropertyKey): unknown {
  if (Array.isArray(value)) return value.map((item: unknown, index) => (faults.has(index) ? STAND_IN : item));
  if (!isMapping(value)) return value;
  const sound = Object.entries(value).filter(([key]) => !faults.has(key));
  const others = [...faults].flatMap(([key, inside]) => {
    if (inside.size > 0) return [[key, dropWithin(value[String(key)], inside, key)]];
    const standIn = chooseStandIn(key, parent);
    return standIn === undefined ? [] : [[key, standIn]];
  });
  return Object.fromEntries([...sound, ...others]);
}

/** What the format demands in the place of a value; undefined where the value may be missing. */
function chooseStandIn(key: PropertyKey, parent: PropertyKey | undefined): string | undefined {
  if (parent === undefined) return DEMANDED.has(key) ? STAND_IN : undefined;
  if (parent !== "original") return undefined;
  return key === "lang" ? LANGUAGE_STAND_IN : key === "text" ? STAND_IN : undefined;
}
