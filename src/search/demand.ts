import { splitTerms } from "../text/fold.ts";
import type { QueryWord } from "./query.ts";
import type { Draft } from "./rank.ts";
import { holdsPhrase, parseQuery } from "./syntax.ts";

/**
 * Which of the words a record must have: those that tell `most`, `all` or `any` of them; `exact` wants all that was typed,
 * to the letter.
 */
export type Requirement = "most" | "all" | "any" | "exact";

/** What a record must have and must not have to be a hit, however well it ranks. */
export interface Demand {
  /** What is sought, to be expanded and ranked. */
  words: string;
  /** Whether hits have to pass at all, beyond a good score. */
  isSelective: boolean;
  /** Whether one word is enough, however little it tells. */
  isLenient: boolean;
  /** For each word that a hit must have, the spellings that will do; none where nothing is a must. */
  listMusts: (query: QueryWord[]) => string[][];
  admits: (draft: Draft) => boolean;
}

/** Reads what was typed as a demand. With `exact` marks have no meaning of their own. */
export function buildDemand(typed: string, requirement: Requirement): Demand {
  if (requirement === "exact") {
    const sought = typed.normalize("NFC");
    return {
      words: typed,
      isSelective: true,
      isLenient: false,
      listMusts: () => splitTerms(typed).map((term) => [term]),
      admits: ({ record }) => [record.text, record.original?.text ?? ""].some((text) => text.includes(sought)),
    };
  }
  const { words, phrases, excluded } = parseQuery(typed);
  return {
    words,
    isLenient: requirement === "any",
    isSelective: requirement !== "most" || phrases.length + excluded.length > 0,
    listMusts: (query) => [
      ...phrases.flat().map((term) => [term]),
      ...(requirement === "all" ? query.map(({ spellings, halves }) => [...spellings.keys(), ...(halves ?? [])]) : []),
    ],
    admits: ({ record, likenesses }) => {
      if (requirement === "all" && likenesses.includes(0)) return false;
      const said = [record.text, record.original?.text ?? "", ...Object.values(record.translations ?? {})].map(
        splitTerms,
      );
      return (
        phrases.every((phrase) => said.some((terms) => holdsPhrase(terms, phrase))) &&
        !excluded.some((phrase) => said.some((terms) => holdsPhrase(terms, phrase)))
      );
    },
  };
}
