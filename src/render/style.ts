import { Chalk } from "chalk";

import type { Severity } from "../rules.ts";

type Paint = (text: string) => string;

/** What the parts of an output look like. */
export interface Style extends Record<Severity, Paint> {
  bold: Paint;
  dim: Paint;
  /** Words that were searched for. */
  match: Paint;
  speaker: Paint;
}

/** The style of an output with or without colour; without, every paint gives its text back. */
export function createStyle(color: boolean): Style {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  return {
    bold: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    match: (text) => chalk.bold.yellow(text),
    speaker: (text) => chalk.cyan(text),
    error: (text) => chalk.bold.red(text),
    warning: (text) => chalk.bold.yellow(text),
    info: (text) => chalk.bold.blue(text),
  };
}
