// @ts-check
import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { readPackageFile } from "./packages.js";

/**
 * A record to search, in the fields of a line of dixit's JSON Lines.
 *
 * @typedef {{
 *   kind?: string; id: string; text: string; speaker?: string; source?: string; context?: string; place?: string;
 *   tags?: string[]; lang?: string
 * }} Entry
 *
 * @typedef {{ name: string; entries: Entry[] }} Corpus
 */

const FORTUNES = "/usr/share/games/fortunes";
/** Folders and files of Debian's packages of attributed quotes, by language; English ones lie beside the folders. */
const FORTUNES_IN = { br: "pt", cs: "cs", de: "de", es: "es", it: "it", pl: "pl", ru: "ru" };
const PORTUGUESE = "brasil";

/**
 * The corpora of that names: `NAME=FILE` or `FILE` for JSON Lines with `id`, `text` and perhaps `speaker`, `source`,
 * `lang`; `npm-quotes`; `fortunes-de` and so on for a package that is installed. Of no names: all that is here.
 *
 * @param {string[]} names
 * @returns {Corpus[]}
 */
export function loadCorpora(names) {
  return (names.length > 0 ? names : listNames()).map(loadCorpus);
}

function listNames() {
  const installed = Object.keys(FORTUNES_IN).filter((code) => listFortunes(code).length > 0);
  return ["npm-quotes", ...["en", ...installed].map((code) => `fortunes-${code}`)].filter(
    (name) => name !== "fortunes-en" || listFortunes("en").length > 0,
  );
}

/**
 * @param {string} name
 * @returns {Corpus}
 */
function loadCorpus(name) {
  if (name === "npm-quotes") return { name, entries: loadNpmQuotes() };
  const code = /^fortunes-(\w+)$/u.exec(name)?.[1];
  if (code !== undefined) return { name, entries: readFortunes(code) };
  const cut = name.indexOf("=");
  const file = name.slice(cut + 1);
  return { name: cut < 0 ? basename(file, ".jsonl") : name.slice(0, cut), entries: readLines(file) };
}

/**
 * The values of a file of JSON Lines.
 *
 * @param {string} file
 */
export function readLines(file) {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line));
}

/**
 * The quotes of two packages, both MIT.
 *
 * @returns {Entry[]}
 */
function loadNpmQuotes() {
  /** @type {{ text: string; from: string }[]} */
  const inspirational = readPackageFile("inspirational-quotes/data/data.json");
  /** @type {{ body: string; author: string }[]} */
  const random = readPackageFile("random-quotes/dist/quotes.json");
  const quotes = [
    ...inspirational.map(({ text, from }) => ({ text, speaker: from })),
    ...random.map(({ body, author }) => ({ text: body, speaker: author })),
  ];
  const credited = quotes.filter(({ text, speaker }) => text.trim() !== "" && speaker.trim() !== "");
  return credited.map((quote, index) => ({ id: `npm-${index}`, ...quote, lang: "en" }));
}

/** @param {string} code */
function listFortunes(code) {
  const folder = code === "en" || code === "br" ? FORTUNES : join(FORTUNES, code);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !/\.(dat|u8)$|-sk$/u.test(name) && (code === "br") === (name === PORTUGUESE))
    .map((name) => join(folder, name))
    .filter((path) => lstatSync(path).isFile())
    .sort();
}

/**
 * The cookies of a language that are text, `-- Who said it, Where` apart.
 *
 * @param {string} code
 * @returns {Entry[]}
 */
function readFortunes(code) {
  const files = listFortunes(code);
  if (files.length === 0) throw new Error(`fortunes-${code} is not installed in ${FORTUNES}`);
  const lang = new Map(Object.entries(FORTUNES_IN)).get(code) ?? "en";
  return files.flatMap((file) =>
    readFileSync(file, "utf8")
      .replace(/\r|.[\b]/gu, "")
      .split(/^%.*$/mu)
      .flatMap((cookie, index) => {
        const parsed = parseCookie(cookie);
        return parsed === undefined ? [] : [{ id: `${basename(file)}-${index}`, ...parsed, lang }];
      }),
  );
}

/**
 * @param {string} cookie
 * @returns {{ text: string; speaker?: string; source?: string } | undefined}
 */
function parseCookie(cookie) {
  const lines = cookie.replace(/[\p{Cc}\p{Cf}]/gu, (sign) => (/\s/u.test(sign) ? sign : "")).split("\n");
  const credited = lines.findLastIndex((line) => /^\s*(--|—)\s*\p{L}/u.test(line));
  const text = flatten(credited < 0 ? lines : lines.slice(0, credited));
  const letters = text.replace(/[^\p{L}\s]/gu, "").length;
  if (letters < 10 || letters < 0.8 * text.length) return undefined;
  const credit = credited < 0 ? "" : flatten(lines.slice(credited)).replace(/^(--|—)\s*/u, "");
  const [, who = "", where = ""] = /^(.*?)(?=$|[,;:("«“[]|\s[-–—]|(?<=\p{Ll}{3})\.\s?)(.*)$/u.exec(credit) ?? [];
  const speaker = who.trim();
  const source = where.replace(/^[\s,;:.–—-]+|\s+$/gu, "");
  const isName = speaker.length > 2 && speaker.split(" ").length <= 5 && !/\d/u.test(speaker);
  return {
    text,
    ...(isName && { speaker }),
    ...(isName ? source !== "" && { source } : credit !== "" && { source: credit }),
  };
}

/** @param {string[]} lines */
function flatten(lines) {
  return lines.join(" ").replace(/\s+/gu, " ").trim();
}
