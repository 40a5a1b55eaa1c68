// @ts-check
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { format } from "prettier";

const FILE = join(import.meta.dirname, "RESULTS.md");
const INTRODUCTION = `# Results of the benchmark

Written by \`npm run bench\`; each part replaces its own section.
`;
/** How sections begin, in the order in which they stand. */
const ORDER = ["Search", "Claims", "Names", "Processes"];

/**
 * A Markdown table.
 *
 * @param {string[]} head
 * @param {(string | number)[][]} rows
 */
export function renderTable(head, rows) {
  const rule = head.map((_, column) => (column === 0 ? "---" : "---:"));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/**
 * The machine, the versions and the time of a run, with the command that repeats it, in a sentence.
 *
 * @param {string} part
 * @param {Record<string, string | number>} options
 */
export function describeRun(part, options) {
  const processors = cpus();
  const commit = execFileSync("git", ["describe", "--always", "--dirty"], {
    cwd: import.meta.dirname,
    encoding: "utf8",
  });
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const written = Object.entries(options).map(([name, value]) => `${name} ${value}`);
  return (
    `${new Date().toISOString().slice(0, 10)}, commit ${commit.trim()}, Node ${process.versions.node}, ` +
    `${processors.length} × ${processors[0]?.model ?? "?"}, ${gigabytes} GB, ${process.platform}; ` +
    `\`npm run bench -- ${part}\`, ${written.join(", ")}.`
  );
}

/**
 * Prints a section and puts it into the results, in the place of the one of the same title.
 *
 * @param {string} title
 * @param {string[]} paragraphs
 */
export async function writeSection(title, paragraphs) {
  const section = `## ${title}\n\n${paragraphs.join("\n\n")}\n`;
  console.log(await format(section, { parser: "markdown" }));
  const before = existsSync(FILE) ? readFileSync(FILE, "utf8") : INTRODUCTION;
  const [, ...others] = before.split(/^(?=## )/mu);
  const kept = others.filter((other) => !other.startsWith(`## ${title}\n`));
  const rank = (/** @type {string} */ text) => ORDER.findIndex((part) => text.startsWith(`## ${part}`));
  const sections = [...kept, section].sort((a, b) => rank(a) - rank(b));
  writeFileSync(FILE, await format([INTRODUCTION, ...sections].join("\n"), { parser: "markdown", printWidth: 120 }));
}
