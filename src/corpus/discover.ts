import { readdirSync, realpathSync, statSync, type Dirent, type Stats } from "node:fs";
import { extname, join } from "node:path";

import { UserError } from "../diagnostic.ts";
import { compareText } from "../text/compare.ts";
import { explainSystemError, isMissingFile } from "./reason.ts";

/** A file of the corpus and how to read it. */
export interface CorpusFile {
  /** Absolute, as reached from the root that was given: links in it are not resolved. */
  path: string;
  format: "yaml" | "json" | "jsonl";
}

const FORMATS: ReadonlyMap<string, CorpusFile["format"]> = new Map([
  [".yaml", "yaml"],
  [".yml", "yaml"],
  [".json", "json"],
  [".jsonl", "jsonl"],
  [".ndjson", "jsonl"],
]);
const EXTENSIONS = [...FORMATS.keys()].join(", ");

/**
 * The files of a corpus: a file as it is, a folder with all that is below it in the order of the names. Hidden entries and
 * node_modules are left out, and a file that is reached twice comes once.
 *
 * @param roots Absolute paths.
 * @throws UserError for a path that is missing or cannot be listed, a folder without corpus files, and a file of another kind.
 */
export async function discoverFiles(roots: string[]): Promise<CorpusFile[]> {
  const discovery: Discovery = { files: [], seen: new Set() };
  for (const root of roots) {
    const target = askFileSystem(root, () => followPath(root));
    if (target === undefined) throw new UserError(`no such file or folder: ${root}`);
    if (target.stats.isDirectory()) {
      const hasFiles = walk(root, target.realPath, discovery);
      if (!hasFiles) throw new UserError(`no corpus files in ${root}`, `expected files that end in ${EXTENSIONS}`);
      continue;
    }
    if (findFormat(root) === undefined) throw new UserError(`not a corpus file: ${root}`, `expected ${EXTENSIONS}`);
    if (!target.stats.isFile()) throw new UserError(`not a regular file: ${root}`);
    addFile(root, target.realPath, discovery);
  }
  return discovery.files;
}

interface Discovery {
  files: CorpusFile[];
  /** Files and folders without links in their paths, so that what comes twice is known. */
  seen: Set<string>;
}

/** Whether there are corpus files in a folder. `realFolder` is its path without links. */
function walk(folder: string, realFolder: string, discovery: Discovery): boolean {
  if (discovery.seen.has(realFolder)) return true;
  discovery.seen.add(realFolder);
  let hasFiles = false;
  for (const entry of listEntries(folder)) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    const path = join(folder, entry.name);
    // A link that leads nowhere counts as a file: reading it says what is wrong.
    const target = entry.isSymbolicLink() ? followLink(path) : undefined;
    const realPath = target?.realPath ?? join(realFolder, entry.name);
    if ((target?.stats ?? entry).isDirectory()) {
      if (walk(path, realPath, discovery)) hasFiles = true;
    } else if (findFormat(path) !== undefined && (target?.stats.isFile() ?? !isSpecial(entry))) {
      addFile(path, realPath, discovery);
      hasFiles = true;
    }
  }
  return hasFiles;
}

function addFile(path: string, realPath: string, { files, seen }: Discovery): void {
  const format = findFormat(path);
  if (format === undefined || seen.has(realPath)) return;
  seen.add(realPath);
  files.push({ path, format });
}

function findFormat(path: string): CorpusFile["format"] | undefined {
  return FORMATS.get(extname(path).toLowerCase());
}

/** Reading a pipe, a socket or a device could wait for ever. */
function isSpecial(entry: Dirent): boolean {
  return !entry.isFile() && !entry.isSymbolicLink();
}

interface Target {
  realPath: string;
  stats: Stats;
}

function followPath(path: string): Target | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats && { realPath: realpathSync(path), stats };
}

function followLink(path: string): Target | undefined {
  try {
    return followPath(path);
  } catch {
    return undefined;
  }
}

function listEntries(folder: string): Dirent[] {
  const entries = askFileSystem(folder, () => readdirSync(folder, { withFileTypes: true }));
  return entries.sort((a, b) => compareText(a.name, b.name));
}

function askFileSystem<Answer>(path: string, ask: () => Answer): Answer {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    if (isMissingFile(error)) throw new UserError(`no such file or folder: ${path}`);
    throw new UserError(`cannot read ${path}: ${explainSystemError(error)}`);
  }
}
