// @ts-check
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { loadCorpora } from "./corpora.js";
import { findQuantile } from "./figures.js";
import { loadPackage } from "./packages.js";
import { measurePeakMemory, time } from "./process.js";
import { remix } from "./remix.js";
import { describeRun, renderTable, writeSection } from "./report.js";
import { splitWritten } from "./words.js";
import { writeRecords } from "./write-records.js";

/** @typedef {import("./corpora.js").Entry} Entry */

const BIN = join(import.meta.dirname, "../../bin/dixit.cjs");
const YAML_RECORDS = 10_000;
const FILES = 100;
const MOST_IN_FILES = 100_000;
/** Rounds before the measured ones, which fill the caches of the file system and of compiled code. */
const UNMEASURED = 2;
/** Times that a corpus up to this size is compiled; larger ones once. */
const COMPILATIONS = 3;
const COMPILED_OFTEN = 10_000;

/**
 * Whole processes: start-up, warm search and compilation as the corpus grows, YAML, an edit in a folder of files.
 *
 * @param {import("./options.js").Options} options
 */
export async function measureProcesses({ corpora, seed, sizes, rounds }) {
  const real = loadCorpora(corpora).flatMap(({ entries }) => entries);
  const folder = mkdtempSync(join(tmpdir(), "dixit-bench-"));
  try {
    const growth = sizes.map((size) => measureSize(folder, remix(real, size, seed), size, rounds));
    const yaml = await measureYaml(folder, [...remix(real, YAML_RECORDS, seed)]);
    const spread = Math.max(...sizes.filter((size) => size <= MOST_IN_FILES), FILES);
    const edit = measureEdit(folder, [...remix(real, spread, seed)]);
    await writeSection("Processes", [
      `Corpora in JSON Lines, made of the words of ${formatNumber(real.length)} real records. A process is measured from its ` +
        `start to its end; those that are compared take turns, and the times are medians of ${rounds} of them.`,
      describeRun("processes", { seed, rounds }),
      renderTable(
        [
          "records",
          "MB",
          "compiling search, s",
          "its peak MB",
          "`node -e 0`, ms",
          "warm search, ms",
          "ratio",
          "its peak MB",
        ],
        growth,
      ),
      renderTable(["process", "seconds", "ratio"], [...yaml, ...edit]),
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @param {Iterable<Entry>} entries
 * @param {number} size
 * @param {number} rounds
 */
function measureSize(folder, entries, size, rounds) {
  console.error(`${size} records`);
  const file = join(folder, `${size}.jsonl`);
  const cache = join(folder, `cache-${size}`);
  const { bytes, texts } = writeRecords(file, entries, rounds);
  const phrases = texts.map((text) => splitWritten(text).slice(2, 8).join(" "));
  const search = (round = 0) => [BIN, "search", `--corpus=${file}`, "--json", "--", phrases[round] ?? phrases[0] ?? ""];
  const compilations = [];
  for (let count = 0; count < (size <= COMPILED_OFTEN ? COMPILATIONS : 1); count++)
    compilations.push(time(search(), join(folder, `compiled-${count}`)));
  const compileMemory = measurePeakMemory(search(), cache);
  /** @type {number[]} */
  const bare = [];
  /** @type {number[]} */
  const warm = [];
  for (let round = -UNMEASURED; round < rounds; round++) {
    const bareTime = time(["-e", "0"], cache);
    const warmTime = time(search(Math.max(round, 0)), cache);
    if (round < 0) continue;
    bare.push(bareTime);
    warm.push(warmTime);
  }
  const memories = phrases.map((_, round) => measurePeakMemory(search(round), cache));
  for (const path of [file, cache, ...compilations.map((_, count) => join(folder, `compiled-${count}`))])
    rmSync(path, { recursive: true });
  const [bareMedian, warmMedian] = [findQuantile(bare, 0.5), findQuantile(warm, 0.5)];
  return [
    formatNumber(size),
    (bytes / 1e6).toFixed(1),
    formatSeconds(findQuantile(compilations, 0.5)),
    formatMegabytes(compileMemory),
    bareMedian.toFixed(0),
    warmMedian.toFixed(0),
    (warmMedian / bareMedian).toFixed(2),
    formatMegabytes(Math.max(...memories)),
  ];
}

/**
 * Compiling a YAML file, against a process that reads it with js-yaml and does nothing else.
 *
 * @param {string} folder
 * @param {Entry[]} entries
 */
async function measureYaml(folder, entries) {
  console.error(`${entries.length} records of YAML`);
  const { dump } = await loadPackage("js-yaml");
  const file = join(folder, "corpus.yaml");
  writeFileSync(file, dump({ quotes: entries }, { lineWidth: 120 }));
  const load = [join(import.meta.dirname, "load-yaml.js"), file];
  /** @type {number[]} */
  const loading = [];
  /** @type {number[]} */
  const compiling = [];
  for (let round = 0; round < 2 * COMPILATIONS + 1; round++) {
    loading.push(time(load, folder));
    compiling.push(time([BIN, "search", "-c", file, "--json", "words"], join(folder, `yaml-${round}`)));
  }
  const [loaded, compiled] = [findQuantile(loading, 0.5), findQuantile(compiling, 0.5)];
  return [
    [`js-yaml's load of ${formatNumber(entries.length)} records of YAML`, formatSeconds(loaded), "1.00"],
    ["search that compiles them", formatSeconds(compiled), (compiled / loaded).toFixed(2)],
  ];
}

/**
 * A record more in one file of a folder.
 *
 * @param {string} folder
 * @param {Entry[]} entries
 */
function measureEdit(folder, entries) {
  console.error(`${entries.length} records in ${FILES} files`);
  const corpus = join(folder, "files");
  const cache = join(folder, "cache-files");
  mkdirSync(corpus);
  const perFile = Math.ceil(entries.length / FILES);
  const write = (/** @type {number} */ at, /** @type {Entry[]} */ added) =>
    writeRecords(join(corpus, `${at}.jsonl`), [...entries.slice(at * perFile, (at + 1) * perFile), ...added], 0);
  for (let at = 0; at < FILES; at++) write(at, []);
  const search = [BIN, "search", "-c", corpus, "--json", "words"];
  const compiled = time(search, cache);
  /** @type {number[]} */
  const edits = [];
  for (let round = 0; round < COMPILATIONS; round++) {
    write(FILES >> 1, [{ id: `added-${round}`, text: "A record more, written by hand" }]);
    edits.push(time(search, cache));
  }
  const edited = findQuantile(edits, 0.5);
  return [
    [`search that compiles ${formatNumber(entries.length)} records in ${FILES} files`, formatSeconds(compiled), "1.00"],
    ["search after a change in one of them", formatSeconds(edited), (edited / compiled).toFixed(2)],
  ];
}

/** @param {number} number */
function formatNumber(number) {
  return number.toLocaleString("en");
}

/** @param {number} milliseconds */
function formatSeconds(milliseconds) {
  return (milliseconds / 1000).toFixed(2);
}

/** @param {number} bytes */
function formatMegabytes(bytes) {
  return (bytes / 2 ** 20).toFixed(0);
}
