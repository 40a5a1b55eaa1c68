import { escapeControls } from "./escape.ts";
import { type Column, LISTING_FIELDS, nameColumn, selectFields } from "./fields.ts";
import { collect, renderObjects, type RenderOptions } from "./objects.ts";
import { buildListingObject, type ListingEntry, type ListingKind } from "./record-object.ts";
import type { Style } from "./style.ts";

/** The columns of a table, which has no room for all. */
const TABLE_COLUMNS: Record<ListingKind, Column[]> = {
  speakers: ["name", "role", "quotes", "facts", "first", "last"].map(nameColumn),
  sources: ["id", "title", "quotes", "facts", "first", "last"].map(nameColumn),
  tags: ["tag", "quotes", "facts", "first", "last"].map(nameColumn),
};

/**
 * A listing of speakers, sources or tags in a format, as pieces of text that follow one another. Text has one name a line
 * with its counts; YAML is a corpus fragment with the declared speakers or sources, or a plain list of tags.
 */
export async function* renderListing(
  kind: ListingKind,
  entries: AsyncIterable<ListingEntry> | Iterable<ListingEntry>,
  options: RenderOptions,
): AsyncGenerator<string> {
  const objects = buildObjects(kind, entries);
  if (options.fields === undefined && options.format === "text") {
    const { createStyle } = await import("./style.ts");
    const style = createStyle(options.color);
    for await (const object of objects) yield `${describeEntry(object, style)}\n`;
  } else if (options.fields === undefined && options.format === "yaml") {
    const { formatYaml } = await import("./yaml.ts");
    yield formatYaml(await buildFragment(kind, objects));
  } else {
    const isTable = options.format === "table" || options.format === "markdown";
    const columns = isTable ? TABLE_COLUMNS[kind] : LISTING_FIELDS[kind].map(nameColumn);
    yield* renderObjects(objects, columns, options);
  }
}

async function* buildObjects(
  kind: ListingKind,
  entries: AsyncIterable<ListingEntry> | Iterable<ListingEntry>,
): AsyncGenerator<Record<string, unknown>> {
  for await (const entry of entries) yield buildListingObject(kind, entry);
}

/** `Volodymyr Zelensky, président de l'Ukraine: 3 quotes, 2 facts (2025-12-19 to 2025-12-20)`. */
function describeEntry(object: Record<string, unknown>, style: Style): string {
  const name = object["name"] ?? object["title"] ?? object["tag"] ?? object["url"] ?? object["id"];
  const more = object["role"] ?? object["publisher"];
  const counts = [count(object["quotes"], "quote"), count(object["facts"], "fact")].filter((part) => part !== "");
  const dates = [...new Set([object["first"], object["last"]].filter((date) => date !== undefined))];
  return [
    style.speaker(escapeControls(String(name))),
    more === undefined ? "" : escapeControls(`, ${String(more)}`),
    style.dim(`: ${counts.join(", ") || "no records"}`),
    dates.length === 0 ? "" : style.dim(escapeControls(` (${dates.join(" to ")})`)),
  ].join("");
}

function count(value: unknown, noun: string): string {
  return value === 0 ? "" : `${String(value)} ${noun}${value === 1 ? "" : "s"}`;
}

const DECLARED_FIELDS: Record<Exclude<ListingKind, "tags">, readonly string[]> = {
  speakers: ["id", "name", "aliases", "role"],
  sources: ["id", "title", "publisher", "url", "published", "lang"],
};

async function buildFragment(kind: ListingKind, objects: AsyncIterable<Record<string, unknown>>): Promise<unknown> {
  const all = await collect(objects);
  if (kind === "tags") return all.map((object) => object["tag"]);
  const declared = all.filter((object) => object["id"] !== undefined);
  return { [kind]: declared.map((object) => selectFields(object, DECLARED_FIELDS[kind])) };
}
