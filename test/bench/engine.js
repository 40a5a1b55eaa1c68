// @ts-check
import { spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { loadPackage } from "./packages.js";
import { readLines } from "./corpora.js";

/**
 * A search engine over a folder with a corpus: `corpus.jsonl`, records in dixit's JSON Lines, and `lines.txt`, all that a
 * record says in one line each, in the same order; `numbered.txt` is that with the number of each line before a tab.
 *
 * @typedef {{
 *   name: string;
 *   prepare?: (folder: string) => Promise<void> | void;
 *   open: (folder: string) => Promise<Opened> | Opened;
 *   isSlow?: boolean;
 *   isProcess?: boolean;
 *   isInstalled?: () => boolean;
 * }} Engine
 * `prepare` builds, in a process of its own, what the engine keeps in files; a slow engine is asked a sample of the
 * queries; one that is a process of its own is measured with its start.
 *
 * @typedef {{ search: (query: string) => Promise<string[]> | string[]; close?: () => void }} Opened
 * `search` gives ids, best first, at most HITS.
 */

export const HITS = 10;

/** The fields that are searched. */
export const FIELDS = ["text", "speaker", "source", "context", "place", "tags"];

/**
 * @param {string} folder
 * @returns {import("./corpora.js").Entry[]}
 */
export function readEntries(folder) {
  return readLines(join(folder, "corpus.jsonl"));
}

/** @param {string} folder */
export function readTexts(folder) {
  return readFileSync(join(folder, "lines.txt"), "utf8").trimEnd().split("\n");
}

/**
 * All that a record says, in a line.
 *
 * @param {import("./corpora.js").Entry} entry
 */
export function joinFields({ text, speaker, source, context, place, tags = [] }) {
  const fields = [text, speaker, source, context, place, ...tags].filter((field) => field !== undefined);
  return fields.join(" — ").replace(/\s+/gu, " ");
}

/** @param {string} program */
export function isRunnable(program) {
  return spawnSync(program, ["--version"]).status === 0;
}

/**
 * What a program prints; nothing when it finds nothing.
 *
 * @param {string} program
 * @param {string[]} words
 * @param {string} [inputFile] its standard input
 * @throws where it fails, lest a wrong option pass for a poor search
 */
export function runProgram(program, words, inputFile) {
  const input = inputFile === undefined ? /** @type {const} */ ("ignore") : openSync(inputFile, "r");
  try {
    const child = spawnSync(program, words, {
      encoding: "utf8",
      stdio: [input, "pipe", "pipe"],
      maxBuffer: 1 << 30,
      env: { ...process.env, FZF_DEFAULT_OPTS: "" },
    });
    if (child.status !== 0 && child.status !== 1) throw new Error(`${program} ${words.join(" ")}: ${child.stderr}`);
    return child.stdout;
  } finally {
    if (typeof input === "number") closeSync(input);
  }
}

/**
 * Asks a program for lines of `numbered.txt`, and gives the ids of the records whose 1-based numbers they begin with.
 *
 * @param {(query: string, file: string) => string} run gives what the program prints
 * @returns {Engine["open"]}
 */
export function openProgram(run) {
  return (folder) => {
    const ids = readEntries(folder).map(({ id }) => id);
    const file = join(folder, "numbered.txt");
    return {
      search: (query) => {
        const lines = run(query, file).split("\n").slice(0, HITS);
        return lines.flatMap((line) => ids.slice(Number.parseInt(line, 10) - 1).slice(0, 1));
      },
    };
  };
}

/**
 * A full-text index of SQLite over all fields, with a tokenizer; every word of the query may match, best bm25 first.
 *
 * @param {string} name
 * @param {string} tokenizer
 * @returns {Engine}
 */
export function buildFts5(name, tokenizer) {
  /** @param {string} folder */
  const open = async (folder) => {
    const Database = await loadPackage("libsql");
    return new Database(join(folder, `${tokenizer.split(" ")[0]}.db`));
  };
  return {
    name,
    prepare: async (folder) => {
      const database = await open(folder);
      database.exec(
        `CREATE VIRTUAL TABLE records USING fts5(id UNINDEXED, ${FIELDS.join(", ")}, tokenize = '${tokenizer}')`,
      );
      const insert = database.prepare(`INSERT INTO records VALUES (?${", ?".repeat(FIELDS.length)})`);
      database.exec("BEGIN");
      for (const { id, text, speaker, source, context, place, tags } of readEntries(folder))
        insert.run(id, ...[text, speaker, source, context, place, tags?.join(" ")].map((value) => value ?? null));
      database.exec("COMMIT");
      database.close();
    },
    open: async (folder) => {
      const database = await open(folder);
      const statement = database.prepare("SELECT id FROM records WHERE records MATCH ? ORDER BY rank LIMIT ?").raw();
      return {
        search: (query) => {
          const words = query.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
          if (words.length === 0) return [];
          return statement.all(words.map((word) => `"${word}"`).join(" OR "), HITS).flat();
        },
        close: () => database.close(),
      };
    },
  };
}
