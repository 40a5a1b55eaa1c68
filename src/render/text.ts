import type { CorpusRecord, Hit, SourceReference } from "../corpus/record.ts";
import { describeDoubt, nameAttributed, nameSource } from "./attribution.ts";
import { formatDate } from "./written-date.ts";
import { escapeControls } from "./escape.ts";
import { formatField } from "./fields.ts";
import { highlightMatches } from "./highlight.ts";
import { findQuotationMarks } from "./quotation-marks.ts";
import { collectExtensions } from "./record-object.ts";
import type { Style } from "./style.ts";
import { padToWidth } from "./width.ts";
import { wrapIndented, wrapText } from "./wrap.ts";

/** @param details Adds all else that is known of the record, as a labelled list. */
export interface TextOptions {
  width: number;
  details: boolean;
  displayPath: (path: string) => string;
  style: Style;
}

const WIDEST = 80;
const INDENTATION = "    ";
/** Details that are copied rather than read: the terminal may break them, a line break must not. */
const UNBROKEN = new Set(["url", "file"]);

/** The hits as print would set them: the words, then a line that says whose they are; a blank line between two. */
export async function* renderText(
  hits: AsyncIterable<Hit> | Iterable<Hit>,
  options: TextOptions,
): AsyncGenerator<string> {
  let separator = "";
  for await (const hit of hits) {
    yield `${separator}${setRecord(hit, options).join("\n")}\n`;
    separator = "\n";
  }
}

function setRecord(hit: Hit, options: TextOptions): string[] {
  const { record } = hit;
  const width = Math.min(options.width, WIDEST);
  const [opening, closing] = record.kind === "quote" ? findQuotationMarks(record.lang) : ["", ""];
  const words = highlightMatches(record.text, hit.matches ?? [], options.style);
  return [
    ...wrapText(`${opening}${words}${closing}`, width),
    ...setAttribution(record, width, options.style),
    ...(options.details ? setDetails(record, width, options) : []),
  ];
}

/** `— Volodymyr Zelensky, président de l'Ukraine, Kyiv, 20 décembre 2025 (Le Monde)`, as far as it is known. */
function setAttribution(record: CorpusRecord, width: number, style: Style): string[] {
  const people = nameAttributed(record).map(({ name, role }) => {
    const shownRole = role === undefined ? "" : `, ${escapeControls(role)}`;
    return style.speaker(escapeControls(name)) + shownRole;
  });
  const claimed = record.kind === "fact" && people.length > 0 ? "claimed by " : "";
  const date = record.date === undefined ? undefined : formatDate(record.date, record.lang);
  const parts = [claimed + people.join("; "), ...[record.place, date].map((part) => escapeControls(part ?? ""))];
  const source = nameSource(record);
  const doubt = describeDoubt(record);
  const line = [
    parts.filter((part) => part !== "").join(", "),
    source === undefined ? "" : `(${escapeControls(source)})`,
    doubt === undefined ? "" : style.warning(`[${escapeControls(doubt)}]`),
  ].filter((part) => part !== "");
  return line.length === 0 ? [] : wrapIndented(line.join(" "), width, `${INDENTATION}— `, `${INDENTATION}  `);
}

function setDetails(record: CorpusRecord, width: number, { displayPath, style }: TextOptions): string[] {
  const details = listDetails(record, displayPath);
  const labelWidth = Math.max(...details.map(([label]) => label.length)) + 2;
  const hanging = INDENTATION + " ".repeat(labelWidth);
  return [
    "",
    ...details.flatMap(([label, value]) => {
      const shown = escapeControls(value, { multiline: true });
      const first = INDENTATION + style.dim(padToWidth(label, labelWidth));
      return UNBROKEN.has(label) ? [first + shown] : wrapIndented(shown, width, first, hanging);
    }),
  ];
}

function listDetails(record: CorpusRecord, displayPath: (path: string) => string): [label: string, value: string][] {
  const { original, source } = record;
  const details: [label: string, value: string | undefined][] = [
    ["id", record.id],
    ["status", record.status],
    ["source", source && describeSource(source)],
    ["url", source?.url],
    ["locator", record.locator],
    ["context", record.context],
    ["original", original && `(${original.lang}) ${original.text}`],
    ...Object.entries(record.translations ?? {}).map(([language, text]): [string, string] => [
      "translation",
      `(${language}) ${text}`,
    ]),
    ["tags", record.tags?.join(", ")],
    ...Object.entries(collectExtensions(record)).map(([key, value]): [string, string] => [
      "",
      `${key}: ${formatField(value)}`,
    ]),
    ["file", `${displayPath(record.file)}:${record.line}`],
  ];
  return details.filter((detail): detail is [string, string] => detail[1] !== undefined && detail[1] !== "");
}

function describeSource({ title, publisher, published }: SourceReference): string {
  return [title, publisher, published].filter((part) => part !== undefined).join(", ");
}
