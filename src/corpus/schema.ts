/**
 * The corpus format: the one source of the types, of the validation and of the JSON Schemas that `dixit schema` prints.
 * The message of each check is the id of the rule that it breaks; the wording is left to the one who reports.
 */
import * as z from "zod";

import { RULES, SEVERITIES, type RuleId } from "../rules.ts";
import { DATE_FORM } from "../text/date-form.ts";
import { ID_FORM } from "../text/id-form.ts";
import { findPeriod } from "./date.ts";
import { FACT_STATUSES, KINDS, QUOTE_STATUSES } from "./kind.ts";

/** The longest value, in UTF-16 units. */
const MAX_LENGTH = 100_000;
const LANG = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,6}$/u;
const UNSTORABLE = /[\0\p{Cs}]/u;

/** Also true of what is no date at all, which another check reports. */
function isInCalendar(date: string): boolean {
  return !DATE_FORM.test(date) || findPeriod(date) !== undefined;
}

/** The rules that the messages of checks name, but for wrong-type, which the kind of issue tells in more detail. */
export const CHECKED_RULES = [
  "alias-expansion",
  "empty-text",
  "forbidden-character",
  "impossible-date",
  "invalid-date",
  "invalid-id",
  "invalid-lang",
  "invalid-status",
  "too-deep",
  "too-long",
] as const satisfies readonly RuleId[];
/** A rule that the message of a check names. */
export type CheckedRule = (typeof CHECKED_RULES)[number];

const rule = (id: CheckedRule | "wrong-type") => ({ error: id });

const text = z
  .string(rule("wrong-type"))
  .max(MAX_LENGTH, { ...rule("too-long"), abort: true })
  .normalize("NFC")
  .regex(/\S/u, rule("empty-text"))
  .refine((value) => !UNSTORABLE.test(value), rule("forbidden-character"));
const id = text
  .regex(ID_FORM, rule("invalid-id"))
  .describe("Unique over the whole corpus; without space or quotation marks.");
const lang = text.regex(LANG, rule("invalid-lang")).describe("Language as a BCP 47 tag: fr, en-GB, zh-Hant.");
const date = z
  .union(
    [
      z.string().regex(DATE_FORM, rule("invalid-date")).refine(isInCalendar, rule("impossible-date")),
      z.int().min(1000, rule("invalid-date")).max(9999, rule("invalid-date")),
    ],
    rule("wrong-type"),
  )
  .transform(String);
const texts = z.array(text, rule("wrong-type"));

const speaker = z
  .strictObject({
    id,
    name: text.describe("The name to print."),
    aliases: texts.optional().describe("Other spellings, other scripts, titles: whatever people search by."),
    role: text.optional().describe("Function or profession."),
  })
  .meta({ id: "speaker", title: "Speaker", description: "A person or body that says things." });

const source = z
  .strictObject({
    id,
    title: text.optional(),
    publisher: text.optional(),
    url: text.optional().describe("Absolute URL."),
    published: date.optional().describe("Date of publication: YYYY, YYYY-MM or YYYY-MM-DD."),
    lang: lang.optional(),
  })
  .meta({ id: "source", title: "Source", description: "A publication that records are taken from." });

const shared = {
  id,
  text,
  date: date.optional().describe("YYYY, YYYY-MM or YYYY-MM-DD; leave out what is not known."),
  place: text.optional(),
  source: text.optional().describe("A source's id, or a title or URL."),
  locator: text.optional().describe("Where in the source: paragraph, page, timecode."),
  context: text.optional().describe("The words around it, or the occasion."),
  lang: lang.optional(),
  translations: z
    .record(lang, text, rule("wrong-type"))
    .optional()
    .describe("The text in other languages, by language."),
  tags: texts.optional(),
};

const quote = z
  .strictObject({
    ...shared,
    text: text.describe("The words, exactly as said."),
    speaker: text.optional().describe("A speaker's id, or a name."),
    original: z
      .strictObject({ lang, text }, rule("wrong-type"))
      .optional()
      .describe("The words in the language they were said in, where text is a translation."),
    status: z.enum(QUOTE_STATUSES, rule("invalid-status")).optional(),
    often_credited_to: texts.optional().describe("For misattributed words: whom people wrongly credit; ids or names."),
  })
  .meta({ id: "quote", title: "Quote", description: "Words that somebody said." });

