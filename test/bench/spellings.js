// @ts-check
/**
 * Names written as another country writes them: letter by letter between Cyrillic and Latin, in four romanisations, and by
 * the alternations that romanised names show. Tables of letters only; no name is listed.
 */
import { strip } from "./words.js";

const CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ";
/** Letter by letter as in CYRILLIC: the English press, the French, the German, scholars; `-` is nothing. */
const ROMANISATIONS = [
  "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya i yi ye g",
  "a b v g d e io j z i ï k l m n o p r s t ou f kh ts tch ch chtch - y - e iou ia i ï ie g",
  "a b w g d e jo sch s i j k l m n o p r s t u f ch z tsch sch schtsch - y - e ju ja i ji je g",
  "a b v g d e ë ž z i j k l m n o p r s t u f h c č š šč - y - è ju ja i ï je g",
].map((column) => column.split(" ").map((letters) => (letters === "-" ? "" : letters)));

/** Longer sequences come first; pairs, parted by spaces. */
const TO_CYRILLIC = (
  "shch щ sch ш tch ч eau о kh х zh ж ch ч sh ш ts ц ph ф th т ck к qu кв oo у ou у ee и ea и ey ей ay эй ai ай ie и " +
  "ya я ja я yu ю ju ю yo ё ce се ci си cy си wh у a а b б c к d д e е f ф g г h х i и j дж k к l л m м n н o о p п q к " +
  "r р s с t т u у v в w в x кс y и z з"
).split(" ");
/** The mute e of English and French names. */
const MUTE = /(?<=[a-z]{3}[bdfklmnprstvz])e\b/gu;

/**
 * What stands for each other in romanised names.
 *
 * @type {[RegExp, string[]][]}
 */
const ALTERNATIONS = [
  [/(?<=[ksc])(y|i|iy|ij|yi|yy|ii)$/u, ["y", "i", "iy", "ij", "yy", "yj"]],
  [/(eff|ev|ew)$/u, ["ev", "ew", "eff"]],
  [/(off|ov|ow)$/u, ["ov", "ow", "off"]],
  [/shch|schtsch|chtch/u, ["shch", "schtsch", "chtch"]],
  [/tsch|tch/u, ["tsch", "tch"]],
  [/zh/u, ["j", "sch"]],
  [/kh/u, ["ch", "h"]],
  [/yo/u, ["yo", "io", "jo"]],
  [/ya/u, ["ya", "ia", "ja"]],
  [/yu/u, ["yu", "iu", "ju", "iou"]],
  [/ph/u, ["f"]],
  [/ck/u, ["k"]],
  [/ä/u, ["ae"]],
  [/ö/u, ["oe"]],
  [/ü/u, ["ue"]],
  [/ø/u, ["oe", "o"]],
  [/å/u, ["aa"]],
  [/ß/u, ["ss"]],
  [/č/u, ["ch", "tch"]],
  [/š/u, ["sh", "sch"]],
  [/ž/u, ["zh"]],
  [/đ/u, ["dj"]],
];

/** @param {string} text */
export function isCyrillic(text) {
  return /\p{Script=Cyrillic}/u.test(text);
}

/**
 * A Cyrillic name in each romanisation, and a Latin one in Cyrillic.
 *
 * @param {string} name
 */
export function writeInOtherScript(name) {
  const lower = name.toLowerCase();
  if (isCyrillic(lower)) return [...new Set(ROMANISATIONS.map((letters) => capitalize(romanize(lower, letters))))];
  const latin = strip(name);
  if (!/^[a-z .'’-]+$/u.test(latin)) return [];
  return [capitalize(writeInCyrillic(latin.replace(MUTE, "")))];
}

/**
 * The spellings of a Latin name that differ in one alternation.
 *
 * @param {string} name
 */
export function respell(name) {
  const words = name.toLowerCase().split(" ");
  const spellings = words.flatMap((word, at) =>
    ALTERNATIONS.filter(([pattern]) => pattern.test(word)).flatMap(([pattern, alternatives]) =>
      alternatives.map((alternative) => words.with(at, word.replace(pattern, alternative)).join(" ")),
    ),
  );
  return [...new Set(spellings)].filter((spelling) => spelling !== name.toLowerCase()).map(capitalize);
}

/**
 * @param {string} lower
 * @param {string[]} letters
 */
function romanize(lower, letters) {
  return Array.from(lower, (letter) => {
    const at = CYRILLIC.indexOf(letter);
    return at < 0 ? letter : (letters[at] ?? "");
  }).join("");
}

/** @param {string} latin */
function writeInCyrillic(latin) {
  let written = "";
  for (let at = 0; at < latin.length;) {
    const index = TO_CYRILLIC.findIndex((letters, pair) => pair % 2 === 0 && latin.startsWith(letters, at));
    written += index < 0 ? latin.charAt(at) : TO_CYRILLIC[index + 1];
    at += index < 0 ? 1 : (TO_CYRILLIC[index] ?? " ").length;
  }
  return written;
}

/** @param {string} name */
function capitalize(name) {
  return name.replace(/(?<=^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());
}
