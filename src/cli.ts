import { dirname, sep } from "node:path";

import { Command, CommanderError } from "commander";
import type { Configure } from "./cli/command.ts";
import { EXIT, EXIT_HELP, type ExitCode } from "./cli/exit.ts";
import { ClosedPipeError, type Io, type Sink } from "./cli/io.ts";
import { VERSION } from "./cli/version.ts";
import { UserError } from "./diagnostic.ts";
import { escapeControls } from "./render/escape.ts";

export { createIo } from "./cli/process-io.ts";

interface CommandEntry {
  summary: string;
  load: () => Promise<{ configure: Configure }>;
}

/** The commands in the order of `--help`. Only the one that is called is loaded. */
const COMMANDS: Record<string, CommandEntry> = {
  search: { summary: "Find quotes and facts", load: () => import("./commands/search.ts") },
  show: { summary: "Print records in full, by id", load: () => import("./commands/show.ts") },
  random: { summary: "Print a record chosen at random", load: () => import("./commands/random.ts") },
  speakers: { summary: "List who is quoted or makes claims", load: () => import("./commands/speakers.ts") },
  sources: { summary: "List what is cited", load: () => import("./commands/sources.ts") },
  tags: { summary: "List the tags", load: () => import("./commands/tags.ts") },
  validate: { summary: "Check a corpus for faults", load: () => import("./commands/validate.ts") },
  schema: { summary: "Print a JSON Schema of what dixit reads or prints", load: () => import("./commands/schema.ts") },
};

const PROGRAM_HELP = `
The corpus is that of --corpus, else of DIXIT_CORPUS, else of the nearest
.dixit.yaml upward, else of config.yaml in the user's configuration folder, else
the one that comes with dixit.

Environment:
  DIXIT_CORPUS     corpus files and folders, separated as in PATH
  NO_COLOR         no colour; CLICOLOR=0 and TERM=dumb say the same
  FORCE_COLOR      colour even in a pipe; so does CLICOLOR_FORCE
  COLUMNS          columns to fill
  XDG_CACHE_HOME   where dixit's cache folder is (Linux)
  XDG_CONFIG_HOME  where dixit's configuration folder is (Linux)

${EXIT_HELP.program}

Examples:
  dixit search pression totale             the words in any order, slips forgiven
  dixit search -s zelensky --since 2025    what somebody said, by name
  dixit search --kind fact --json          facts as JSON, for scripts
  dixit validate                           faults of the corpus, with places`;

/**
 * Runs dixit as the command line says and gives the exit code. `argv` is as in `process.argv`: two paths, then the
 * arguments. Throws only on a bug.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  // Where standard error is closed or full there is nobody to tell; the results are not to suffer from it.
  const stderr: Sink = { ...io.stderr, write: (text) => io.stderr.write(text).catch(() => undefined) };
  const world: Io = { ...io, stderr };
  const printed: Printed[] = [];
  let code: number = EXIT.found;
  try {
    const program = await buildProgram(argv, world, printed, (finished) => (code = finished));
    await program.parseAsync(argv);
    await flush(printed, world);
  } catch (error) {
    if (error instanceof ClosedPipeError) return EXIT.found;
    code = await explain(error, printed, world);
    await flush(printed, world);
  }
  return code;
}

/** What commander has said, kept until it can be written without being cut off. */
interface Printed {
  isError: boolean;
  text: string;
}

async function flush(printed: Printed[], io: Io): Promise<void> {
  for (const { isError, text } of printed.splice(0)) {
    if (isError) await io.stderr.write(escapeControls(text, { multiline: true }));
    else await io.stdout.write(text);
  }
}

async function buildProgram(
  argv: readonly string[],
  io: Io,
  printed: Printed[],
  finish: (code: ExitCode) => void,
): Promise<Command> {
  const program = new Command("dixit");
  program
    .description("Search attributed quotes and facts, by words or by speaker.")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "Print the help of a command")
    .addHelpText("after", PROGRAM_HELP)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => printed.push({ isError: false, text }),
      writeErr: (text) => printed.push({ isError: true, text }),
      outputError: (text, write) => write(`dixit: ${text.replace(/^error: /, "")}`),
      getOutHelpWidth: () => io.stdout.columns ?? 80,
      getErrHelpWidth: () => io.stderr.columns ?? 80,
    });
  const called = argv[2] === "help" ? argv[3] : argv[2];
  // Where a command is called, the others are neither shown nor suggested.
  const entries = Object.entries(COMMANDS);
  const wanted =
    argv[2] !== "help" && Object.hasOwn(COMMANDS, called ?? "") ? entries.filter(([name]) => name === called) : entries;
  for (const [name, { summary, load }] of wanted) {
    const command = program.command(name).description(summary).summary(summary);
    if (name === called) {
      const { configure } = await load();
      configure(command, io, finish);
    }
  }
  return program;
}

/** Puts an error into words for the user and gives the exit code; throws it on where it is a bug. */
async function explain(error: unknown, printed: Printed[], io: Io): Promise<ExitCode> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.found : EXIT.failed;
  if (error instanceof UserError) {
    const lines = [`dixit: ${error.message}`, ...(error.hint === undefined ? [] : [error.hint])];
    const text = lines.map((line) => `${escapeControls(shortenPaths(line, io.cwd))}\n`).join("");
    printed.push({ isError: true, text });
    return EXIT.failed;
  }
  throw error;
}

/** Paths are absolute in the core; people read those below the working folder from where they are. */
function shortenPaths(message: string, cwd: string): string {
  if (cwd === dirname(cwd)) return message;
  const [first = "", ...rest] = message.split(cwd + sep);
  return rest.reduce((shown, piece) => shown + (/(?:^|[\s"(])$/.test(shown) ? "" : cwd + sep) + piece, first);
}
