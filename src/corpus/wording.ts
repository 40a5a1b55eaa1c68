/** What is said of entries that do not pass their checks. Loaded only when there is one. */
import { findNearest } from "../text/nearest.ts";
import { MAX_DEPTH, MOST_FAULTS } from "./parsed.ts";
import { quoteValue, type Fault, type Path } from "./fault.ts";
import { CHECKED_RULES, SCHEMAS, type CheckedRule, type SchemaIssue } from "./schema.ts";

type SchemaName = keyof typeof SCHEMAS;

const NOUNS: Record<SchemaName, string> = {
  speaker: "a speaker",
  source: "a source",
  quote: "a quote",
  fact: "a fact",
  outline: "a corpus file",
};

const DATE_FORMS = ["YYYY", "YYYY-MM", "YYYY-MM-DD"];

/** The faults that the issues of an entry mean, at most one for a value, and no more than one file may have. */
export function describeIssues(issues: readonly SchemaIssue[], raw: unknown, schema: SchemaName): Fault[] {
  const faults = new Map<string, Fault>();
  for (const issue of issues) {
    for (const fault of describeIssue(issue, raw, schema)) {
      if (faults.size > MOST_FAULTS) break;
      const key = JSON.stringify([fault.path.map(String), fault.isKey ?? false]);
      if (!faults.has(key)) faults.set(key, fault);
    }
  }
  return [...faults.values()];
}

function* describeIssue(issue: SchemaIssue, raw: unknown, schema: SchemaName): Generator<Fault> {
  const { path } = issue;
  const value = readAt(raw, path);
  switch (issue.code) {
    case "unrecognized_keys":
      for (const key of issue.keys) yield describeUnknownKey(key, path, schema);
      return;
    case "invalid_key":
      return yield describeByRule("invalid-lang", path.at(-1), path, schema);
    case "invalid_type":
      return yield value === undefined
        ? describeMissing(path, schema)
        : describeType(value, path, issue.expected, schema);
    case "invalid_union":
      return yield describeType(value, path, "date", schema);
    default:
      return yield isCheckedRule(issue.message)
        ? describeByRule(
            issue.message,
            issue.message === "invalid-lang" && isTranslation(path) ? path[1] : value,
            path,
            schema,
          )
        : describeType(value, path, issue.code, schema);
  }
}

/** Of a translation, the key is the language. */
function isTranslation(path: Path): boolean {
  return path[0] === "translations";
}

function isCheckedRule(message: string): message is CheckedRule {
  return CHECKED_RULES.some((rule) => rule === message);
}

function describeUnknownKey(key: string, path: Path, schema: SchemaName): Fault {
  const expected = path.length === 0 ? Object.keys(SCHEMAS[schema].shape) : ["lang", "text"];
  const suggestion = findNearest(key, expected);
  const owner = path.length === 0 ? NOUNS[schema] : nameOf(path);
  return {
    rule: "unknown-key",
    message: `unknown key ${quoteValue(key)} in ${owner}; expected ${listAlternatives([...expected, "x-…"])}`,
    path: [...path, key],
    isKey: true,
    actual: key,
    expected,
    ...(suggestion !== undefined && { suggestion }),
  };
}

function describeMissing(path: Path, schema: SchemaName): Fault {
  const key = String(path.at(-1));
  const owner = path.length > 1 ? nameOf(path.slice(0, -1)) : NOUNS[schema];
  return { rule: "missing-field", message: `no ${quoteValue(key)}; expected it in ${owner}`, path, expected: [key] };
}

function describeType(value: unknown, path: Path, expected: string, schema: SchemaName): Fault {
  const wanted = EXPECTATIONS.get(expected) ?? expected;
  const found = nameType(value);
  const advice = wanted === "text" && ["number", "boolean"].includes(typeof value) ? " (in quotation marks)" : "";
  return {
    rule: "wrong-type",
    message: `${path.length === 0 && schema === "outline" ? "the file" : nameOf(path)} is ${found}; expected ${wanted}${advice}`,
    path,
    actual: found,
    expected: [wanted],
  };
}

const EXPECTATIONS = new Map([
  ["string", "text"],
  ["array", "a list"],
  ["object", "a mapping of keys to values"],
  ["record", "a mapping of languages to texts"],
  ["date", `a date as ${listAlternatives(DATE_FORMS)}`],
]);

function nameType(value: unknown): string {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  if (typeof value === "string") return `the text ${quoteValue(value)}`;
  return typeof value === "number" ? `the number ${value}` : String(value);
}

function describeByRule(rule: CheckedRule, value: unknown, path: Path, schema: SchemaName): Fault {
  const actual = typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;
  const shown = actual === undefined ? "the value" : quoteValue(actual);
  const fault = { rule, path, ...(actual !== undefined && { actual: actual.slice(0, 200) }) };
  const name = nameOf(path);
  switch (rule) {
    case "empty-text":
      return { ...fault, message: `${name} is ${actual === "" ? "empty" : "only space"}; expected text` };
    case "too-long":
      return { ...fault, message: `${name} has ${actual?.length ?? 0} characters; expected at most 100,000` };
    case "too-deep":
      return { ...fault, message: `${name} is nested more than ${MAX_DEPTH} levels deep` };
    case "alias-expansion":
      return { ...fault, message: `aliases make ${name} far larger than the file; expected values written out` };
    case "forbidden-character":
      return { ...fault, message: `${name} holds a NUL character or half a surrogate pair; expected text` };
    case "invalid-id":
      return { ...fault, message: `${shown} is no id; expected one without space and quotation marks` };
    case "invalid-date":
      return {
        ...fault,
        message: `${shown} is no date; expected ${listAlternatives(DATE_FORMS)}`,
        expected: DATE_FORMS,
      };
    case "impossible-date":
      return { ...fault, message: `${shown} is not in the calendar; expected a day that exists` };
    case "invalid-lang":
      return {
        ...fault,
        message: `${shown} is no language; expected a tag such as fr, en-GB or zh-Hant`,
        isKey: isTranslation(path),
      };
    case "invalid-status":
      return { ...fault, ...describeStatus(shown, actual, schema) };
  }
}

function describeStatus(
  shown: string,
  actual: string | undefined,
  schema: SchemaName,
): Pick<Fault, "message" | "expected" | "suggestion"> {
  const expected = schema === "quote" || schema === "fact" ? [...SCHEMAS[schema].shape.status.unwrap().options] : [];
  const suggestion = actual === undefined ? undefined : findNearest(actual, expected);
  const message = `${shown} is no status of ${NOUNS[schema]}; expected ${listAlternatives(expected)}`;
  return { message, expected, ...(suggestion !== undefined && { suggestion }) };
}

function nameOf(path: Path): string {
  const [key, index] = path.slice(typeof path.at(-1) === "number" ? -2 : -1);
  if (key === undefined) return "the entry";
  return index === undefined ? quoteValue(String(key)) : `item ${Number(index) + 1} of ${quoteValue(String(key))}`;
}

function readAt(raw: unknown, path: Path): unknown {
  let value = raw;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, step)?.value;
  }
  return value;
}

/** `listAlternatives(["a", "b", "c"])` gives `a, b or c`. */
function listAlternatives(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
