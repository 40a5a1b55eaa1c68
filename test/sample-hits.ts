/** Hits for the tests of the outputs: a quote with everything, a fact, a misattributed quote and hostile ones. */
import fc from "fast-check";

import type { CorpusRecord, Hit } from "../src/corpus/record.ts";

export const PRESSURE: CorpusRecord = {
  id: "pression-totale",
  kind: "quote",
  text: "s’il n’y a pas de voie diplomatique, alors il y aura une pression totale",
  lang: "fr",
  speaker: { id: "zelensky", name: "Volodymyr Zelensky", role: "président de l'Ukraine" },
  date: "2025-12-20",
  place: "Kyiv",
  source: { id: "miami", title: "Réunion à Miami", publisher: "Le Monde", url: "https://example.org/?a=1&copy;=(2)" },
  locator: "¶ 2",
  context: "à la presse",
  original: { lang: "uk", text: "тиск" },
  translations: { en: "if there is no diplomatic way, there will be total pressure" },
  tags: ["diplomatie", "sanctions"],
  status: "verified",
  "x-note": { seen: [1, 2] },
  file: "/corpus/quotes.yaml",
  line: 12,
};

const MISSILE: CorpusRecord = {
  id: "odessa-missile",
  kind: "fact",
  text: "Sept personnes sont mortes.\nQuinze sont blessées.",
  lang: "fr",
  claimed_by: [{ id: "ukraine", name: "Ukraine" }, { name: "Jane Doe" }],
  date: "2025-12",
  source: { title: "An undeclared report" },
  status: "claimed",
  file: "/corpus/quotes.yaml",
  line: 30,
};

export const INSANITY: CorpusRecord = {
  id: "insanity",
  kind: "quote",
  text: "Insanity is doing the same thing over and over.",
  lang: "en",
  speaker: { name: "Rita Mae Brown" },
  often_credited_to: [{ name: "Albert Einstein" }],
  date: "1983",
  status: "misattributed",
  file: "/corpus/quotes.yaml",
  line: 40,
};

export const HITS: Hit[] = [
  { record: PRESSURE, score: 0.98765, matches: [[57, 72]] },
  { record: MISSILE, score: 0.5 },
  { record: INSANITY },
];

/** Texts out of what makes trouble: escapes, bidi, marks, wide and joined characters, markup, formulas, separators. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."\u001b[31m|\u009b2J|\u202e|\u2066|\u200f|\u061c|\u2028|\u0085|\u007f|\0|\r\n|\r|\t|\ud800|\udc00|\ufeff".split(
          "|",
        ),
        ..."\u200b|\u00ad|\u{e0041}|\ufe0f|\u200d|é|e\u0301|שָׁלוֹם|किताब|க்ஷௌ|한국|日本語|ﾊﾟ|👩‍👩‍👧|🇫🇷|🏴󠁧󠁢󠁥󠁮󠁧󠁿|1️⃣|☕".split("|"),
        "=1+1",
        "+",
        "-",
        "@",
        "\uff1d",
        "*",
        "_",
        "`",
        "[a](b)",
        "<b>",
        "&amp;",
        "|",
        "\\",
        "#",
        "> ",
        "1. ",
        "~~",
        "$",
        ..."« |» |, |;|\"|'|: |- |{|}|%|::error::|null|yes|2025".split("|"),
        "   ",
        "\u00a0",
        "\u3000",
        "\n",
        "\n\n",
      ),
      fc.string({ unit: "binary", maxLength: 4 }),
      fc.lorem({ maxCount: 3 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(""));

/** Hits whose every text is hostile, with matches anywhere. */
export const hostileHit: fc.Arbitrary<Hit> = fc
  .record({
    text: hostileText,
    name: hostileText,
    other: hostileText,
    kind: fc.constantFrom("quote" as const, "fact" as const),
    cut: fc.tuple(fc.nat(20), fc.nat(20)),
  })
  .map(({ text, name, other, kind, cut: [from, length] }) => ({
    record: {
      id: other.replaceAll(/[\s"']/gu, "") || "a",
      kind,
      text,
      ...(kind === "quote" ? { speaker: { name, role: other } } : { claimed_by: [{ name }] }),
      place: other,
      source: { title: other, url: other },
      context: text,
      tags: [other],
      translations: { en: text },
      "x-any": { [name]: text },
      file: `/corpus/${other}`,
      line: 1,
    },
    score: 0.5,
    matches: [[Math.min(from, text.length), Math.min(from + length, text.length)]],
  }));

/** What must not reach a terminal, told apart here on its own: only line feeds among the controls, and no reordering. */
export const UNSAFE = /(?!\n)[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/u;

export async function join(chunks: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const chunk of chunks) text += chunk;
  return text;
}
