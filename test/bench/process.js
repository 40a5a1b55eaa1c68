// @ts-check
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const PRELOADED = pathToFileURL(join(import.meta.dirname, "peak-memory.js")).href;

/**
 * The milliseconds that a Node process takes from its start to its end. Finding nothing is no failure.
 *
 * @param {string[]} args
 * @param {string} cache where dixit keeps compiled corpora
 */
export function time(args, cache) {
  const start = process.hrtime.bigint();
  run(args, { XDG_CACHE_HOME: cache });
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/**
 * The most memory that a Node process holds, in bytes.
 *
 * @param {string[]} args
 * @param {string} cache
 */
export function measurePeakMemory(args, cache) {
  const file = `${cache}.memory`;
  run(["--import", PRELOADED, ...args], { XDG_CACHE_HOME: cache, DIXIT_BENCH_MEMORY: file });
  return Number(readFileSync(file, "utf8"));
}

/**
 * @param {string[]} args
 * @param {Record<string, string>} environment
 */
function run(args, environment) {
  const { status, stderr } = spawnSync(process.execPath, args, {
    env: { ...process.env, ...environment },
    maxBuffer: 1 << 30,
  });
  if (status !== 0 && status !== 1) throw new Error(`${args.join(" ")} failed: ${stderr}`);
}
