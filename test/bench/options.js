// @ts-check
import { parseArgs } from "node:util";

import { ENGINES } from "./contest.js";

/**
 * @typedef {{
 *   parts: string[]; corpora: string[]; claims: string[]; seed: string; perClass: number; size: number; sizes: number[];
 *   engines: string[]; slowSample: number; rounds: number; misses: string; help: boolean
 * }} Options
 */

export const PARTS = ["search", "claims", "names", "processes"];

export const HELP = `npm run bench -- [PART …] [option …]      parts: ${PARTS.join(", ")}; all without one

  --corpus NAME|FILE|NAME=FILE   records to search, as JSON Lines; repeatable. Without one: npm-quotes, and fortunes-en,
                                 -de and so on where Debian's packages are installed
  --claims FILE --claims FILE    facts, FILE or NAME=FILE, and queries (query; gold, a list of ids) of the claims part
  --per-class N                  queries of each class (100)
  --size N                       make each corpus up to N records by remixing
  --engines A,B                  of ${ENGINES.join(", ")}
  --slow-sample N                queries of each class for slow engines (8)
  --misses FILE                  where to list what dixit missed, as JSON; % in it is the corpus's name
  --sizes N,M                    numbers of records of the processes part (100,1000,10000,100000)
  --rounds N                     processes of each kind (15)
  --seed TEXT                    another seed makes other queries (1)
`;

/**
 * @param {string[]} words
 * @returns {Options}
 */
export function parseOptions(words) {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      corpus: { type: "string", multiple: true, default: [] },
      claims: { type: "string", multiple: true, default: [] },
      seed: { type: "string", default: "1" },
      "per-class": { type: "string", default: "100" },
      size: { type: "string", default: "0" },
      sizes: { type: "string", default: "100,1000,10000,100000" },
      engines: { type: "string", default: ENGINES.join(",") },
      "slow-sample": { type: "string", default: "8" },
      rounds: { type: "string", default: "15" },
      misses: { type: "string", default: "" },
      help: { type: "boolean", default: false },
    },
  });
  return {
    parts: positionals,
    corpora: values.corpus,
    claims: values.claims,
    seed: values.seed,
    perClass: Number(values["per-class"]),
    size: Number(values.size),
    sizes: values.sizes.split(",").map(Number),
    engines: values.engines.split(","),
    slowSample: Number(values["slow-sample"]),
    rounds: Number(values.rounds),
    misses: values.misses,
    help: values.help,
  };
}
