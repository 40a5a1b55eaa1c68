/**
 * Markdown (CommonMark, with the tables of GitHub). Whatever a text holds that Markdown would read as markup is escaped,
 * so that a reader of the rendered page sees exactly the words.
 */
import type { CorpusRecord, Hit } from "../corpus/record.ts";
import { describeDoubt, nameAttributed } from "./attribution.ts";
import { formatDate } from "./written-date.ts";
import { escapeControls } from "./escape.ts";
import { type Column, formatField, readField } from "./fields.ts";

/** The hits as block quotes, each with a line that says whose words they are. */
export async function* renderMarkdown(hits: AsyncIterable<Hit> | Iterable<Hit>): AsyncGenerator<string> {
  let separator = "";
  for await (const { record } of hits) {
    const words = escapeMarkdown(record.text).split("\n");
    const lines = words.map((line, index) => (line !== "" && (words[index + 1] ?? "") !== "" ? `${line}\\` : line));
    const attribution = formatAttribution(record);
    const all = attribution === "" ? lines : [...lines, "", attribution];
    yield `${separator}${all.map((line) => (line === "" ? ">" : `> ${line}`)).join("\n")}\n`;
    separator = "\n";
  }
}

/** The objects as a table; nothing where there are none. */
export async function* renderMarkdownTable(
  objects: AsyncIterable<object>,
  columns: readonly Column[],
): AsyncGenerator<string> {
  let isFirst = true;
  for await (const object of objects) {
    if (isFirst) {
      yield formatRow(columns.map(({ heading }) => escapeMarkdown(heading)));
      yield formatRow(columns.map(() => "---"));
      isFirst = false;
    }
    yield formatRow(columns.map(({ field }) => escapeMarkdown(formatField(readField(object, field)))));
  }
}

function formatRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("\n", "<br>")).join(" | ")} |\n`;
}

function formatAttribution(record: CorpusRecord): string {
  const people = nameAttributed(record).map(({ name, role }) => (role === undefined ? name : `${name}, ${role}`));
  const claimed = record.kind === "fact" && people.length > 0 ? "claimed by " : "";
  const date = record.date === undefined ? undefined : formatDate(record.date, record.lang);
  const doubt = describeDoubt(record);
  const parts = [claimed + people.join("; "), record.place, date]
    .filter((part) => part !== undefined && part !== "")
    .map((part) => escapeLine(part ?? ""));
  const line = [...parts, ...formatSource(record)].join(", ");
  return [...(line === "" ? [] : [`— ${line}`]), ...(doubt === undefined ? [] : [`**${escapeLine(doubt)}**`])].join(
    " ",
  );
}

function formatSource({ source }: CorpusRecord): string[] {
  const label = source?.title ?? source?.publisher ?? source?.url;
  if (label === undefined) return [];
  const address = formatAddress(source?.url);
  return [address === undefined ? escapeLine(label) : `[${escapeLine(label)}](<${address}>)`];
}

/** A web address as the target of a link; addresses of any other kind (`javascript:`) get none. */
function formatAddress(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") return undefined;
  return href.replace(/[<>\\]/g, encodeURIComponent).replaceAll("&", "&amp;");
}

function escapeLine(text: string): string {
  return escapeMarkdown(escapeControls(text));
}

/**
 * Escapes markup anywhere and what is markup only where a line begins, and takes off leading space, which would begin a code
 * block. Addresses are kept from becoming links: a link would take the escapes in it for a part of the address.
 */
function escapeMarkdown(text: string): string {
  return escapeControls(text, { multiline: true })
    .split("\n")
    .map((line) =>
      line
        .trim()
        .replace(/[\\`*_[\]<>&~|$]|:(?=\/\/)|(?<=\bwww)\./gi, "\\$&")
        .replace(/^[#+=-]/, "\\$&")
        .replace(/^(\d{1,9})([.)])/, "$1\\$2"),
    )
    .join("\n");
}
