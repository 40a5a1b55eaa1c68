// @ts-check
import { basename } from "node:path";

import { compareEngines, withFolder } from "./contest.js";
import { readLines } from "./corpora.js";
import { findMean, findQuantile, scoreAveragePrecision, scoreFirst } from "./figures.js";
import { describeRun, renderTable, writeSection } from "./report.js";

const DEPTH = 5;
const ENGINES = ["dixit", "fts5", "fts5-porter"];

/**
 * Long restatements of facts, put to dixit and full-text search.
 *
 * @param {import("./options.js").Options} options
 */
export async function measureClaims({ claims, seed, slowSample }) {
  const [recordsFile, queriesFile] = claims;
  if (recordsFile === undefined || queriesFile === undefined) {
    console.error("claims: passed over, since it needs --claims RECORDS --claims QUERIES");
    return;
  }
  const name = recordsFile.includes("=")
    ? recordsFile.slice(0, recordsFile.indexOf("="))
    : basename(recordsFile, ".jsonl");
  const entries = readLines(recordsFile.slice(recordsFile.indexOf("=") + 1));
  /** @type {import("./queries.js").Query[]} */
  const queries = readLines(queriesFile).map(({ query, gold }) => ({ class: "claims", query, gold }));
  console.error(`${name}: ${entries.length} records, ${queries.length} queries`);
  await withFolder(entries, async (folder) => {
    const contestants = await compareEngines(folder, queries, { engines: ENGINES, slowSample, seed });
    const rows = contestants.map(({ name: engine, answers }) => {
      const times = answers.map(({ milliseconds }) => milliseconds);
      return [
        engine,
        findMean(answers.map((answer) => scoreAveragePrecision(answer, DEPTH))).toFixed(3),
        findMean(answers.map(scoreFirst)).toFixed(3),
        findQuantile(times, 0.5).toFixed(1),
        findQuantile(times, 0.95).toFixed(1),
      ];
    });
    await writeSection(`Claims: ${name}`, [
      `${entries.length.toLocaleString("en")} facts, ${queries.length.toLocaleString("en")} texts that restate one.`,
      describeRun("claims", { seed }),
      renderTable(["engine", `MAP@${DEPTH}`, "P@1", "median ms", "p95 ms"], rows),
    ]);
  });
}
