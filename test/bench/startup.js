// @ts-check
// Plain JavaScript, so that each Node that dixit supports runs it as it is: `npm run bench:startup`, or with another
// Node `npx --yes --package node@24 -- node test/bench/startup.js` after a build.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";

const BIN = join(import.meta.dirname, "../../bin/dixit.cjs");
const ROUNDS = 25;
const SEARCH = [BIN, "search", "pression totale", "--json"];

const folder = mkdtempSync(join(tmpdir(), "dixit-bench-"));
const warm = join(folder, "warm");

/** @type {{ name: string; args: string[]; cache: (round: number) => string; times: number[] }[]} */
const cases = [
  { name: "node -e 0", args: ["-e", "0"], cache: () => warm, times: [] },
  { name: "dixit --version", args: [BIN, "--version"], cache: () => warm, times: [] },
  { name: "dixit search, compiled corpus", args: SEARCH, cache: () => warm, times: [] },
  { name: "dixit search, nothing cached", args: SEARCH, cache: (round) => join(folder, `cold-${round}`), times: [] },
];

/**
 * The milliseconds that a process takes from its start to its end.
 *
 * @param {string[]} args
 * @param {string} cache
 */
function time(args, cache) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { env: { ...process.env, XDG_CACHE_HOME: cache } });
  if (status !== 0) throw new Error(`${args.join(" ")} failed: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/**
 * @param {number[]} times
 */
function findMedian(times) {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}

try {
  for (let round = -2; round < ROUNDS; round++) {
    // The cases take turns, so that whatever else the machine does burdens them alike; the first rounds fill the caches.
    for (const { args, cache, times } of cases) {
      const taken = time(args, cache(round));
      if (round >= 0) times.push(taken);
    }
  }
  const bare = findMedian(cases[0]?.times ?? []);
  console.log(`Node ${process.versions.node}, ${cpus().length} processors; medians of ${ROUNDS} processes each`);
  for (const { name, times } of cases) {
    const median = findMedian(times);
    console.log(`${name.padEnd(32)}${median.toFixed(1).padStart(7)} ms${(median / bare).toFixed(2).padStart(7)} ×`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
