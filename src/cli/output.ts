import { relative, resolve, sep } from "node:path";

import { UserError } from "../diagnostic.ts";
import type { Format, RenderOptions } from "../render/objects.ts";
import type { ListingKind } from "../render/record-object.ts";
import type { Io, Sink } from "./io.ts";
import type { OutputOptions } from "./options.ts";

/** Text is handed to the system in pieces of about this length, in UTF-16 units. */
const PIECE = 1 << 16;
const WIDTH_WITHOUT_TERMINAL = 80;
const NARROWEST = 20;

/** How to render, from the flags, the environment and the terminal. */
export function chooseRendering(
  options: OutputOptions,
  io: Io,
  usual: Format = "table",
): Omit<RenderOptions, "fields"> {
  const toFile = isFile(options.output);
  return {
    format: options.format ?? (options.json === true ? "json" : usual),
    width: chooseWidth(options, toFile ? undefined : io.stdout, io.env),
    color: chooseColor(options, toFile ? undefined : io.stdout, io.env),
    terminal: !toFile && io.stdout.isTerminal,
    displayPath: (path) => displayPath(path, io.cwd),
  };
}

/** The fields that --fields names, checked. */
export async function chooseFields(
  options: OutputOptions,
  kind: "records" | ListingKind,
): Promise<{ fields?: string[] }> {
  if (options.fields === undefined) return {};
  const { LISTING_FIELDS, parseFields, RECORD_FIELDS } = await import("../render/fields.ts");
  return { fields: await parseFields(options.fields, kind === "records" ? RECORD_FIELDS : LISTING_FIELDS[kind]) };
}

/**
 * Whether to colour what goes to a sink (a file where there is none): --color, then FORCE_COLOR, NO_COLOR,
 * CLICOLOR_FORCE, TERM=dumb and CLICOLOR=0 as they are commonly read, then whether it is a terminal.
 */
export function chooseColor(options: OutputOptions, sink: Sink | undefined, env: Io["env"]): boolean {
  if (options.color === "always") return true;
  if (options.color === "never" || options.color === false) return false;
  const { FORCE_COLOR = "", NO_COLOR = "", CLICOLOR_FORCE = "" } = env;
  if (FORCE_COLOR !== "") return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  if (NO_COLOR !== "") return false;
  if (CLICOLOR_FORCE !== "" && CLICOLOR_FORCE !== "0") return true;
  if (env["TERM"] === "dumb" || env["CLICOLOR"] === "0") return false;
  return sink?.isTerminal ?? false;
}

/** Columns to fill, at least 20: --width, else COLUMNS, else the terminal's, else 80. */
export function chooseWidth(options: OutputOptions, sink: Sink | undefined, env: Io["env"]): number {
  if (options.width !== undefined) return options.width;
  const columns = env["COLUMNS"] ?? "";
  const told = /^\d{1,5}$/.test(columns) ? Number(columns) : sink?.columns;
  return told === undefined || told === 0 ? WIDTH_WITHOUT_TERMINAL : Math.max(NARROWEST, told);
}

/** A path as the user would write it: relative where it lies below the working folder. */
export function displayPath(path: string, cwd: string): string {
  const shown = relative(cwd, path);
  return shown === "" || shown === ".." || shown.startsWith(`..${sep}`) ? path : shown;
}

/** Writes results to standard output as they come, or with --output to a file, whole or not at all. */
export async function writeResults(
  chunks: AsyncIterable<string> | Iterable<string>,
  options: OutputOptions,
  io: Io,
): Promise<void> {
  if (isFile(options.output)) {
    const pieces: string[] = [];
    for await (const chunk of chunks) pieces.push(chunk);
    const [{ replaceFile }, { explainSystemError, isMissingFile }] = await Promise.all([
      import("../corpus/replace.ts"),
      import("../corpus/reason.ts"),
    ]);
    const path = resolve(io.cwd, options.output);
    try {
      await replaceFile(path, pieces.join(""));
    } catch (error) {
      const reason = isMissingFile(error) ? "no such folder" : explainSystemError(error);
      throw new UserError(`cannot write ${path}: ${reason}`);
    }
    return;
  }
  let piece = "";
  for await (const chunk of chunks) {
    piece += chunk;
    if (piece.length < PIECE) continue;
    await io.stdout.write(piece);
    piece = "";
  }
  if (piece !== "") await io.stdout.write(piece);
}

/** Writes remarks on the results to standard error, a line each, unless --quiet. */
export async function writeNotes(notes: string[], options: OutputOptions, io: Io): Promise<void> {
  if (options.quiet === true || notes.length === 0) return;
  const { escapeControls } = await import("../render/escape.ts");
  await io.stderr.write(notes.map((note) => `dixit: ${escapeControls(note)}\n`).join(""));
}

/** Whether --output names a file: `-` is standard output. */
function isFile(output: string | undefined): output is string {
  return output !== undefined && output !== "-";
}
