/**
 * Fields: the parts of a record or of an entry in a listing that `--fields` can pick, as dotted paths.
 */
import { UserError } from "../diagnostic.ts";

/** The fields of a record, in the order of the record contract; a `*` stands for any key of the user's own. */
export const RECORD_FIELDS = [
  "id",
  "kind",
  "text",
  "lang",
  "speaker",
  "speaker.id",
  "speaker.name",
  "speaker.role",
  "claimed_by",
  "claimed_by.id",
  "claimed_by.name",
  "claimed_by.role",
  "often_credited_to",
  "often_credited_to.id",
  "often_credited_to.name",
  "often_credited_to.role",
  "date",
  "place",
  "source",
  "source.id",
  "source.title",
  "source.publisher",
  "source.url",
  "source.published",
  "source.lang",
  "locator",
  "context",
  "original",
  "original.lang",
  "original.text",
  "translations",
  "translations.*",
  "tags",
  "status",
  "x-*",
  "file",
  "line",
  "score",
  "matches",
] as const;

/** A column of flat output: its heading, and the field that fills it. */
export interface Column {
  heading: string;
  field: string;
}

/** The column that shows a field under its own name. */
export function nameColumn(field: string): Column {
  return { heading: field, field };
}

const COUNTS = ["quotes", "facts", "first", "last"] as const;

/** The fields of the entries of each listing, in order. */
export const LISTING_FIELDS = {
  speakers: ["id", "name", "aliases", "role", ...COUNTS],
  sources: ["id", "title", "publisher", "url", "published", "lang", ...COUNTS],
  tags: ["tag", ...COUNTS],
} as const;

/**
 * The fields that a comma-separated list names, in its order and once each.
 *
 * @param known What may be named; `x-*` lets through whatever begins with `x-`.
 * @throws {UserError} At a field that is not known, or when none is named.
 */
export async function parseFields(list: string, known: readonly string[]): Promise<string[]> {
  const fields = list
    .split(",")
    .map((field) => field.trim())
    .filter((field) => field !== "");
  const hint = `the fields are ${known.join(", ")}`;
  if (fields.length === 0) throw new UserError("no field is named", hint);
  for (const field of fields) {
    if (isKnown(field, known)) continue;
    const { findNearest } = await import("../text/nearest.ts");
    const near = findNearest(field, known);
    const question = near === undefined ? "" : `; did you mean ${JSON.stringify(near)}?`;
    throw new UserError(`unknown field ${JSON.stringify(field)}${question}`, hint);
  }
  return [...new Set(fields)];
}

function isKnown(field: string, known: readonly string[]): boolean {
  return known.some((name) => {
    if (!name.endsWith("*")) return field === name;
    const prefix = name.slice(0, -1);
    return field.length > prefix.length && field.startsWith(prefix);
  });
}

/** What a field of an entry holds: for a path through a list, the list of what its items hold. */
export function readField(entry: unknown, field: string): unknown {
  return readPath(entry, splitPath(field));
}

function readPath(value: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(value)) {
    const found = value.map((item) => readPath(item, path)).filter((item) => item !== undefined);
    return found.length === 0 ? undefined : found;
  }
  return isObject(value) && Object.hasOwn(value, key) ? readPath(value[key], rest) : undefined;
}

/** An object with just the fields of an entry that are named, in their order: `speaker.name` gives `{speaker: {name}}`. */
export function selectFields(entry: object, fields: readonly string[]): Record<string, unknown> {
  return pickParts(
    entry,
    fields.map((field) => splitPath(field)),
  );
}

type Path = readonly string[];

function pickParts(entry: object, paths: readonly Path[]): Record<string, unknown> {
  const restsByKey = new Map<string, Path[]>();
  for (const [key, ...rest] of paths) {
    if (key !== undefined) restsByKey.set(key, [...(restsByKey.get(key) ?? []), rest]);
  }
  const parts = new Map<string, unknown>(Object.entries(entry));
  const picked = Array.from(restsByKey, ([key, rests]) => [key, pickPart(parts.get(key), rests)] as const);
  return Object.fromEntries(picked.filter(([, part]) => part !== undefined));
}

function pickPart(value: unknown, paths: readonly Path[]): unknown {
  if (paths.some((path) => path.length === 0)) return value;
  if (Array.isArray(value)) return value.map((item) => pickPart(item, paths));
  return isObject(value) ? pickParts(value, paths) : undefined;
}

/** `x-…` keys and languages are keys as they stand, dots and all. */
function splitPath(field: string): string[] {
  return field.startsWith("x-") ? [field] : field.split(".");
}

/**
 * What a field holds as text: lists joined by `; `, a speaker's name, a source's title (else publisher, else address),
 * and anything else that has no plain form as JSON. Nothing gives the empty text.
 */
export function formatField(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value) && !value.some((item) => Array.isArray(item))) {
    return value.map((item) => formatField(item)).join("; ");
  }
  if (isObject(value)) {
    const name = value["name"] ?? value["title"] ?? value["text"] ?? value["publisher"] ?? value["url"];
    if (typeof name === "string") return name;
  }
  return JSON.stringify(value) ?? "";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
