/**
 * Folding: the form of a text in which two ways of writing the same words are equal.
 *
 *     "L’Œuvre d’ÉTÉ"  ─fold─▶  "l'oeuvre d'ete"
 *
 * Every code point is folded on its own, without regard to its neighbours, so that composed and decomposed spellings
 * give the same result and each folded unit knows the code point it came from:
 *
 *     text     Œ  u  v  r  e            offsets point from each folded unit to the
 *     offsets  0  0  1  2  3  4  5      start of its origin; one more closes the text
 *     folded   o  e  u  v  r  e
 *
 * A code point is lower-cased, decomposed (NFKD: full width, ligatures ﬁ, superscripts), stripped of the marks that
 * Latin, Greek, Cyrillic, Hebrew and Arabic write above and below letters (the vowel signs of Indic scripts are
 * letters in all but name and stay), and letters that Unicode does not decompose (œ, ß, ø, ł …) are spelt out. All
 * apostrophes become ', all quotation marks ", all dashes -, all spaces a space; invisible formatting characters
 * vanish.
 */

/** Letters that look like a base letter with an addition but have no decomposition in Unicode, and the commonest signs. */
const SPELLINGS: Readonly<Record<string, string>> = Object.fromEntries(
  'œ=oe æ=ae ß=ss ø=o ł=l đ=d ð=d þ=th ı=i ħ=h ŧ=t ŋ=n ĸ=k ς=σ ё=е ⁄=/ `=\' ‘=\' ’=\' “=" ”=" «=" »=" –=- —=-'
    .split(" ")
    .map((spelling) => spelling.split("=", 2)),
);
const APOSTROPHES = /['‘’‚‛ʼʻʹ′`´ˊˋ＇]/u;
const QUOTATION_MARKS = /["“”„‟«»‹›″〝〞〟＂]/u;
const DASHES = /[\p{Dash_Punctuation}−⁃]/u;
const SPACES = /[\p{White_Space}]/u;
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/u;
const OPTIONAL_MARK =
  /(?=[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Greek}])\p{Mn}/u;
const WORD = /[\p{L}\p{N}\p{M}]/u;
const LONE_WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** What a code point is to a word. */
const SEPARATES = 0;
const BELONGS = 1;
/** Is a word of its own: the scripts that put no space between words. */
const STANDS_ALONE = 2;
const VANISHES = 3;
type Membership = typeof SEPARATES | typeof BELONGS | typeof STANDS_ALONE | typeof VANISHES;

interface FoldedPoint {
  folded: string;
  membership: Membership;
}

function foldPoint(character: string): FoldedPoint {
  const folded = spellOut(character);
  if (folded === "") return { folded, membership: VANISHES };
  if (/^[a-z0-9]/.test(folded)) return { folded, membership: BELONGS };
  if (folded <= "~") return { folded, membership: SEPARATES };
  if (LONE_WORD.test(folded)) return { folded, membership: STANDS_ALONE };
  return { folded, membership: WORD.test(folded) ? BELONGS : SEPARATES };
}

function spellOut(character: string): string {
  if (character <= "~") return spellOutPart(character.toLowerCase());
  let folded = "";
  for (const part of character.normalize("NFKD").toLowerCase().normalize("NFKD")) folded += spellOutPart(part);
  return folded;
}

/** Common characters are told without the patterns, each of which takes a fraction of a millisecond to be compiled. */
function spellOutPart(part: string): string {
  const common = SPELLINGS[part];
  if (common !== undefined) return common;
  if (part >= " " && part <= "~") return part;
  if (part >= "\u0300" && part <= "\u0345") return "";
  if (INVISIBLE.test(part) || OPTIONAL_MARK.test(part)) return "";
  if (APOSTROPHES.test(part)) return "'";
  if (QUOTATION_MARKS.test(part)) return '"';
  if (DASHES.test(part)) return "-";
  if (SPACES.test(part)) return " ";
  return part;
}

/** Folded code points seen so far, by code point: texts use few of them, and folding one is slow. */
const seen: (FoldedPoint | undefined)[] = [];

function lookUp(codePoint: number): FoldedPoint {
  return (seen[codePoint] ??= foldPoint(String.fromCodePoint(codePoint)));
}

/** The code point at an offset that the text has. */
function codePointAt(text: string, at: number): number {
  return text.codePointAt(at) ?? 0;
}

/** Text that folding does no more to than to lower its case. */
const PLAIN = /^[ -_a-~]*$/;

/** The folded form of a text: `fold("L’Œuvre")` gives `l'oeuvre`. Folding a folded text changes nothing. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  let folded = "";
  for (let at = 0; at < text.length;) {
    const codePoint = codePointAt(text, at);
    folded += lookUp(codePoint).folded;
    at += codePoint > 0xffff ? 2 : 1;
  }
  return folded;
}

/** A folded text and the way back from it. */
export interface FoldedText {
  text: string;
  /** For each UTF-16 unit of `text` where its origin starts in the source text; then the source text's length. */
  offsets: Uint32Array;
}

/** The folded form of a text, with the origin of each unit. */
export function foldWithOffsets(text: string): FoldedText {
  const offsets: number[] = [];
  let folded = "";
  for (let at = 0; at < text.length;) {
    const codePoint = codePointAt(text, at);
    const point = lookUp(codePoint);
    for (let unit = 0; unit < point.folded.length; unit++) offsets.push(at);
    folded += point.folded;
    at += codePoint > 0xffff ? 2 : 1;
  }
  offsets.push(text.length);
  return { text: folded, offsets: Uint32Array.from(offsets) };
}

/**
 * The length, in UTF-16 units, at which a word is cut and a new one begins: no word of a language that puts spaces is longer,
 * scripts without spaces are not one word a sentence, and what is indexed and compared stays small.
 */
const LONGEST_TERM = 64;

/** A word in a text, or a piece of a very long one. */
export interface Word {
  /** The folded word. */
  term: string;
  /** Its range [start, end) in the source text, in UTF-16 units; marks that belong to the last letter are in it. */
  start: number;
  end: number;
}

/**
 * The words of a text in order: runs of letters, digits and their marks, folded. Apostrophes and hyphens separate.
 *
 *     findWords("l’Œuvre")  // => [{term: "l", start: 0, end: 1}, {term: "oeuvre", start: 2, end: 7}]
 */
export function findWords(text: string): Word[] {
  const words: Word[] = [];
  let term = "";
  let start = 0;
  let end = 0;
  for (let at = 0; at < text.length;) {
    const codePoint = codePointAt(text, at);
    const { folded, membership } = lookUp(codePoint);
    const next = at + (codePoint > 0xffff ? 2 : 1);
    if (membership === BELONGS) {
      if (term.length >= LONGEST_TERM) {
        words.push({ term, start, end });
        term = "";
      }
      if (term === "") start = at;
      term += folded;
      end = next;
    } else if (membership === VANISHES) {
      if (term !== "" && OPTIONAL_MARK.test(text.slice(at, next))) end = next;
    } else {
      if (term !== "") words.push({ term, start, end });
      term = "";
      if (membership === STANDS_ALONE) words.push({ term: folded, start: at, end: next });
    }
    at = next;
  }
  if (term !== "") words.push({ term, start, end });
  return words;
}

/** What a code unit of ASCII is to a word: 0 separates, 1 belongs and is folded already, 2 is a capital. */
const ASCII = Uint8Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  return /[a-z0-9]/.test(character) ? 1 : /[A-Z]/.test(character) ? 2 : 0;
});

