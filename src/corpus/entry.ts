import { isMapping, MAX_DEPTH } from "./parsed.ts";
import { dropFaulty } from "./salvage.ts";
import { SCHEMAS, type Extensions, type SchemaIssue } from "./schema.ts";

/** An entry that passed its checks; or what they found and, where there is anything, what passed of it (see salvage.ts). */
export type ParsedEntry<Entry> = { entry: Entry } | { issues: readonly SchemaIssue[]; partial: Entry | undefined };

/** How much of a value may still be walked through: aliases can make it larger than any text. */
export interface Budget {
  left: number;
}

type Parser<Entry> = (raw: unknown, budget: Budget) => ParsedEntry<Entry>;

/** Checks a speaker. */
export const parseSpeaker = buildParser(SCHEMAS.speaker);
/** Checks a source. */
export const parseSource = buildParser(SCHEMAS.source);
/** Checks a quote. */
export const parseQuote = buildParser(SCHEMAS.quote);
/** Checks a fact. */
export const parseFact = buildParser(SCHEMAS.fact);
/** Checks a file's keys at the top, and nothing of its entries. */
export const parseOutline = buildParser(SCHEMAS.outline);

type Outcome<Output> = { success: true; data: Output } | { success: false; error: { issues: readonly SchemaIssue[] } };

function buildParser<Output extends object>(schema: {
  safeParse(value: unknown): Outcome<Output>;
}): Parser<Output & Extensions> {
  return (raw, budget) => {
    const { known, extensions, originalExtensions, issues } = setExtensionsApart(raw, budget);
    const result = schema.safeParse(known);
    if (!result.success) issues.push(...result.error.issues);
    if (!result.success || issues.length > 0) {
      const rest = schema.safeParse(dropFaulty(known, issues));
      return { issues, partial: rest.success ? { ...rest.data, ...extensions } : undefined };
    }
    const entry = { ...result.data, ...extensions };
    if ("original" in entry && isMapping(entry.original)) Object.assign(entry.original, originalExtensions);
    return { entry };
  };
}

interface Apart {
  /** The value without the user's own keys. */
  known: unknown;
  extensions: Extensions;
  originalExtensions: Extensions;
  issues: SchemaIssue[];
}

function setExtensionsApart(raw: unknown, budget: Budget): Apart {
  const apart: Apart = { known: raw, extensions: {}, originalExtensions: {}, issues: [] };
  if (!isMapping(raw)) return apart;
  const { original, translations } = raw;
  // A key that the schema's library skips in maps of any key.
  if (isMapping(translations) && Object.hasOwn(translations, "__proto__")) {
    apart.issues.push({
      code: "custom",
      message: "invalid-lang",
      path: ["translations", "__proto__"],
      input: translations,
    });
  }
  const isExtended = Object.keys(raw).some(isExtension);
  const isOriginalExtended = isMapping(original) && Object.keys(original).some(isExtension);
  if (!isExtended && !isOriginalExtended) return apart;
  const known = Object.entries(raw).filter(([name]) => !isExtension(name));
  apart.extensions = pickExtensions(raw, [], budget, apart.issues);
  if (isOriginalExtended) {
    apart.originalExtensions = pickExtensions(original, ["original"], budget, apart.issues);
    known.push(["original", Object.fromEntries(Object.entries(original).filter(([name]) => !isExtension(name)))]);
  }
  apart.known = Object.fromEntries(known);
  return apart;
}

function pickExtensions(
  mapping: Record<string, unknown>,
  path: PropertyKey[],
  budget: Budget,
  issues: SchemaIssue[],
): Extensions {
  const extensions: Extensions = {};
  for (const [name, value] of Object.entries(mapping)) {
    if (!isExtension(name) || budget.left < 0) continue;
    const rule = weigh(value, budget);
    if (rule === undefined) extensions[name] = value;
    else issues.push({ code: "custom", message: rule, path: [...path, name], input: value });
  }
  return extensions;
}

function isExtension(name: string): name is `x-${string}` {
  return name.startsWith("x-");
}

/** Walks through a value that no check looks into; names the rule that its depth or size breaks. */
export function weigh(value: unknown, budget: Budget): "too-deep" | "alias-expansion" | undefined {
  const unvisited: [value: unknown, depth: number][] = [[value, 1]];
  for (let next = unvisited.pop(); next !== undefined; next = unvisited.pop()) {
    const [inner, depth] = next;
    budget.left -= typeof inner === "string" ? inner.length + 1 : 1;
    if (budget.left < 0) return "alias-expansion";
    if (typeof inner !== "object" || inner === null) continue;
    if (depth > MAX_DEPTH) return "too-deep";
    for (const part of Object.values(inner)) unvisited.push([part, depth + 1]);
  }
  return undefined;
}
