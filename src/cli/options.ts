/** The options that several commands share: declared once, read once. */
import type { Command } from "commander";

import { findPeriod } from "../corpus/date.ts";
import { FACT_STATUSES, KINDS, QUOTE_STATUSES } from "../corpus/kind.ts";
import { FORMATS, type Format } from "../render/objects.ts";
import { UserError } from "../diagnostic.ts";

export interface CorpusOptions {
  corpus?: string[];
}

/** What the user typed, unresolved: names, tags and places are understood once the corpus is open. */
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

export interface OutputOptions {
  format?: Format;
  json?: boolean;
  fields?: string;
  output?: string;
  /** `false` stands for `--no-color`. */
  color?: "auto" | "always" | "never" | false;
  width?: number;
  quiet?: boolean;
}

export interface OrderOptions<Key extends string> {
  limit?: number;
  sort?: Key;
  reverse?: boolean;
}

export function addCorpusOption(command: Command): void {
  command.option("-c, --corpus <path>", "corpus file or folder; may be repeated", collect);
}

export function addFilterOptions(command: Command): void {
  const statuses = [...new Set([...QUOTE_STATUSES, ...FACT_STATUSES])];
  command
    .option("-s, --speaker <name>", "who said or claims it: id, name, alias or part of it; may be repeated", collect)
    .addOption(
      command.createOption("--kind <kind>", "quotes or facts only").choices(KINDS).argParser(collectChoice(KINDS)),
    )
    .option("--source <source>", "id of the source, or words of its title or publisher; may be repeated", collect)
    .option("--tag <tag>", "tag; may be repeated", collect)
    .option("--lang <lang>", "language, such as fr; may be repeated", collect)
    .option("--place <place>", "place; may be repeated", collect)
    .addOption(
      command
        .createOption("--status <status>", "status; may be repeated")
        .choices(statuses)
        .argParser(collectChoice(statuses)),
    )
    .option("--since <date>", "from this date on: YYYY, YYYY-MM or YYYY-MM-DD", parseDate)
    .option("--until <date>", "up to this date, inclusive", parseDate);
}

export function addOrderOptions(command: Command, keys: readonly string[], limitHelp: string): void {
  command
    .option("-n, --limit <count>", limitHelp, parseCount)
    .addOption(command.createOption("--sort <key>", "order").choices(keys))
    .option("--reverse", "turn the order round");
}

export function addOutputOptions(command: Command, formats: readonly string[] = FORMATS): void {
  command.addOption(command.createOption("-f, --format <format>", "output format").choices(formats));
  if (formats.includes("json")) command.option("--json", "same as -f json");
  if (formats === FORMATS) command.option("--fields <names>", "only these fields, comma-separated, such as id,text");
  command
    .option("-o, --output <file>", "write the results to a file instead, whole or not at all")
    .addOption(
      command.createOption("--color <when>", "colour: auto, always or never").choices(["auto", "always", "never"]),
    )
    .option("--no-color", "same as --color never")
    .option("--width <columns>", "width of the output", parseWidth)
    .option("-q, --quiet", "no notes on standard error");
}

function collect(value: string, previous: string[] | undefined): string[] {
  return [...(previous ?? []), value];
}

function collectChoice(choices: readonly string[]): (value: string, previous: string[] | undefined) => string[] {
  return (value, previous) => {
    if (!choices.includes(value)) throw new UserError(`"${value}" is none of ${choices.join(", ")}`);
    return collect(value, previous);
  };
}

function parseCount(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new UserError(`--limit takes a whole number, 0 for no limit, not "${value}"`);
  return Number(value);
}

function parseWidth(value: string): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) < 20) {
    throw new UserError(`--width takes a whole number of columns from 20 on, not "${value}"`);
  }
  return Number(value);
}

function parseDate(value: string): string {
  if (findPeriod(value)) return value;
  throw new UserError(`"${value}" is not a date: expected YYYY, YYYY-MM or YYYY-MM-DD`);
}
