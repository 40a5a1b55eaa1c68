import { fstatSync, writeSync } from "node:fs";
import { isAbsolute, sep } from "node:path";

import { Command, CommanderError } from "commander";
import { EXIT, EXIT_HELP, type ExitCode } from "./cli/exit.ts";
import { ClosedPipeError, type Io, type Sink } from "./cli/io.ts";
import { VERSION } from "./cli/version.ts";
import { BrokenCorpusError, UserError } from "./diagnostic.ts";

/** Adds arguments, options and the action to a command; the action says by `finish` how it went. */
type Configure = (command: Command, io: Io, finish: (code: ExitCode) => void) => void;

interface CommandEntry {
  summary: string;
  load: () => Promise<{ configure: Configure }>;
}

/** The commands in the order of `--help`. Only the one that is called is loaded. */
const COMMANDS: Record<string, CommandEntry> = {
  search: { summary: "Find quotes and facts", load: () => import("./commands/search.ts") },
  show: { summary: "Print records in full, by id", load: () => import("./commands/show.ts") },
  random: { summary: "Print a record chosen by chance", load: () => import("./commands/random.ts") },
  speakers: { summary: "List who is quoted", load: () => import("./commands/speakers.ts") },
  sources: { summary: "List what is cited", load: () => import("./commands/sources.ts") },
  tags: { summary: "List the tags", load: () => import("./commands/tags.ts") },
  validate: { summary: "Check a corpus for faults", load: () => import("./commands/validate.ts") },
  schema: { summary: "Print a JSON Schema of what dixit reads or prints", load: () => import("./commands/schema.ts") },
};

const PROGRAM_HELP = `
The corpus is taken from --corpus, else DIXIT_CORPUS, else the nearest .dixit.yaml, else config.yaml in the user's
configuration folder, else the corpus that comes with dixit.

${EXIT_HELP}

Examples:
  dixit search pression totale             the words, in any order, slips forgiven
  dixit search -s zelensky --since 2025    what somebody said, by name
  dixit search --kind fact --json          facts as JSON, for scripts
  dixit validate                           faults of the corpus, with their places`;

/**
 * Runs dixit as the command line says and gives the exit code. `argv` is as in `process.argv`: two paths, then the
 * arguments. Throws only on a bug.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const printed: { sink: Sink; text: string }[] = [];
  let code: number = EXIT.found;
  try {
    try {
      const program = await buildProgram(argv, io, printed, (finished) => (code = finished));
      await program.parseAsync(argv);
    } catch (error) {
      code = await explain(error, printed, io);
    }
    for (const { sink, text } of printed) await sink.write(text);
  } catch (error) {
    if (error instanceof ClosedPipeError) return EXIT.found;
    throw error;
  }
  return code;
}

async function buildProgram(
  argv: readonly string[],
  io: Io,
  printed: { sink: Sink; text: string }[],
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
      writeOut: (text) => printed.push({ sink: io.stdout, text }),
      writeErr: (text) => printed.push({ sink: io.stderr, text }),
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
      command.addHelpText("after", `\n${EXIT_HELP}`);
      configure(command, io, finish);
    }
  }
  return program;
}

/** Puts an error into words for the user and gives the exit code; throws it on where it is a bug. */
async function explain(error: unknown, printed: { sink: Sink; text: string }[], io: Io): Promise<ExitCode> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.found : EXIT.failed;
  if (error instanceof UserError) {
    const { escapeControls } = await import("./render/escape.ts");
    // Paths are absolute in the core; people read them from where they are.
    const message = error.message.replaceAll(io.cwd.endsWith(sep) ? io.cwd : io.cwd + sep, "");
    const lines = [`dixit: ${message}`, ...(error.hint === undefined ? [] : [error.hint])];
    printed.push({ sink: io.stderr, text: lines.map((line) => `${escapeControls(line)}\n`).join("") });
    return EXIT.failed;
  }
  if (error instanceof BrokenCorpusError) {
    const { explainBrokenCorpus } = await import("./cli/corpus.ts");
    printed.push({ sink: io.stderr, text: await explainBrokenCorpus(error, io) });
    return EXIT.failed;
  }
  throw error;
}

/** The world of a real process; `dataFolder` is the absolute path of the built-in corpus. */
export async function createIo(process: NodeJS.Process, dataFolder: string): Promise<Io> {
  return {
    stdout: openSink(1, () => process.stdout),
    stderr: openSink(2, () => process.stderr),
    stdin: { [Symbol.asyncIterator]: () => process.stdin[Symbol.asyncIterator]() },
    env: process.env,
    cwd: process.cwd(),
    dataFolder,
    ...(await findFolders()),
    random: Math.random,
  };
}

/** The user's folders, where they can be told: without a home, or with a relative XDG path, there are none. */
async function findFolders(): Promise<Pick<Io, "cacheFolder" | "configFolder">> {
  try {
    const { default: envPaths } = await import("env-paths");
    const { cache, config } = envPaths("dixit", { suffix: "" });
    return {
      ...(isAbsolute(cache) && { cacheFolder: cache }),
      ...(isAbsolute(config) && { configFolder: config }),
    };
  } catch {
    return {};
  }
}

/**
 * A sink over a file descriptor. A file or a pipe is written to directly, since making a stream of it takes Node
 * milliseconds; a terminal, and a pipe that is full for now, by the stream that Node keeps for it.
 */
function openSink(descriptor: number, findStream: () => NodeJS.WriteStream): Sink {
  let stream: NodeJS.WriteStream | undefined;
  const open = (): NodeJS.WriteStream => {
    if (stream) return stream;
    stream = findStream();
    // Without a listener a closed pipe would crash the process; the write that met it reports it.
    return stream.on("error", () => undefined);
  };
  if (!isPipeOrFile(descriptor)) {
    const { isTTY, columns } = open();
    return { isTerminal: isTTY, ...(isTTY && { columns }), write: (text) => writeTo(open(), text) };
  }
  const write = async (text: string): Promise<void> => {
    const bytes = Buffer.from(text);
    const rest = stream ? bytes : writeDirectly(descriptor, bytes);
    if (rest.length > 0) await writeTo(open(), rest);
  };
  return { isTerminal: false, write };
}

/** Writes what can be written at once, and gives the rest, which there is where a pipe is full. */
function writeDirectly(descriptor: number, bytes: Uint8Array): Uint8Array {
  let rest = bytes;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  } catch (error) {
    if (!isNamed(error, "EAGAIN")) throw describeFailure(error);
  }
  return rest;
}

function isPipeOrFile(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return stats.isFIFO() || stats.isFile();
  } catch {
    // It is closed; then the stream says so when it is written to.
    return false;
  }
}

function writeTo(stream: NodeJS.WriteStream, content: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(content, (error) => (error ? reject(describeFailure(error)) : resolve()));
  });
}

function describeFailure(error: unknown): Error {
  if (isNamed(error, "EPIPE") || isNamed(error, "EOF")) return new ClosedPipeError();
  return new UserError(`cannot write the output: ${error instanceof Error ? error.message : String(error)}`);
}

function isNamed(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
