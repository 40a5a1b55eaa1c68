/**
 * Words that stand beside a name without being part of it. One list for all languages: what is a title in one is
 * hardly ever a name in another, and a title is skipped only where it does not match.
 */
const HONORIFICS = `
  m mm mme mmes mlle monsieur madame mademoiselle maitre me dr docteur docteure pr professeur professeure president
  presidente ministre premier premiere general gen colonel col capitaine marechal amiral roi reine pape saint sainte st
  ste abbe pere mere frere soeur mgr monseigneur cardinal comte comtesse duc duchesse baron baronne senateur senatrice depute
  deputee maire chancelier chanceliere ambassadeur ambassadrice secretaire directeur directrice juge empereur feu
  mr mrs ms miss mx lord doctor prof professor prime minister pm captain capt admiral king queen prince princess
  princesse pope reverend rev father mother sister brother senator sen representative rep hon honorable honourable
  chancellor secretary judge justice emperor empress mayor governor gov ambassador sergeant sgt lieutenant lt major maj
  count countess duke earl sheikh shaikh emir imam ayatollah rabbi mullah sultan shah
  herr frau fraulein doktor prasident prasidentin kanzler kanzlerin bundeskanzler bundeskanzlerin bundesprasident konig
  konigin kaiser papst graf grafin freiherr
  senor senora senorita sr sra srta rey reina papa signor signore signora sig dott presidenta senhor senhora
  meneer mevrouw koning koningin pan pani prezydent premier bay bayan
  господин госпожа г пан пані президент король папа السيد الرئيس الشيخ
`;
/** Titles that are said with a given name: Sir Winston. */
const GIVEN_NAME_TITLES = "sir dame lady don dona dom mahatma swami";
/** Words between the parts of a name. */
const PARTICLES = `
  de da do dos das du des del della dello di la le les l d van von vom zu zum zur der den het ten ter te el al ul as ar az ash ibn bin
  bint und and et of the av af
`;
/** What follows a name. */
const SUFFIXES = "jr sr jnr snr phd md esq fils";
/** What tells people of one name apart by their generation. */
const GENERATIONS = { jr: "jr jnr junior fils", sr: "sr snr senior pere", 1: "premier premiere" };
/** The tens and units that Roman numerals are made of; no ruler or heir has got beyond them. */
const ROMAN_TENS = ["", "x", "xx", "xxx"];
const ROMAN_UNITS = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
/** What begins a description after a name: Francis of Assisi, Alexander the Great. */
const DESCRIPTION_STARTS = "of the";

function listWords(words: string): Set<string> {
  return new Set(words.split(/\s+/).filter((word) => word !== ""));
}

const honorifics = listWords(HONORIFICS);
const givenNameTitles = listWords(GIVEN_NAME_TITLES);
const particles = listWords(PARTICLES);
const suffixes = listWords(SUFFIXES);
const descriptionStarts = listWords(DESCRIPTION_STARTS);
const generations = new Map(
  Object.entries(GENERATIONS).flatMap(([generation, words]) =>
    words.split(" ").map((word) => [word, generation] as const),
  ),
);
const romanNumerals = new Map(
  ROMAN_TENS.flatMap((tens, ten) => ROMAN_UNITS.map((units, unit) => [tens + units, String(10 * ten + unit)] as const)),
);
romanNumerals.delete("");
const numerals = new Map([
  ...romanNumerals,
  ...[...romanNumerals.values()].map((number) => [number, number] as const),
  ...["ier", "iere", "1er", "1ere"].map((first) => [first, "1"] as const),
]);

/** Whether a folded word is a title that is said with a family name. */
export function isHonorific(word: string): boolean {
  return honorifics.has(word);
}

/** Whether a folded word is a title that is said with a given name. */
export function isGivenNameTitle(word: string): boolean {
  return givenNameTitles.has(word);
}

/** Whether a folded word joins the parts of a name (de, van, bin). */
export function isParticle(word: string): boolean {
  return particles.has(word);
}

/** Whether a folded word follows a name (Jr., III). */
export function isSuffix(word: string): boolean {
  return suffixes.has(word) || romanNumerals.has(word) || word === "ier";
}

/** The generation that a folded word at the end of a name tells (Jr., père), the same for all its spellings. */
export function readGeneration(word: string): string | undefined {
  return generations.get(word);
}

/** The number that a folded word after a name tells (XIV, Ier, 14), the same for all its spellings. */
export function readNumeral(word: string): string | undefined {
  return numerals.get(word);
}

/** Whether a folded word after a name begins a description (of Assisi, the Great). */
export function startsDescription(word: string): boolean {
  return descriptionStarts.has(word);
}
