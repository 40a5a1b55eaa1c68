/**
 * Plain objects - records or the entries of a listing - in every output format: those for programs, and flat ones with a
 * column a field. Each format's file, and with it the library that it needs, is loaded when it is asked for: a script that
 * reads JSON does not wait for a table.
 */
import { escapeControls } from "./escape.ts";
import { type Column, formatField, nameColumn, readField, selectFields } from "./fields.ts";

/** The formats of records and listings. */
export const FORMATS = ["table", "text", "json", "jsonl", "csv", "tsv", "markdown", "yaml"] as const;
/** A format of records and listings. */
export type Format = (typeof FORMATS)[number];

/** How an output is to look. */
export interface RenderOptions {
  format: Format;
  /** Just these fields, in this order, as `parseFields` gives them. YAML is then a list and no corpus fragment. */
  fields?: readonly string[];
  /** The most columns that a line of a table or text may take. */
  width: number;
  color: boolean;
  /** Whether the output is looked at on a terminal rather than read by a program. */
  terminal: boolean;
  /** The path by which a file is shown. */
  displayPath: (path: string) => string;
  /** In text, adds all else that is known of each record. */
  details?: boolean;
}

/**
 * The objects in a format, as pieces of text that follow one another. Where fields are picked, the objects hold just
 * those, and they are the columns; otherwise the objects are whole and the columns as given.
 */
export async function* renderObjects(
  objects: AsyncIterable<object>,
  defaultColumns: readonly Column[],
  { format, fields, width, color, terminal }: RenderOptions,
): AsyncGenerator<string> {
  const columns = fields?.map(nameColumn) ?? defaultColumns;
  switch (format) {
    case "json": {
      const { renderJson } = await import("./json.ts");
      return yield* renderJson(selectAll(objects, fields));
    }
    case "jsonl": {
      const { renderJsonLines } = await import("./json.ts");
      return yield* renderJsonLines(selectAll(objects, fields));
    }
    case "csv": {
      const { renderCsv } = await import("./separated.ts");
      return yield* renderCsv(objects, { columns, terminal });
    }
    case "tsv": {
      const { renderTsv } = await import("./separated.ts");
      return yield* renderTsv(objects, { columns, terminal });
    }
    case "markdown": {
      const { renderMarkdownTable } = await import("./markdown.ts");
      return yield* renderMarkdownTable(objects, columns);
    }
    case "yaml": {
      const { formatYaml } = await import("./yaml.ts");
      return yield formatYaml(await collect(selectAll(objects, fields)));
    }
    case "text": {
      for await (const object of objects) yield formatTabbed(object, columns);
      return;
    }
    case "table": {
      const [{ renderObjectTable }, { createStyle }] = await Promise.all([
        import("./object-table.ts"),
        import("./style.ts"),
      ]);
      return yield* renderObjectTable(await collect(objects), columns, width, createStyle(color));
    }
  }
}

/** All the items, once they are there. */
export async function collect<Item>(items: AsyncIterable<Item> | Iterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

async function* selectAll(
  objects: AsyncIterable<object>,
  fields: readonly string[] | undefined,
): AsyncGenerator<object> {
  for await (const object of objects) yield fields ? selectFields(object, fields) : object;
}

/** One line: the values with tabs between them. Tabs and line breaks inside a value are spelt out, as controls are. */
function formatTabbed(object: object, columns: readonly Column[]): string {
  return `${columns.map(({ field }) => escapeControls(formatField(readField(object, field)))).join("\t")}\n`;
}
