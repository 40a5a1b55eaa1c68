/**
 * Making hostile text safe to show. A corpus or a draft can hold whatever its author put into it: escape sequences that
 * drive a terminal, bidirectional overrides that reorder a line, invisible characters that make two names look alike.
 * In formats for people they are spelt out - `\u{1b}` -, in JSON and YAML they are written as escapes, without loss.
 *
 * Joiners and variation selectors stay where scripts and emoji need them: after a mark, a letter of a script without
 * case, or a symbol; the tag characters stay inside the flags that are made of them.
 */
const TAGGED_FLAG = String.raw`\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F}`;
const SHOWN = String.raw`(?!\p{Default_Ignorable_Code_Point})`;
const SELECTOR = String.raw`(?<=${SHOWN}[\p{Lo}\p{S}\p{Emoji}])\p{Variation_Selector}`;
const JOINER = String.raw`(?<=${SHOWN}[\p{M}\p{Lo}\p{S}\p{Emoji_Modifier}]|${SELECTOR})[\u200C\u200D]`;
const HOSTILE = String.raw`[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFF9-\uFFFB]`;

/** Made at the first text that is not plain: they name so many characters that making them takes milliseconds. */
let pattern: RegExp | undefined;
let suspect: RegExp | undefined;

/** Lines, and texts of several lines, of nothing but harmless characters of European languages. */
const PLAIN_LINE = /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u052f\u2010-\u2027\u202f-\u205e\u20a0-\u20bf]*$/;
const PLAIN_LINES = /^[\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u052f\u2010-\u2027\u202f-\u205e\u20a0-\u20bf]*$/;

/** Whether a text holds anything but visible characters, spaces, tabs and line feeds. */
export function hasControls(text: string): boolean {
  return (
    replaceHostile(text, PLAIN_LINES, (character) => (character === "\n" || character === "\t" ? character : "")) !==
    text
  );
}

/**
 * The text with every character that could drive a terminal, reorder it or hide in it spelt out:
 * `escapeControls("\x1b[31m")` gives `\u{1b}[31m`.
 *
 * @param multiline Keeps line breaks as line feeds, and makes a tab a space; otherwise they are spelt out too.
 */
export function escapeControls(text: string, { multiline = false }: { multiline?: boolean } = {}): string {
  const lines = multiline ? text.replaceAll("\r\n", "\n") : text;
  return replaceHostile(lines, multiline ? PLAIN_LINES : PLAIN_LINE, (character) => {
    if (multiline && character === "\n") return "\n";
    if (multiline && character === "\t") return " ";
    return `\\u{${formatHex(character.codePointAt(0))}}`;
  });
}

/**
 * The same JSON (or YAML whose hostile characters all stand inside double quotes) with those characters as `\u…`
 * escapes. Line feeds and tabs stay: inside the quotes of either they are escapes already.
 *
 * @param language Beyond U+FFFF, JSON has two escapes for a character, and YAML one, `\U…`.
 */
export function escapeQuoted(text: string, language: "json" | "yaml" = "json"): string {
  return replaceHostile(text, PLAIN_LINES, (character) => {
    if (character === "\n" || character === "\t") return character;
    if (language === "yaml" && character.length > 1) return `\\U${formatHex(character.codePointAt(0), 8)}`;
    return character.replace(/[^]/g, (unit) => `\\u${formatHex(unit.charCodeAt(0), 4)}`);
  });
}

function formatHex(code = 0, digits = 0): string {
  return code.toString(16).padStart(digits, "0");
}

function replaceHostile(text: string, plain: RegExp, show: (character: string) => string): string {
  if (plain.test(text) || !(suspect ??= new RegExp(HOSTILE, "u")).test(text)) return text;
  pattern ??= new RegExp(`(?<kept>${TAGGED_FLAG}|${JOINER}|${SELECTOR})|${HOSTILE}`, "gu");
  return text.replace(pattern, (found: string, kept: string | undefined) => kept ?? show(found));
}
