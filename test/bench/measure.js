// @ts-check
// One engine in a process of its own, so that its memory and its warm-up are its own:
// `node measure.js prepare|search ENGINE FOLDER`; queries come as JSON on standard input, answers go out as JSON.
import { readFileSync } from "node:fs";

import { readPeakMemory } from "./memory.js";

/**
 * @typedef {{ ids: string[]; milliseconds: number }} Answer
 * @typedef {{ answers: Answer[]; memory: number }} Measured
 */

/** Queries that are asked once before, so that code is compiled and pages are read. */
const WARM_UP = 30;

const [action, name, folder = ""] = process.argv.slice(2);
/** @type {{ engine: import("./engine.js").Engine }} */
const { engine } = await import(`./engines/${name}.js`);

if (action === "prepare") await engine.prepare?.(folder);
else {
  /** @type {string[]} */
  const queries = JSON.parse(readFileSync(0, "utf8"));
  const opened = await engine.open(folder);
  const isSlow = engine.isSlow ?? engine.isProcess ?? false;
  for (const query of isSlow ? [] : queries.slice(0, WARM_UP)) await opened.search(query);
  /** @type {Answer[]} */
  const answers = [];
  for (const query of queries) {
    const start = process.hrtime.bigint();
    const ids = await opened.search(query);
    answers.push({ ids, milliseconds: Number(process.hrtime.bigint() - start) / 1e6 });
  }
  opened.close?.();
  const measured = { answers, memory: readPeakMemory() };
  process.stdout.write(JSON.stringify(measured));
}
