/** Primary quotation marks by language, after CLDR (`delimiters`), with the spaces that go inside them. */
const MARKS: Record<string, [opening: string, closing: string]> = {
  fr: ["«\u00a0", "\u00a0»"],
  br: ["«\u00a0", "\u00a0»"],
  ...list("«", "»", ["ar", "be", "ca", "el", "es", "fa", "hy", "it", "nb", "nn", "no", "oc", "pt", "ru", "uk"]),
  ...list("„", "“", ["bg", "cs", "de", "et", "is", "ka", "lt", "mk", "sk", "sl"]),
  ...list("„", "”", ["hr", "hu", "pl", "ro", "sr"]),
  ...list("”", "”", ["fi", "he", "sv"]),
  ...list("「", "」", ["ja", "zh-hant", "zh-hk", "zh-tw"]),
};
const OTHERS: [string, string] = ["“", "”"];

/** The marks that open and close a quotation in a language (BCP 47), with the no-break spaces of French inside them. */
export function findQuotationMarks(language: string | undefined): [opening: string, closing: string] {
  const tag = language?.toLowerCase() ?? "";
  const [base = ""] = tag.split("-");
  return lookUp(tag) ?? lookUp(base) ?? OTHERS;
}

function lookUp(tag: string): [string, string] | undefined {
  return Object.hasOwn(MARKS, tag) ? MARKS[tag] : undefined;
}

function list(opening: string, closing: string, languages: readonly string[]): Record<string, [string, string]> {
  return Object.fromEntries(languages.map((language) => [language, [opening, closing]]));
}
