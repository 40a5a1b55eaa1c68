/** Gives what is left of a folded word without its inflection, in one language. */
export type Stemmer = (term: string) => string;

/** Where the stemmer of each language is, by its ISO 639 code. Snowball's algorithms; each is loaded when it is asked for. */
const STEMMERS: Readonly<Record<string, () => Promise<{ stemmer: Stemmer }>>> = {
  ar: () => import("@orama/stemmers/arabic"),
  bg: () => import("@orama/stemmers/bulgarian"),
  da: () => import("@orama/stemmers/danish"),
  de: () => import("@orama/stemmers/german"),
  el: () => import("@orama/stemmers/greek"),
  en: () => import("@orama/stemmers/english"),
  es: () => import("@orama/stemmers/spanish"),
  fi: () => import("@orama/stemmers/finnish"),
  fr: () => import("@orama/stemmers/french"),
  ga: () => import("@orama/stemmers/irish"),
  hi: () => import("@orama/stemmers/indian"),
  hu: () => import("@orama/stemmers/hungarian"),
  hy: () => import("@orama/stemmers/armenian"),
  id: () => import("@orama/stemmers/indonesian"),
  it: () => import("@orama/stemmers/italian"),
  lt: () => import("@orama/stemmers/lithuanian"),
  nb: () => import("@orama/stemmers/norwegian"),
  ne: () => import("@orama/stemmers/nepali"),
  nl: () => import("@orama/stemmers/dutch"),
  nn: () => import("@orama/stemmers/norwegian"),
  no: () => import("@orama/stemmers/norwegian"),
  pt: () => import("@orama/stemmers/portuguese"),
  ro: () => import("@orama/stemmers/romanian"),
  ru: () => import("@orama/stemmers/russian"),
  sr: () => import("@orama/stemmers/serbian"),
  sv: () => import("@orama/stemmers/swedish"),
  ta: () => import("@orama/stemmers/tamil"),
  tr: () => import("@orama/stemmers/turkish"),
  uk: () => import("@orama/stemmers/ukrainian"),
};

/** Longer words have no inflection that matters, and stemmers take their time over them. */
const LONGEST = 40;

/** Whether there is a stemmer for a language. */
export function hasStemmer(language: string): boolean {
  return Object.hasOwn(STEMMERS, language);
}

/** The stemmer of a language; where there is none, words are their own stems. */
export async function loadStemmer(language: string): Promise<Stemmer> {
  const loaded = hasStemmer(language) ? await STEMMERS[language]?.() : undefined;
  return (term) => (loaded === undefined || term.length > LONGEST ? term : loaded.stemmer(term) || term);
}
