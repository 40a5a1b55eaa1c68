// @ts-check
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { joinFields } from "./engine.js";
import { Random } from "./random.js";

/**
 * @typedef {import("./corpora.js").Entry} Entry
 * @typedef {import("./queries.js").Query} Query
 *
 * What an engine answered to the queries that it was asked.
 * @typedef {{
 *   name: string; isProcess: boolean; isSampled: boolean; memory: number;
 *   answers: { query: Query; ids: string[]; milliseconds: number }[]
 * }} Contestant
 */

/** File names in engines/, in the order of the report. */
export const ENGINES = [
  "dixit",
  "fuse-bitap",
  "fuse-token",
  "minisearch",
  "ufuzzy",
  "fts5",
  "fts5-porter",
  "ripgrep",
  "fzf",
  "ugrep",
];

/**
 * Writes a corpus for the engines into a new folder, and gives the folder to `use`; it is gone afterwards.
 *
 * @template Result
 * @param {Iterable<Entry>} entries
 * @param {(folder: string) => Promise<Result>} use
 */
export async function withFolder(entries, use) {
  const folder = mkdtempSync(join(tmpdir(), "dixit-bench-"));
  try {
    const list = [...entries];
    const records = list.map((entry) => JSON.stringify({ kind: "quote", ...entry }));
    const texts = list.map(joinFields);
    writeFileSync(join(folder, "corpus.jsonl"), records.map((line) => `${line}\n`).join(""));
    writeFileSync(join(folder, "lines.txt"), texts.map((line) => `${line}\n`).join(""));
    writeFileSync(join(folder, "numbered.txt"), texts.map((line, index) => `${index + 1}\t${line}\n`).join(""));
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Asks each engine the queries, one engine after the other; those that are not installed are passed over.
 *
 * @param {string} folder as `withFolder` makes it
 * @param {Query[]} queries
 * @param {{ engines: string[]; slowSample: number; seed: string }} options
 * @returns {Promise<Contestant[]>}
 */
export async function compareEngines(folder, queries, { engines, slowSample, seed }) {
  /** @type {Contestant[]} */
  const contestants = [];
  for (const file of engines) {
    /** @type {{ engine: import("./engine.js").Engine }} */
    const { engine } = await import(`./engines/${file}.js`);
    const { name, isSlow = false, isProcess = false } = engine;
    if (engine.isInstalled?.() === false) continue;
    // Shuffled, so that no class is asked while the process is still warming up.
    const asked = new Random(seed).shuffle(isSlow ? sampleByClass(queries, slowSample, seed) : queries);
    console.error(`  ${name}: ${asked.length} queries`);
    runMeasure(["prepare", file, folder], "");
    /** @type {import("./measure.js").Measured} */
    const { answers, memory } = JSON.parse(
      runMeasure(["search", file, folder], JSON.stringify(asked.map((one) => one.query))),
    );
    const paired = asked.flatMap((query, index) =>
      answers.slice(index, index + 1).map((answer) => ({ query, ...answer })),
    );
    contestants.push({ name, isProcess, isSampled: asked.length < queries.length, memory, answers: paired });
  }
  return contestants;
}

/**
 * @param {string[]} words
 * @param {string} input
 */
function runMeasure(words, input) {
  const child = spawnSync(process.execPath, [join(import.meta.dirname, "measure.js"), ...words], {
    input,
    encoding: "utf8",
    maxBuffer: 1 << 30,
    stdio: ["pipe", "pipe", "inherit"],
  });
  if (child.status !== 0) throw new Error(`measure.js ${words.join(" ")} failed`);
  return child.stdout;
}

/**
 * @param {Query[]} queries
 * @param {number} count of each class
 * @param {string} seed
 */
function sampleByClass(queries, count, seed) {
  const random = new Random(`${seed}:sample`);
  const classes = [...new Set(queries.map((query) => query.class))];
  return classes.flatMap((name) =>
    random.sample(
      queries.filter((query) => query.class === name),
      count,
    ),
  );
}
