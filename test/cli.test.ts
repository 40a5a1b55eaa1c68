import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { ROOT, runDixit, splitCommand } from "./world.ts";

const COMMANDS = ["search", "show", "random", "speakers", "sources", "tags", "validate", "schema"];

function makeFolder(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "dixit-cli-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const quote = (id: string, text: string): string => `quotes: [{id: ${id}, text: ${text}, speaker: Plato}]\n`;

describe("exit codes and streams", () => {
  it.each([
    ["search pression", 0, "out"],
    ["search qwertyuiop", 1, "err"],
    ["search -s nobody-at-all", 1, "err"],
    ["search --tag nothing", 1, "err"],
    ["show pression-totale", 0, "out"],
    ["show pression-totale nothing", 1, "both"],
    ["random --tag nothing", 1, "err"],
    ["speakers", 0, "out"],
    ["validate", 0, "err"],
    ["schema", 0, "out"],
    ["--version", 0, "out"],
    ["--help", 0, "out"],
    ["", 2, "err"],
    ["serch", 2, "err"],
    ["search x --speaker", 2, "err"],
    ["search --since 2025-02-30", 2, "err"],
    ["search --kind quotes", 2, "err"],
    ["search -n -1", 2, "err"],
    ["search -f xml", 2, "err"],
    ["search --fields id,txt", 2, "err"],
    ["search -c missing.yaml", 2, "err"],
    ["search -c test", 2, "err"],
    ["search -o missing/file.json", 2, "err"],
    ["show", 2, "err"],
    ["schema nothing", 2, "err"],
  ])("dixit %s → %i", async (line, code, stream) => {
    const outcome = await runDixit(line === "" ? [] : line.split(" "));
    expect(outcome).toMatchObject({ code });
    expect({ out: outcome.stdout !== "", err: outcome.stderr !== "" }).toEqual({
      out: stream !== "err",
      err: stream !== "out",
    });
    expect(outcome.stderr).not.toMatch(/\n\s+at /);
  });

  it.each([
    ["search --kind facts", '--kind takes quote or fact, not "facts"'],
    [
      "search --status true",
      "--status takes verified, reported, disputed, misattributed, claimed, confirmed or refuted",
    ],
    ["search --since x", '--since takes YYYY, YYYY-MM or YYYY-MM-DD, not "x"'],
    ["search --until 2025-02-30", '--until takes a date of the calendar, not "2025-02-30"'],
    ["search -n x", '--limit takes a whole number, 0 for no limit, not "x"'],
    ["search --sort age", '--sort takes relevance, date, speaker or id, not "age"'],
    ["tags --sort age", '--sort takes records, name or date, not "age"'],
    ["search --color red", '--color takes auto, always or never, not "red"'],
    ["search --width 3", '--width takes a whole number of columns from 20 on, not "3"'],
    ["validate -f csv", '--format takes text, json, sarif or github, not "csv"'],
    ["validate --fail-level all", '--fail-level takes error, warning, info or never, not "all"'],
    ["schema nothing", 'schema takes corpus, record or diagnostic, not "nothing"'],
    ["search --json -f csv", "option '--json' cannot be used with option '-f, --format <format>'"],
  ])("dixit %s: %s", async (line, message) => {
    const { code, stderr } = await runDixit(line.split(" "));
    expect(code).toBe(2);
    expect(stderr).toContain(`dixit: ${message}`);
  });

  it("show suggests the nearest id", async () => {
    const { stderr } = await runDixit(["show", "pression-totalle", "qwertyuiop"]);
    expect(stderr).toContain('did you mean "pression-totale"?');
    expect(stderr).toContain('"qwertyuiop"; "dixit search" lists what there is');
  });

  it.each(["json", "jsonl", "csv", "tsv", "yaml", "markdown", "table", "text"])(
    "finds nothing in %s",
    async (format) => {
      const { code, stdout } = await runDixit(["search", "qwertyuiop", "-f", format]);
      expect(code).toBe(1);
      if (format === "json") expect(JSON.parse(stdout)).toEqual([]);
    },
  );

  it("keeps notes to itself when quiet", async () => {
    expect(await runDixit(["search", "qwertyuiop", "-q"])).toEqual({ code: 1, stdout: "", stderr: "" });
  });
});

describe("help", () => {
  it.each(COMMANDS)("%s tells the exit codes and ends with examples that work", async (command) => {
    const { code, stdout } = await runDixit([command, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/\nExit codes:\n(?: {2}\d {2}.+\n)+\nExamples:\n(?: {2}dixit .+\n)+$/);
    const examples = [...stdout.matchAll(/^ {2}dixit (.+?)(?: [|>] .*)?$/gm)].map(([, line = ""]) => line);
    expect(examples.length).toBeGreaterThan(1);
    for (const line of examples) {
      const { args } = splitCommand(`dixit ${line}`);
      expect(await runDixit(args), line).toMatchObject({ code: 0 });
    }
  });

  it("names every command", async () => {
    const { stdout } = await runDixit(["--help"]);
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${command}\\b`, "m"));
  });
});

describe("the corpus", () => {
  const ids = async (...[args, world]: Parameters<typeof runDixit>): Promise<string[]> => {
    const { stdout } = await runDixit(["search", "--fields", "id", "-f", "jsonl", ...args], world);
    return stdout
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => (JSON.parse(line) as { id: string }).id);
  };

  it("is found by flag, environment, project, user, and else built in", async () => {
    const folder = makeFolder({
      "flag.yaml": quote("flag", "one"),
      "env.yaml": quote("env", "two"),
      "project/.dixit.yaml": "corpus: [own.yaml]\n",
      "project/own.yaml": quote("project", "three"),
      "project/deep/down/x": "",
      "config/config.yaml": "corpus: user.yaml\n",
      "config/user.yaml": quote("user", "four"),
    });
    const deep = join(folder, "project/deep/down");
    const env = { DIXIT_CORPUS: "../../../env.yaml" };
    const configFolder = join(folder, "config");
    expect(await ids(["-c", "../../../flag.yaml"], { cwd: deep, env, configFolder })).toEqual(["flag"]);
    expect(await ids([], { cwd: deep, env, configFolder })).toEqual(["env"]);
    expect(await ids([], { cwd: deep, env: { DIXIT_CORPUS: "" }, configFolder })).toEqual(["project"]);
    expect(await ids([], { cwd: folder, configFolder })).toEqual(["user"]);
    expect(await ids([], { cwd: folder })).toContain("pression-totale");
  });

  it("may be several files", async () => {
    const folder = makeFolder({ "a.yaml": quote("a", "one"), "b/c.jsonl": '{"kind":"quote","id":"c","text":"two"}\n' });
    expect(await ids(["-c", "a.yaml", "-c", "b"], { cwd: folder })).toEqual(["a", "c"]);
  });

  it.each([
    ["corpus: 3\n", '.dixit.yaml:1:9: "corpus" takes a path'],
    ["corpus:\n  - a\n  - 3\n", '.dixit.yaml:3:5: "corpus" takes a path'],
    ["corpus: []\n", '.dixit.yaml:1:9: "corpus" takes a path'],
    ["corpus: a\ncorpora: x\n", '.dixit.yaml:2:1: unknown key "corpora"'],
    [`#${" ".repeat(1_000_000)}`, ".dixit.yaml has 1000001 bytes; expected at most 1000000"],
    ["corpus: a\ncorpus: b\n", '.dixit.yaml:2:1: the key "corpus" stands here a second time'],
    ["- x\n", ".dixit.yaml:1:1: expected keys and values"],
    ["corpus: [\n", ".dixit.yaml:2:1: "],
    ["\0", ".dixit.yaml: byte 0x00"],
    ["corpus: a\n", "no such file or folder: a\nnamed by corpus: in .dixit.yaml\n"],
  ])("a configuration of %j is refused", async (content, message) => {
    const cwd = makeFolder({ ".dixit.yaml": content });
    const { code, stderr } = await runDixit(["search"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  it("is not waited for where a device is in the place of the configuration", async () => {
    const cwd = makeFolder({});
    symlinkSync("/dev/zero", join(cwd, ".dixit.yaml"));
    const { code, stderr } = await runDixit(["search"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("it is no regular file");
  });

  it("that is missing is said to be named by the environment", async () => {
    const cwd = makeFolder({});
    const { code, stderr } = await runDixit(["search"], { cwd, env: { DIXIT_CORPUS: "gone" } });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: "dixit: no such file or folder: gone\nnamed by DIXIT_CORPUS\n",
    });
  });

  it("that is broken is explained", async () => {
    const cwd = makeFolder({ "bad.yaml": "quotes: [{id: a, txt: b}]\n" });
    const { code, stdout, stderr } = await runDixit(["search", "b", "-c", "bad.yaml"], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^bad\.yaml:1:\d+: error: .*txt/m);
    expect(stderr).toContain("dixit: the corpus has 2 errors\n");
  });

  it("that is very broken is explained in part", async () => {
    const cwd = makeFolder({ "bad.yaml": "quotes: [{}, {}, {}]\n" });
    const { code, stderr } = await runDixit(["search", "b", "-c", "bad.yaml"], { cwd });
    expect(code).toBe(2);
    expect(stderr.match(/: error: /g)).toHaveLength(5);
    expect(stderr).toContain('dixit: the corpus has 6 errors; "dixit validate bad.yaml" shows all\n');
  });
});

describe("output", () => {
  it.each([
    [["--color", "always"], {}, true],
    [[], { FORCE_COLOR: "1" }, true],
    [[], { CLICOLOR_FORCE: "1" }, true],
    [[], {}, false],
    [["--no-color"], { FORCE_COLOR: "1" }, false],
  ])("%j with %j in a pipe: colour %s", async (flags, env, colored) => {
    const { stdout } = await runDixit(["search", "pression", ...flags], { env });
    expect(stdout.includes("\x1b[")).toBe(colored);
  });

  it.each([
    [[], {}, true],
    [[], { NO_COLOR: "1" }, false],
    [[], { TERM: "dumb" }, false],
    [[], { CLICOLOR: "0" }, false],
    [["--color", "never"], {}, false],
    [["-o", "/dev/null"], {}, false],
  ])("%j with %j on a terminal: colour %s", async (flags, env, colored) => {
    const { stdout } = await runDixit(["search", "pression", ...flags], { env, columns: 80 });
    expect(stdout.includes("\x1b[")).toBe(colored);
  });

  it("never goes to a file of the corpus", async () => {
    const content = quote("a", "one");
    const cwd = makeFolder({ "own.yaml": content });
    symlinkSync(join(cwd, "own.yaml"), join(cwd, "link.yaml"));
    for (const args of [["search"], ["validate"], ["speakers"]]) {
      for (const output of ["own.yaml", "link.yaml"]) {
        const { code, stderr } = await runDixit([...args, "-c", "own.yaml", "-o", output], { cwd });
        expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("part of the corpus") });
      }
    }
    expect(readFileSync(join(cwd, "own.yaml"), "utf8")).toBe(content);
  });

  it("goes to a file with --output", async () => {
    const cwd = makeFolder({});
    const { stdout } = await runDixit(["show", "balle", "--json", "-o", "found.json"], { cwd });
    expect(stdout).toBe("");
    expect(JSON.parse(readFileSync(join(cwd, "found.json"), "utf8"))).toMatchObject([{ id: "balle" }]);
  });

  it.each([
    ["missing/found.json", "no such folder"],
    ["file/found.json", "no such folder"],
    ["folder", "it is a folder"],
  ])("cannot go to %s", async (path, reason) => {
    const cwd = makeFolder({ file: "", "folder/file": "" });
    const { code, stdout, stderr } = await runDixit(["show", "balle", "-o", path], { cwd });
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: "",
      stderr: `dixit: cannot write ${path}: ${reason}\n`,
    });
  });

  it("loads back from YAML to the same records", async () => {
    const all = async (...args: string[]): Promise<unknown[]> => {
      const { stdout } = await runDixit(["search", "--json", ...args]);
      const records = JSON.parse(stdout) as object[];
      return records.map((record) => ({ ...record, file: "", line: 0 }));
    };
    const { stdout } = await runDixit(["search", "-f", "yaml"]);
    const copy = join(makeFolder({ "copy.yaml": stdout }), "copy.yaml");
    expect(await all("-c", copy)).toEqual(await all());
  });

  it("shows hostile text escaped in every format", async () => {
    const hostile = JSON.stringify("gentle \x1b[31mred\x07 \u202egnp.exe\u009b5m");
    const cwd = makeFolder({ "hostile.json": `{"quotes":[{"id":"h","text":${hostile},"speaker":"E\\u001b[2JE"}]}` });
    for (const format of ["table", "text", "json", "jsonl", "csv", "tsv", "markdown", "yaml"]) {
      const { code, stdout } = await runDixit(["search", "gentle", "-c", "hostile.json", "-f", format, "--no-color"], {
        cwd,
        columns: 80,
      });
      expect(code).toBe(0);
      // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
      expect(stdout, format).not.toMatch(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]/);
    }
  });
});

it("random chooses by the seed, or at random", async () => {
  const first = await runDixit(["random", "--seed", "a", "--json"]);
  expect(await runDixit(["random", "--seed", "a", "--json"])).toEqual(first);
  const chosen = new Set<string>();
  for (let at = 0; at < 20; at++) chosen.add((await runDixit(["random", "--seed", `${at}`, "--json"])).stdout);
  expect(chosen.size).toBeGreaterThan(5);
  expect(await runDixit(["random", "--json"], { random: () => 0 })).toEqual(
    await runDixit(["search", "-n", "1", "--json"], { cwd: ROOT }),
  );
});
