/**
 * Records in every output format. Each format's file - and with it the library that it needs - is loaded when it is asked
 * for: a script that reads JSON does not wait for a table.
 */
import type { Hit } from "../corpus/record.ts";
import { nameColumn } from "./fields.ts";
import { collect, type Format, renderObjects, type RenderOptions } from "./objects.ts";
import { buildRecordObject } from "./record-object.ts";

/** The columns of CSV and TSV, and what fills them. */
const FLAT_COLUMNS = [
  ...["id", "kind", "text", "lang", "speaker", "claimed_by", "date", "place", "source"].map(nameColumn),
  { heading: "publisher", field: "source.publisher" },
  { heading: "url", field: "source.url" },
  ...["locator", "context", "tags", "status", "file", "line", "score"].map(nameColumn),
];

/**
 * The hits in a format, as pieces of text that follow one another, the last ending in a line feed. JSON, JSON Lines, CSV,
 * TSV, text and Markdown come as the hits come; a table and YAML when all are there.
 */
export async function* renderRecords(
  hits: AsyncIterable<Hit> | Iterable<Hit>,
  options: RenderOptions,
): AsyncGenerator<string> {
  const { format, fields, width, color, displayPath, details = false } = options;
  if (fields !== undefined || !isSetFormat(format)) {
    return yield* renderObjects(buildObjects(hits, displayPath), FLAT_COLUMNS, options);
  }
  switch (format) {
    case "table": {
      const [{ renderRecordTable }, { createStyle }] = await Promise.all([
        import("./record-table.ts"),
        import("./style.ts"),
      ]);
      return yield* renderRecordTable(await collect(hits), width, createStyle(color));
    }
    case "text": {
      const [{ renderText }, { createStyle }] = await Promise.all([import("./text.ts"), import("./style.ts")]);
      return yield* renderText(hits, { width, displayPath, details, style: createStyle(color) });
    }
    case "markdown": {
      const { renderMarkdown } = await import("./markdown.ts");
      return yield* renderMarkdown(hits);
    }
    case "yaml": {
      const [{ buildCorpusFragment }, { formatYaml }] = await Promise.all([
        import("./corpus-fragment.ts"),
        import("./yaml.ts"),
      ]);
      const records = (await collect(hits)).map(({ record }) => record);
      return yield formatYaml(buildCorpusFragment(records));
    }
  }
}

/** The formats that set a record in a way of its own unless fields are picked. */
function isSetFormat(format: Format): format is "table" | "text" | "markdown" | "yaml" {
  return format === "table" || format === "text" || format === "markdown" || format === "yaml";
}

async function* buildObjects(
  hits: AsyncIterable<Hit> | Iterable<Hit>,
  displayPath: (path: string) => string,
): AsyncGenerator<Record<string, unknown>> {
  for await (const hit of hits) yield buildRecordObject(hit, displayPath);
}
