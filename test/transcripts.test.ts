/**
 * Each file in transcripts/ is a session that a person can read: a command line after `$`, its output, lines of standard
 * error after `2>`, and the exit code. `# terminal 60` puts what follows on a terminal of 60 columns, `# pipe` into a
 * pipe again; escape characters are shown as ␛. `npx vitest -u` writes what dixit prints now.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { runDixit, splitCommand } from "./world.ts";

const FOLDER = join(import.meta.dirname, "transcripts");

describe("transcripts", () => {
  it.each(readdirSync(FOLDER))("%s", async (file) => {
    const path = join(FOLDER, file);
    await expect(await replay(readFileSync(path, "utf8"))).toMatchFileSnapshot(path);
  });
});

/** Runs the commands of a transcript anew; comments stay. */
async function replay(transcript: string): Promise<string> {
  const replayed: string[] = [];
  let columns: number | undefined;
  for (const line of transcript.split("\n")) {
    if (line.startsWith("# ")) {
      if (replayed.length > 0) replayed.push("");
      replayed.push(line);
      if (line.startsWith("# terminal ")) columns = Number(line.slice(11));
      else if (line === "# pipe") columns = undefined;
    } else if (line.startsWith("$ ")) {
      if (replayed.length > 0 && !replayed.at(-1)?.startsWith("# ")) replayed.push("");
      const { env, args } = splitCommand(line.slice(2));
      const { code, stdout, stderr } = await runDixit(args, { env, ...(columns !== undefined && { columns }) });
      replayed.push(line, ...listLines(stdout), ...listLines(stderr).map((one) => `2> ${one}`), `Exit code: ${code}`);
    }
  }
  return `${replayed.join("\n")}\n`;
}

function listLines(output: string): string[] {
  if (output === "") return [];
  return output.replace(/\n$/, "").replaceAll("\x1b", "␛").replaceAll("\r", "␍").split("\n");
}
