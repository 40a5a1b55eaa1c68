/** The options that several commands share: declared once, read once. */
import type { Command, Option } from "commander";

import { findPeriod } from "../corpus/date.ts";
import { FACT_STATUSES, KINDS, QUOTE_STATUSES } from "../corpus/kind.ts";
import { UserError } from "../diagnostic.ts";
import { FORMATS, type Format } from "../render/objects.ts";
import { DATE_FORM } from "../text/date-form.ts";

const COLOR_CHOICES = ["auto", "always", "never"] as const;

/** What `addCorpusOption` adds, as the user typed it. */
export interface CorpusOptions {
  corpus?: string[];
}

/** What `addFilterOptions` adds, unresolved: names, tags and places are understood once the corpus is open. */
export interface FilterOptions {
  speaker?: string[];
  kind?: string[];
  source?: string[];
  tag?: string[];
  lang?: string[];
  place?: string[];
  status?: string[];
  since?: string;
  until?: string;
}

/** What `addOutputOptions` adds. */
export interface OutputOptions {
  format?: Format;
  json?: boolean;
  fields?: string;
  output?: string;
  /** `false` stands for `--no-color`. */
  color?: (typeof COLOR_CHOICES)[number] | false;
  width?: number;
  quiet?: boolean;
}

/** What `addOrderOptions` adds. */
export interface OrderOptions<Key extends string> {
  limit?: number;
  sort?: Key;
  reverse?: boolean;
}

/** Adds the option that names the corpus. */
export function addCorpusOption(command: Command): void {
  command.option(
    "-c, --corpus <path>",
    "corpus file or folder; may be repeated (default: DIXIT_CORPUS, else .dixit.yaml, else the user's config.yaml, else the built-in corpus)",
    collect,
  );
}

/** Adds the filters, which choose the records that a command sees. */
export function addFilterOptions(command: Command): void {
  const statuses = [...new Set([...QUOTE_STATUSES, ...FACT_STATUSES])];
  command
    .option("-s, --speaker <name>", "who said or claims it: id, name, alias or part of it; may be repeated", collect)
    .addOption(createChoices(command, "--kind <kind>", "kind of record; may be repeated", KINDS))
    .option(
      "--source <source>",
      "id or URL of the source, or words of its title or publisher; may be repeated",
      collect,
    )
    .option("--tag <tag>", "tag that it bears; may be repeated", collect)
    .option("--lang <lang>", "language that it is in, such as fr; may be repeated", collect)
    .option("--place <place>", "place where it was said or happened, or words of it; may be repeated", collect)
    .addOption(createChoices(command, "--status <status>", "how well it is attested; may be repeated", statuses))
    .option("--since <date>", "from this date on: YYYY, YYYY-MM or YYYY-MM-DD", (date) => parseDate("--since", date))
    .option("--until <date>", "up to the end of this date", (date) => parseDate("--until", date));
}

/** Adds limit and order; the first of `keys` is the order where none is named. */
export function addOrderOptions(command: Command, keys: readonly [string, ...string[]], limitHelp: string): void {
  command
    .option("-n, --limit <count>", limitHelp, parseCount)
    .addOption(createChoice(command, "--sort <key>", `what to sort by, ${keys[0]} by default`, keys))
    .option("--reverse", "reverse the order");
}

/** Adds what says how to print and where to; `usual` is the format where none is named. */
export function addOutputOptions(
  command: Command,
  usual: string = "table",
  formats: readonly string[] = FORMATS,
): void {
  command
    .addOption(createChoice(command, "-f, --format <format>", `output format, ${usual} by default`, formats))
    .addOption(command.createOption("--json", "same as -f json").conflicts("format"));
  if (formats === FORMATS) command.option("--fields <names>", "only these fields, comma-separated, such as id,text");
  command
    .option("-o, --output <file>", "write the results to a file instead, whole or not at all")
    .addOption(
      createChoice(command, "--color <when>", "when to colour, auto (on a terminal) by default", COLOR_CHOICES),
    )
    .option("--no-color", "same as --color never")
    .option("--width <columns>", "columns to fill (default: COLUMNS, else the terminal's, else 80)", parseWidth)
    .option("-q, --quiet", "no notes on standard error");
}

/** An option that takes one of some words; the refusal of any other names them. */
export function createChoice(command: Command, flags: string, help: string, choices: readonly string[]): Option {
  const option = command.createOption(flags, help).choices(choices);
  return option.argParser((value) => parseChoice(`--${option.name()}`, choices, value));
}

/** An option that takes one of some words, and may be repeated. */
function createChoices(command: Command, flags: string, help: string, choices: readonly string[]): Option {
  const option = command.createOption(flags, help).choices(choices);
  return option.argParser((value, previous: string[] | undefined) =>
    collect(parseChoice(`--${option.name()}`, choices, value), previous),
  );
}

function collect(value: string, previous: string[] | undefined): string[] {
  if (!previous) return [value];
  previous.push(value);
  return previous;
}

/** The value, which has to be one of some words. */
export function parseChoice(flag: string, choices: readonly string[], value: string): string {
  if (choices.includes(value)) return value;
  throw createRefusal(flag, `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`, value);
}

function parseCount(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw createRefusal("--limit", "a whole number, 0 for no limit", value);
}

function parseWidth(value: string): number {
  if (/^\d{1,5}$/.test(value) && Number(value) >= 20) return Number(value);
  throw createRefusal("--width", "a whole number of columns from 20 on", value);
}

function parseDate(flag: string, value: string): string {
  if (findPeriod(value)) return value;
  throw createRefusal(flag, DATE_FORM.test(value) ? "a date of the calendar" : "YYYY, YYYY-MM or YYYY-MM-DD", value);
}

/** What is said of a value that an option cannot take, in the same words for all. */
function createRefusal(flag: string, expected: string, value: string): UserError {
  return new UserError(`${flag} takes ${expected}, not "${value}"`);
}
