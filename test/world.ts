import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { run } from "../src/cli.ts";
import type { Io, Sink } from "../src/cli/io.ts";

export const ROOT: string = join(import.meta.dirname, "..");

/** What a run left behind. */
export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** The parts of the world that a test sets; the rest is empty and quiet. */
export interface World {
  env?: Record<string, string>;
  cwd?: string;
  /** Columns of the terminal; without them the output goes into a pipe. */
  columns?: number;
  stdin?: string | Uint8Array;
  cacheFolder?: string;
  configFolder?: string;
  random?: () => number;
}

const cacheFolder = mkdtempSync(join(tmpdir(), "dixit-cache-"));

/** Runs dixit in this process in a world of its own. */
export async function runDixit(args: readonly string[], world: World = {}): Promise<Outcome> {
  const written = { stdout: "", stderr: "" };
  const sink = (stream: "stdout" | "stderr"): Sink => ({
    isTerminal: world.columns !== undefined,
    ...(world.columns !== undefined && { columns: world.columns }),
    write: async (text) => {
      written[stream] += text;
    },
  });
  const io: Io = {
    stdout: sink("stdout"),
    stderr: sink("stderr"),
    stdin: readBytes(world.stdin ?? ""),
    env: world.env ?? {},
    cwd: world.cwd ?? ROOT,
    dataFolder: join(ROOT, "data"),
    cacheFolder: world.cacheFolder ?? cacheFolder,
    ...(world.configFolder !== undefined && { configFolder: world.configFolder }),
    random: world.random ?? (() => 0.5),
  };
  const code = await run(["node", "dixit", ...args], io);
  return { code, ...written };
}

async function* readBytes(content: string | Uint8Array): AsyncIterable<Uint8Array> {
  yield typeof content === "string" ? new TextEncoder().encode(content) : content;
}

/** Splits a command line as a shell does, as far as words, assignments before the command and both quotes go. */
export function splitCommand(line: string): { env: Record<string, string>; args: string[] } {
  const words = [...line.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(([word]) =>
    word.replaceAll(/'([^']*)'|"([^"]*)"/g, (_, single?: string, double?: string) => single ?? double ?? ""),
  );
  const command = words.indexOf("dixit");
  if (command < 0) throw new Error(`not a command of dixit: ${line}`);
  const env = Object.fromEntries(words.slice(0, command).map((word) => [word.split("=")[0], word.split("=")[1] ?? ""]));
  return { env, args: words.slice(command + 1) };
}
