// @ts-check
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** Installs what the benchmark compares with, the first time it runs. */
export function installPackages() {
  if (existsSync(join(import.meta.dirname, "node_modules"))) return;
  const words = ["ci", "--prefix", import.meta.dirname, "--no-audit", "--no-fund"];
  const { status } = spawnSync("npm", words, { stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (status !== 0) throw new Error(`npm ${words.join(" ")} failed`);
}

/**
 * A package of the benchmark's own. Named by a variable, so that nothing that only reads the code needs it installed.
 *
 * @param {string} name
 * @returns {Promise<any>}
 */
export async function loadPackage(name) {
  const loaded = await import(name);
  return loaded.default ?? loaded;
}

/**
 * A file of JSON in a package of the benchmark's own.
 *
 * @param {string} path
 */
export function readPackageFile(path) {
  return createRequire(import.meta.url)(path);
}

/**
 * dixit, as it was built.
 *
 * @returns {Promise<typeof import("../../src/index.ts")>}
 */
export function loadDixit() {
  return import(new URL("../../dist/index.js", import.meta.url).href);
}
