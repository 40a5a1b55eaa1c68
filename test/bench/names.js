// @ts-check
import { loadCorpora } from "./corpora.js";
import { findMean } from "./figures.js";
import { looksLikePerson, VARIANTS } from "./name-variants.js";
import { loadDixit } from "./packages.js";
import { Random } from "./random.js";
import { describeRun, renderTable, writeSection } from "./report.js";
import { findSurname, simplify } from "./words.js";

const MOST_SPEAKERS = 1000;
/** Share of the speakers that are left out of the list and asked for all the same. */
const ABSENT = 0.1;

/**
 * Kinds that the mean leaves out. It is one of kinds, not of variants: a name has eight forms with a title, and they are easy.
 */
const UNCOUNTED = new Set(["as it is", "another script"]);

/**
 * @typedef {import("../../src/store/store.ts").SpeakerNames} SpeakerNames
 *
 * What was found for the variants of a kind: of `asked`, `first` have a right one first, `wrong` somebody else.
 * @typedef {{ asked: number; first: number; all: number; wrong: number; examples: string[] }} Tally
 */

/**
 * The speakers of each corpus, asked for as others write them, and absent ones, for whom nobody is to be found.
 *
 * @param {import("./options.js").Options} options
 */
export async function measureNames({ corpora, seed, misses }) {
  const { findSpeakers } = await loadDixit();
  for (const { name: corpus, entries } of loadCorpora(corpora)) {
    const random = new Random(`names:${seed}`);
    const named = [...new Set(entries.flatMap(({ speaker }) => speaker ?? []))].filter(looksLikePerson).sort();
    const chosen = random.sample(named, MOST_SPEAKERS);
    const absent = chosen.splice(0, Math.floor(chosen.length * ABSENT));
    if (chosen.length < 20) continue;
    const speakers = chosen.map((name, index) => ({ number: index + 1, name, aliases: [], records: 1 }));
    console.error(`${corpus}: ${speakers.length} names`);
    const rows = Object.entries(VARIANTS).map(([kind, vary]) => {
      const tally = ask(speakers, vary, (typed) => findSpeakers(typed, speakers).speakers);
      if (misses !== "") for (const example of tally.examples.slice(0, 15)) console.error(`${kind}: ${example}`);
      return { kind, tally };
    });
    const found = absent.filter((name) => {
      const others = findSpeakers(name, speakers).speakers;
      if (misses !== "" && others.length > 0)
        console.error(`absent: ${name} → ${others.map((one) => one.name).join("; ")}`);
      return others.length > 0;
    });
    const counted = rows.filter(({ kind, tally }) => tally.asked > 0 && !UNCOUNTED.has(kind));
    const average = (/** @type {"first" | "all" | "wrong"} */ figure) =>
      findMean(counted.map(({ tally }) => tally[figure] / tally.asked)).toFixed(3);
    await writeSection(`Names: ${corpus}`, [
      `${speakers.length} names of the corpus that have the shape of a person's, each written in all ways of a kind that apply to ` +
        "it. Where several speakers can be written so, each of them is right. The variants come from rules: those on romanisation " +
        "exchange letters that romanisations exchange, whatever language the name is of, and those on scripts go letter by letter.",
      describeRun("names", { seed }),
      renderTable(
        ["variant", "asked", "right one first", "all right ones found", "somebody else first"],
        [
          ...rows.map(({ kind, tally: { asked, first, all, wrong } }) => [
            kind,
            asked,
            ...[first, all, wrong].map((number) => (asked > 0 ? (number / asked).toFixed(3) : "")),
          ]),
          ["mean of the Latin kinds", "", average("first"), average("all"), average("wrong")],
        ],
      ),
      `Of ${absent.length} names of the corpus that were left out of the list, ${found.length} found somebody else.`,
    ]);
  }
}

/**
 * @param {SpeakerNames[]} speakers
 * @param {(name: string) => string[]} vary
 * @param {(typed: string) => SpeakerNames[]} find
 */
function ask(speakers, vary, find) {
  /** @type {Map<string, Set<SpeakerNames>>} */
  const meant = new Map();
  for (const speaker of speakers) {
    for (const variant of vary(speaker.name)) {
      const known = meant.get(variant) ?? new Set();
      meant.set(variant, known.add(speaker));
    }
  }
  /** @type {Tally} */
  const tally = { asked: 0, first: 0, all: 0, wrong: 0, examples: [] };
  for (const [variant, gold] of meant) {
    for (const other of speakers) if (isMeant(variant, other.name)) gold.add(other);
    const found = find(variant);
    const [first] = found;
    const isRight = first !== undefined && gold.has(first);
    tally.asked += 1;
    if (isRight) tally.first += 1;
    if ([...gold].every((speaker) => found.includes(speaker))) tally.all += 1;
    if (first !== undefined && !isRight) tally.wrong += 1;
    if (!isRight)
      tally.examples.push(
        `${variant} (${Array.from(gold, ({ name }) => name).join("; ")}) → ${first?.name ?? "nobody"}`,
      );
  }
  return tally;
}

/**
 * Whether a surname alone, or with a title, may mean a speaker.
 *
 * @param {string} typed
 * @param {string} name
 */
function isMeant(typed, name) {
  return simplify(typed) === simplify(findSurname(name)) || simplify(typed) === simplify(name);
}
