// @ts-check
import { writeFileSync } from "node:fs";

import { loadCorpora } from "./corpora.js";
import { compareEngines, withFolder } from "./contest.js";
import { findMean, findQuantile, scoreFirst, scoreReciprocalRank } from "./figures.js";
import { findMisses } from "./misses.js";
import { makeQueries } from "./queries.js";
import { remix } from "./remix.js";
import { describeRun, renderTable, writeSection } from "./report.js";

/**
 * @typedef {import("./contest.js").Contestant} Contestant
 * @typedef {import("./options.js").Options} Options
 */

/**
 * Noisy queries for known quotes, put to dixit and its peers; a section of the results for each corpus.
 *
 * @param {Options} options
 */
export async function measureSearch(options) {
  const { seed, perClass, size, engines, slowSample } = options;
  for (const { name, entries: real } of loadCorpora(options.corpora)) {
    const entries = size > real.length ? [...real, ...remix(real, size - real.length, seed)] : real;
    const queries = makeQueries(real, entries, perClass, seed);
    if (queries.length === 0) continue;
    console.error(`${name}: ${entries.length} records, ${queries.length} queries`);
    await withFolder(entries, async (folder) => {
      const contestants = await compareEngines(folder, queries, { engines, slowSample, seed });
      const langs = [...new Set(real.map((entry) => entry.lang ?? "?"))].join(", ");
      const remixed = entries.length - real.length;
      const title = `Search: ${name}${remixed > 0 ? `, made up to ${count(entries.length)}` : ""}`;
      const records = `${count(real.length)} real records (${langs})${remixed > 0 ? ` and ${count(remixed)} remixed from their words` : ""}`;
      await writeSection(title, [
        `${records}, ${count(queries.length)} queries.`,
        describeRun("search", { seed, "per class": perClass }),
        renderTotals(contestants),
        ...renderClasses(contestants, [...new Set(queries.map((query) => query.class))]),
      ]);
      if (options.misses !== "") {
        const found = await findMisses(folder, contestants[0], entries);
        writeFileSync(options.misses.replace("%", name), `${JSON.stringify(found, undefined, 1)}\n`);
      }
    });
  }
}

/** @param {number} number */
function count(number) {
  return number.toLocaleString("en");
}

/** @param {Contestant[]} contestants */
function renderTotals(contestants) {
  const dixit = new Map(contestants[0]?.answers.map((answer) => [answer.query, answer]));
  const rows = contestants.map(({ name, isProcess, isSampled, memory, answers }) => {
    const times = answers.map(({ milliseconds }) => milliseconds);
    return [
      name,
      findMean(answers.map(scoreFirst)).toFixed(3),
      findMean(answers.flatMap(({ query }) => dixit.get(query) ?? []).map(scoreFirst)).toFixed(3),
      findMean(answers.map(scoreReciprocalRank)).toFixed(3),
      findQuantile(times, 0.5).toFixed(1),
      findQuantile(times, 0.95).toFixed(1),
      isProcess ? "process" : (memory / 2 ** 20).toFixed(0),
      `${count(answers.length)}${isSampled ? " (sample)" : ""}`,
    ];
  });
  return renderTable(
    [
      "engine",
      "P@1",
      `${contestants[0]?.name}'s on the same queries`,
      "MRR@10",
      "median ms",
      "p95 ms",
      "peak MB",
      "queries",
    ],
    rows,
  );
}

/**
 * @param {Contestant[]} contestants
 * @param {string[]} classes
 */
function renderClasses(contestants, classes) {
  /** @type {[string, (answers: Contestant["answers"]) => string][]} */
  const figures = [
    ["P@1", (answers) => findMean(answers.map(scoreFirst)).toFixed(2)],
    ["MRR@10", (answers) => findMean(answers.map(scoreReciprocalRank)).toFixed(2)],
    [
      "median ms",
      (answers) =>
        findQuantile(
          answers.map((one) => one.milliseconds),
          0.5,
        ).toFixed(1),
    ],
    [
      "p95 ms",
      (answers) =>
        findQuantile(
          answers.map((one) => one.milliseconds),
          0.95,
        ).toFixed(1),
    ],
  ];
  return figures.map(([figure, find]) =>
    renderTable(
      [`${figure} by class`, ...contestants.map(({ name }) => name)],
      classes.map((name) => [
        name,
        ...contestants.map(({ answers }) => find(answers.filter((one) => one.query.class === name))),
      ]),
    ),
  );
}
