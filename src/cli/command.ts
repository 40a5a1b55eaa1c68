import type { Command } from "commander";

import type { ExitCode } from "./exit.ts";
import type { Io } from "./io.ts";

/** Adds description, arguments, options and the action to a command; the action says by `finish` how it went. */
export type Configure = (command: Command, io: Io, finish: (code: ExitCode) => void) => void;
