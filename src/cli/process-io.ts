import { fstatSync, writeSync } from "node:fs";
import { isAbsolute, parse } from "node:path";

import { explainSystemError } from "../corpus/reason.ts";
import { UserError } from "../diagnostic.ts";
import { ClosedPipeError, type Io, type Sink } from "./io.ts";

/** The world of a real process; `dataFolder` is the absolute path of the built-in corpus. */
export async function createIo(process: NodeJS.Process, dataFolder: string): Promise<Io> {
  return {
    stdout: openSink(1, () => process.stdout),
    stderr: openSink(2, () => process.stderr),
    stdin: { [Symbol.asyncIterator]: () => process.stdin[Symbol.asyncIterator]() },
    env: process.env,
    cwd: findWorkingFolder(process),
    dataFolder,
    ...(await findFolders()),
    random: Math.random,
  };
}

/** The working folder; the root where it has been deleted, so that all that needs no relative path still works. */
function findWorkingFolder(process: NodeJS.Process): string {
  try {
    return process.cwd();
  } catch {
    return parse(process.execPath).root;
  }
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
  return new UserError(`cannot write the output: ${explainSystemError(error)}`);
}

function isNamed(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