const fact = z
  .strictObject({
    ...shared,
    text: text.describe("One checkable statement, in the corpus's own words."),
    claimed_by: texts.optional().describe("Who claims it, ids or names; without it the source itself states it."),
    status: z.enum(FACT_STATUSES, rule("invalid-status")).optional(),
  })
  .meta({ id: "fact", title: "Fact", description: "A checkable statement." });

const unreadList = z.array(z.unknown(), rule("wrong-type")).nullish();
const outline = z.strictObject(
  {
    $schema: z.string(rule("wrong-type")).optional(),
    speakers: unreadList,
    sources: unreadList,
    quotes: unreadList,
    facts: unreadList,
  },
  rule("wrong-type"),
);

const corpus = z
  .strictObject({
    $schema: z.string().optional(),
    speakers: z.array(speaker).nullish(),
    sources: z.array(source).nullish(),
    quotes: z.array(quote).nullish(),
    facts: z.array(fact).nullish(),
  })
  .meta({ title: "dixit corpus", description: "A file of a corpus of attributed quotes and facts." });

/** The checks of each kind of entry, and of a file whose entries are not looked at. */
export const SCHEMAS = { speaker, source, quote, fact, outline };

/** One thing that a check found. */
export type SchemaIssue = z.core.$ZodIssue;

/** Keys of the user's own, which dixit carries along unread. */
export type Extensions = Record<`x-${string}`, unknown>;
/** A speaker as its file has it. */
export type SpeakerEntry = z.output<typeof speaker> & Extensions;
/** A source as its file has it. */
export type SourceEntry = z.output<typeof source> & Extensions;
/** A quote as its file has it. */
export type QuoteEntry = z.output<typeof quote> & Extensions;
/** A fact as its file has it. */
export type FactEntry = z.output<typeof fact> & Extensions;

const speakerReference = z
  .strictObject({ id: id.optional(), name: text, role: text.optional() })
  .meta({ id: "speakerReference", description: "A speaker; with an id if the corpus declares one." });
const sourceReference = source
  .partial()
  .meta({ id: "sourceReference", description: "A source; with an id if the corpus declares it." });
const offset = z.int().min(0);

const record = z
  .strictObject({
    ...quote.shape,
    ...fact.shape,
    text,
    kind: z.enum(KINDS),
    speaker: speakerReference.optional(),
    claimed_by: z.array(speakerReference).optional(),
    often_credited_to: z.array(speakerReference).optional(),
    date: z.string().regex(DATE_FORM).optional().describe("YYYY, YYYY-MM or YYYY-MM-DD."),
    source: sourceReference.extend({ published: z.string().regex(DATE_FORM).optional() }).optional(),
    status: z.enum([...new Set([...QUOTE_STATUSES, ...FACT_STATUSES])]).optional(),
    file: z.string().describe("The file that holds the record."),
    line: z.int().min(1).describe("The 1-based line at which the record starts."),
    score: z.number().min(0).max(1).optional().describe("How well it matches; 1 is word for word."),
    matches: z
      .array(z.tuple([offset, offset]))
      .optional()
      .describe("Half-open ranges of text that match, in UTF-16 units, in order."),
  })
  .meta({
    title: "dixit record",
    description: "A quote or fact as dixit prints it; absent is what the corpus does not say.",
  });

const position = z.int().min(1).optional();
const place = {
  file: z.string().describe("The file; without a line, the whole of it."),
  line: position.describe("1-based."),
  column: position.describe("1-based, in UTF-16 units."),
  endLine: position.describe("1-based."),
  endColumn: position.describe("1-based, in UTF-16 units; the first column after the place."),
};
const diagnostic = z
  .strictObject({
    ...place,
    rule: z.enum(Object.keys(RULES)),
    severity: z.enum(SEVERITIES),
    message: z.string(),
    actual: z.string().optional().describe("What was found, as written."),
    expected: z.array(z.string()).optional().describe("What would have been accepted."),
    suggestion: z.string().optional().describe("The near name."),
    related: z
      .array(z.strictObject({ ...place, message: z.string() }))
      .optional()
      .describe("Places that explain it."),
  })
  .meta({ title: "dixit diagnostic", description: "A fault in a corpus or draft." });

const SUBJECTS = { corpus, record, diagnostic };

/** The JSON Schema (draft 2020-12) of a corpus file, of a printed record, or of a printed diagnostic. */
export function buildJsonSchema(subject: keyof typeof SUBJECTS): object {
  return z.toJSONSchema(SUBJECTS[subject], {
    io: "input",
    override({ jsonSchema }) {
      if (jsonSchema.additionalProperties === false) jsonSchema.patternProperties = { "^x-": {} };
    },
  });
}
