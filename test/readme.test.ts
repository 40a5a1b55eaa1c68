/**
 * The README is a test: its YAML files are written into an empty folder, its commands are run there, and what they print
 * is what it shows. `npx vitest -u` writes what dixit prints now.
 */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, it } from "vitest";

import { ROOT, runDixit, splitCommand } from "./world.ts";

const README = join(ROOT, "README.md");
const BLOCK = /^```(?<language>\w+)(?: (?<file>\S+))?\n(?<content>.*?)^```$/gms;

it("shows what dixit prints", async () => {
  const readme = readFileSync(README, "utf8");
  const cwd = mkdtempSync(join(tmpdir(), "dixit-readme-"));
  let replayed = "";
  let from = 0;
  for (const block of readme.matchAll(BLOCK)) {
    const { language, file, content = "" } = block.groups ?? {};
    replayed += readme.slice(from, block.index);
    from = block.index + block[0].length;
    if (file !== undefined) writeFileSync(join(cwd, file), content);
    replayed += language === "console" ? `\`\`\`console\n${await replay(content, cwd)}\`\`\`` : block[0];
  }
  await expect(replayed + readme.slice(from)).toMatchFileSnapshot(README);
});

async function replay(session: string, cwd: string): Promise<string> {
  let replayed = "";
  for (const line of session.split("\n").filter((one) => one.startsWith("$ "))) {
    const { env, args } = splitCommand(line.slice(2));
    const { stdout, stderr } = await runDixit(args, { env, cwd });
    replayed += `${line}\n${stdout}${stderr}`;
  }
  return replayed.replaceAll("\r\n", "\n");
}