/**
 * The folded words of a text, in order: the terms that `findWords` gives. A corpus is split into millions of them, so that runs
 * of ASCII, of which most texts consist, are cut out as a whole.
 */
export function splitTerms(text: string): string[] {
  const terms: string[] = [];
  let term = "";
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    if (unit < 128) {
      const start = at;
      let kinds = 0;
      for (let kind = ASCII[unit]; kind; kind = ASCII[text.charCodeAt(++at)]) kinds |= kind;
      if (at > start) {
        const run = text.slice(start, at);
        const folded = kinds > 1 ? run.toLowerCase() : run;
        term = term.length + folded.length > LONGEST_TERM ? cutPieces(terms, term, folded) : term + folded;
        continue;
      }
      at++;
      if (term !== "") terms.push(term);
      term = "";
      continue;
    }
    const codePoint = codePointAt(text, at);
    at += codePoint > 0xffff ? 2 : 1;
    const { folded, membership } = lookUp(codePoint);
    if (membership === BELONGS) {
      if (term.length >= LONGEST_TERM) {
        terms.push(term);
        term = "";
      }
      term += folded;
    } else if (membership !== VANISHES) {
      if (term !== "") terms.push(term);
      term = "";
      if (membership === STANDS_ALONE) terms.push(folded);
    }
  }
  if (term !== "") terms.push(term);
  return terms;
}

/** Adds the pieces of a long word to the terms, and gives the last of them, which may go on. */
function cutPieces(terms: string[], term: string, run: string): string {
  let rest = run;
  let piece = term;
  while (rest !== "") {
    if (piece.length >= LONGEST_TERM) {
      terms.push(piece);
      piece = "";
    }
    const left = LONGEST_TERM - piece.length;
    piece += rest.slice(0, left);
    rest = rest.slice(left);
  }
  return piece;
}
