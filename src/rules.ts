/** The severities of findings, gravest first. */
export const SEVERITIES = ["error", "warning", "info"] as const;
/** How grave a finding is. */
export type Severity = (typeof SEVERITIES)[number];

/** What is known of one kind of finding. */
export interface Rule {
  /** Usual severity; a finding may be graver or milder. */
  severity: Severity;
  /** What the rule finds, in one line. */
  summary: string;
  /** Why it matters and how to mend it. */
  help: string;
}

const DATE_FORMS = "YYYY, YYYY-MM or YYYY-MM-DD";

/** Every kind of finding, by id. */
export const RULES = {
  "unreadable-file": {
    severity: "error",
    summary: "A file of the corpus cannot be read",
    help: "Check that the file exists, is a regular file and that you may read it.",
  },
  "changing-file": {
    severity: "error",
    summary: "A file changed each time it was read",
    help: "Another program is writing the file: wait until it has finished and run the command again.",
  },
  "invalid-encoding": {
    severity: "error",
    summary: "A file is not UTF-8 text",
    help: "Save the file as UTF-8. A byte order mark and Windows line ends are fine; NUL bytes are not.",
  },
  "empty-file": {
    severity: "warning",
    summary: "A file of the corpus holds no entries",
    help: "Add speakers, sources, quotes or facts, or remove the file.",
  },
  syntax: {
    severity: "error",
    summary: "A file is not well-formed YAML or JSON",
    help: "Put text that holds ': ' or ' #', or starts with a mark such as « \" », [, {, @ or *, in quotes or in a block (>- or |-).",
  },
  "duplicate-key": {
    severity: "error",
    summary: "A key stands twice in one entry",
    help: "Only one of the two values could be kept: remove or rename the other.",
  },
  "too-deep": {
    severity: "error",
    summary: "Values are nested more than 100 levels deep",
    help: "No entry needs more than three levels. Keep deep data of your own in another file.",
  },
  "too-long": {
    severity: "error",
    summary: "A value is longer than 100,000 characters, or a file or line too long to be read",
    help: "A record holds a quotation, not a document: cut it, and keep large sets as JSON Lines, one record a line.",
  },
  "alias-expansion": {
    severity: "error",
    summary: "YAML aliases make the file many times larger than it is",
    help: "Write the values out, or refer to fewer anchors.",
  },
  "wrong-type": {
    severity: "error",
    summary: "A value is of another type than its key asks for",
    help: "In YAML a bare number, true, false or null is not text: put it in quotes where text is meant. Leave out a key that has no value.",
  },
  "missing-field": {
    severity: "error",
    summary: "An entry lacks a key that it needs",
    help: "Quotes and facts need an id and a text, speakers an id and a name, sources an id; in JSON Lines the id may be left out.",
  },
  "unknown-key": {
    severity: "error",
    summary: "A key is not one of the corpus format's",
    help: "Correct the key, or begin it with x- if it is your own.",
  },
  "empty-text": {
    severity: "error",
    summary: "A value is empty or only space",
    help: "Write the text, or leave the key out.",
  },
  "forbidden-character": {
    severity: "error",
    summary: "A value holds a NUL character or half of a surrogate pair",
    help: "These cannot be stored as text; they usually come from a faulty export.",
  },
  "invalid-id": {
    severity: "error",
    summary: "An id holds space or quotation marks",
    help: "Ids are typed on command lines: use letters, digits, -, _, . and the like.",
  },
  "invalid-date": {
    severity: "error",
    summary: "A date is not written as a year, month or day",
    help: `Write ${DATE_FORMS}; leave out what is not known.`,
  },
  "impossible-date": {
    severity: "error",
    summary: "A date is not in the calendar",
    help: "Correct the month or the day, or leave out what is not known.",
  },
  "invalid-lang": {
    severity: "error",
    summary: "A language is not a language tag",
    help: "Use a BCP 47 tag: fr, en-GB, zh-Hant.",
  },
  "invalid-status": {
    severity: "error",
    summary: "A status is not one of the format's",
    help: "Quotes are verified, reported, disputed or misattributed; facts reported, claimed, confirmed, disputed or refuted.",
  },
  "invalid-kind": {
    severity: "error",
    summary: "A JSON Lines record is of no known kind",
    help: 'Each line is an object with "kind": "quote", "fact", "speaker" or "source".',
  },
  "too-many-faults": {
    severity: "error",
    summary: "A file has so many faults that the rest of it was not looked at",
    help: "Mend the first ones: they are probably all of a kind.",
  },
  "duplicate-id": {
    severity: "error",
    summary: "Two entries have the same id",
    help: "Ids are unique over all files of the corpus: change one of them. Records without an id in JSON Lines are called after file and line, so such files need different names.",
  },
  "unknown-speaker": {
    severity: "error",
    summary: "A speaker's id is not declared",
    help: "Correct the id or declare the speaker. A name that is no id is accepted as it is if it has a capital or a space.",
  },
  "unknown-source": {
    severity: "error",
    summary: "A source's id is not declared",
    help: "Correct the id or declare the source. A title or URL is accepted as it is.",
  },
  "near-speaker": {
    severity: "warning",
    summary: "An undeclared name is nearly that of a declared speaker",
    help: "If it is the same person, correct the name or add it to the speaker's aliases; if not, declare the other person.",
  },
  "dated-after-source": {
    severity: "warning",
    summary: "A record is dated after its source was published",
    help: "One of the two dates is wrong, or the record has another source.",
  },
  "surrounding-space": {
    severity: "warning",
    summary: "A value begins or ends with space",
    help: "Text is kept exactly as written, so the space will be printed. In YAML, use >- or |- in place of > or |.",
  },
  "control-character": {
    severity: "warning",
    summary: "A value holds control characters or bidirectional overrides",
    help: "They are invisible and can make a text look like another: remove them.",
  },
  "same-words": {
    severity: "warning",
    summary: "Two records have the same words",
    help: "Keep one of them; a second source can go into its context.",
  },
  "same-words-other-speaker": {
    severity: "warning",
    summary: "Two quotes have the same words but different speakers",
    help: "Correct the attribution, or give the wrong one the status misattributed.",
  },
  "ambiguous-alias": {
    severity: "warning",
    summary: "Two speakers have the same name or alias",
    help: "A record that uses the name goes to the speaker declared first: make the names differ, or use ids in the records.",
  },
  "malformed-url": {
    severity: "warning",
    summary: "A source's URL is not an absolute URL",
    help: "Write the whole address, from https:// on, without spaces.",
  },
  "undeclared-speaker": {
    severity: "info",
    summary: "A speaker is named but not declared",
    help: "Declare the speaker to give a role and aliases and to have misspellings found.",
  },
  "undeclared-source": {
    severity: "info",
    summary: "A source is named but not declared",
    help: "Declare the source to give its publisher, URL and date.",
  },
  "unused-speaker": {
    severity: "info",
    summary: "A declared speaker is in no record",
    help: "Add a record or remove the speaker.",
  },
  "unused-source": {
    severity: "info",
    summary: "A declared source is in no record",
    help: "Add a record or remove the source.",
  },
} as const satisfies Record<string, Rule>;

/** The id of a kind of finding. */
export type RuleId = keyof typeof RULES;
