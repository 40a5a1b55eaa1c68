import { appendFile, mkdtemp, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

import { describe, expect, it } from "vitest";

import { discoverFiles } from "../src/corpus/discover.ts";
import { readEntries } from "../src/corpus/read.ts";
import { validateCorpus } from "../src/corpus/validate.ts";
import type { Diagnostic, Place } from "../src/diagnostic.ts";
import { RULES } from "../src/rules.ts";

const OK = join(import.meta.dirname, "fixtures/ok");
const ERR = join(import.meta.dirname, "fixtures/err");
const isInput = (name: string) => !name.endsWith(".out");
const sound = (await readdir(OK)).filter(isInput);
const faulty = (await readdir(ERR)).filter(isInput);

async function validate(path: string): Promise<Diagnostic[]> {
  return validateCorpus(await discoverFiles([path]));
}

/** One finding as the `.out` files have it: `file:line:column: severity: message [rule]`. */
function print({ place, severity, message, rule, suggestion, related = [] }: Diagnostic): string {
  const hint = suggestion === undefined ? "" : ` did you mean ${suggestion}?`;
  const others = related.map((other) => `\n  ${printPlace(other.place)}: ${other.message}`);
  return `${printPlace(place)}: ${severity}: ${message} [${rule}]${hint}${others.join("")}\n`;
}

function printPlace({ file, start }: Place): string {
  return relative(ERR, file) + (start ? `:${start.line}:${start.column}` : "");
}

describe("a sound corpus", () => {
  it.each(sound)("%s has no fault", async (name) => {
    expect(await validate(join(OK, name))).toEqual([]);
  });

  it("may consist of all these files, but for their ids", async () => {
    const rules = (await validate(OK)).map(({ rule }) => rule);
    expect(new Set(rules)).toEqual(new Set(["duplicate-id", "unused-speaker"]));
  });
});

describe("a faulty corpus", () => {
  it.each(faulty)("%s has the faults in its .out file", async (name) => {
    const found = await validate(join(ERR, name));
    expect(found.map(print).join("")).toBe(await readFile(join(ERR, `${name}.out`), "utf8"));
  });

  it.each(faulty)("%s has excerpts that hold the place", async (name) => {
    for (const { place, excerpt, excerptColumn = 1 } of await validate(join(ERR, name))) {
      if (!place.start) continue;
      const { column } = place.start;
      expect(column).toBeGreaterThanOrEqual(excerptColumn);
      expect(column - excerptColumn).toBeLessThanOrEqual(excerpt?.length ?? -1);
    }
  });

  it("reports the faults of all files, in order", async () => {
    const found = await validate(ERR);
    expect(new Set(found.map(({ place }) => place.file)).size).toBeGreaterThan(faulty.length - 10);
    expect(found.map(({ place }) => place.file)).toEqual(found.map(({ place }) => place.file).toSorted());
  });
});

/** Corpora that cannot be kept as files of the project. */
const GENERATED = {
  "invalid-encoding": (folder) =>
    validateBytes(folder, "a.yaml", Buffer.from("quotes:\n- {id: a, text: \xe9}\n", "latin1")),
  "too-long": (folder) => validateBytes(folder, "a.yaml", `quotes:\n- id: a\n  text: ${"word ".repeat(20_001)}\n`),
  "too-many-faults": (folder) => validateBytes(folder, "a.jsonl", "{}\n".repeat(2_000)),
  "unreadable-file": async (folder) => {
    await symlink("nowhere", join(folder, "a.yaml"));
    return validate(folder);
  },
  "changing-file": async (folder) => {
    const path = join(folder, "a.jsonl");
    await writeFile(path, `{"kind":"quote","text":"one"}${" ".repeat(200)}\n`.repeat(3_000));
    const found: Diagnostic[] = [];
    for await (const batch of readEntries({ path, format: "jsonl" })) {
      await appendFile(path, "\n");
      found.push(...batch.diagnostics);
    }
    return found;
  },
} satisfies Partial<Record<keyof typeof RULES, (folder: string) => Promise<Diagnostic[]>>>;

async function validateBytes(folder: string, name: string, bytes: Buffer | string): Promise<Diagnostic[]> {
  await writeFile(join(folder, name), bytes);
  return validate(folder);
}

describe("a corpus made for the test", () => {
  it.each(Object.entries(GENERATED))("has the fault %s", async (rule, build) => {
    const folder = await mkdtemp(join(tmpdir(), "dixit-validate-"));
    const found = await build(folder);
    expect(found.at(-1)).toMatchObject({ rule, severity: "error" });
  });
});

it("a document's faults are not counted for ever", async () => {
  const folder = await mkdtemp(join(tmpdir(), "dixit-validate-"));
  const keys = Array.from({ length: 3_000 }, (_, index) => `k${index}: 1`).join(", ");
  const found = await validateBytes(folder, "a.yaml", `quotes: [{id: a, text: b, ${keys}}, {id: a}]`);
  expect(found).toHaveLength(1_001);
  expect(found.at(-1)).toMatchObject({ rule: "too-many-faults" });
});

describe("RULES", () => {
  it("has a faulty corpus for each rule", async () => {
    const outputs = await Promise.all(faulty.map((name) => readFile(join(ERR, `${name}.out`), "utf8")));
    const found = outputs.join("").matchAll(/\[([a-z-]+)\](?: did you mean .*)?$/gm);
    const covered = new Set([...Array.from(found, ([, rule]) => rule), ...Object.keys(GENERATED)]);
    expect(Object.keys(RULES).filter((rule) => !covered.has(rule))).toEqual([]);
  });

  it("names the fixtures after the rule that they break", async () => {
    for (const name of faulty) {
      const rule = Object.keys(RULES).findLast((id) => name.startsWith(id));
      expect(await readFile(join(ERR, `${name}.out`), "utf8")).toContain(`[${rule}]`);
    }
  });
});

describe("an empty file", () => {
  it("is a warning beside others", async () => {
    const folder = await mkdtemp(join(tmpdir(), "dixit-validate-"));
    await writeFile(join(folder, "a.yaml"), "");
    await writeFile(join(folder, "b.yaml"), "quotes: [{id: a, text: one}]");
    expect(await validate(folder)).toMatchObject([{ rule: "empty-file", severity: "warning" }]);
  });
});
