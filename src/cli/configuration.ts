import { readFileSync, statSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";

import { explainSystemError, isMissingFile } from "../corpus/reason.ts";
import type { TextRange } from "../corpus/tree.ts";
import { UserError } from "../diagnostic.ts";
import type { Io } from "./io.ts";

/** Name of a project's configuration file; of the user's it is `config.yaml` in the configuration folder. */
const PROJECT_FILE = ".dixit.yaml";

/** In bytes. */
const LARGEST_FILE = 1_000_000;

/** What a configuration file may say. */
interface Configuration {
  /** Absolute paths. */
  corpus?: string[];
}

/**
 * The roots of the corpus to use, absolute: from the flags, else DIXIT_CORPUS (several paths are separated as in PATH),
 * else the nearest `.dixit.yaml` upward, else the user's `config.yaml`, else the built-in corpus.
 */
export async function findCorpusRoots(flags: string[] | undefined, io: Io): Promise<string[]> {
  if (flags?.includes("")) throw new UserError("--corpus takes a path, not an empty text");
  if (flags) return flags.map((path) => resolve(io.cwd, path));
  const listed = io.env["DIXIT_CORPUS"]?.split(delimiter).filter((path) => path !== "") ?? [];
  const fromEnvironment = listed.map((path) => resolve(io.cwd, path));
  if (fromEnvironment.length > 0) return requireRoots(fromEnvironment, "DIXIT_CORPUS");
  for (const path of listConfigurationFiles(io)) {
    const configuration = await readConfiguration(path);
    if (configuration?.corpus) return requireRoots(configuration.corpus, `corpus: in ${path}`);
  }
  return [io.dataFolder];
}

/** From the working folder up to the root, then the user's. */
function listConfigurationFiles(io: Io): string[] {
  const paths: string[] = [];
  for (let folder = io.cwd; ; folder = dirname(folder)) {
    paths.push(join(folder, PROJECT_FILE));
    if (dirname(folder) === folder) break;
  }
  if (io.configFolder !== undefined) paths.push(join(io.configFolder, "config.yaml"));
  return paths;
}

/** Paths that the user may not have in mind: where one is missing, it is said where it comes from. */
function requireRoots(roots: string[], origin: string): string[] {
  const missing = roots.find(isMissing);
  if (missing !== undefined) throw new UserError(`no such file or folder: ${missing}`, `named by ${origin}`);
  return roots;
}

function isMissing(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) === undefined;
  } catch {
    // It is there, or cannot be looked at: who reads it says why.
    return false;
  }
}

/** The configuration in a file; undefined if there is no such file. */
async function readConfiguration(path: string): Promise<Configuration | undefined> {
  const bytes = readIfPresent(path);
  if (bytes === undefined) return undefined;
  const [{ decodeText, stripByteOrderMark }, { isMapping }, { buildLocator }, trees, { parseYaml }] = await Promise.all(
    [
      import("../corpus/decode.ts"),
      import("../corpus/parsed.ts"),
      import("../corpus/position.ts"),
      import("../corpus/tree.ts"),
      import("../corpus/yaml.ts"),
    ],
  );
  const decoded = decodeText(bytes);
  if (typeof decoded !== "string") throw new UserError(`${path}: ${decoded.message}`);
  const text = stripByteOrderMark(decoded);
  const locator = buildLocator({ file: path, text, firstLine: 1, firstOffset: 0 });
  const refuse = (message: string, range: TextRange = { start: 0, end: 0 }): UserError => {
    const { line = 1, column = 1 } = locator.locate(range).place.start ?? {};
    return new UserError(`${path}:${line}:${column}: ${message}`);
  };
  const document = parseYaml(text);
  if ("rule" in document) throw refuse(document.message, document.range);
  const content = document.value;
  if (content === null || content === undefined) return {};
  const tree = document.buildTree();
  const [duplicate] = trees.findDuplicateKeys(tree);
  if (duplicate) throw refuse(`the key "${duplicate.key}" stands here a second time`, duplicate.range);
  if (!isMapping(content)) throw refuse("expected keys and values", trees.findRange(tree, []));
  for (const key of Object.keys(content)) {
    if (key !== "corpus" && !key.startsWith("x-"))
      throw refuse(`unknown key "${key}", expected corpus`, trees.findRange(tree, [key], true));
  }
  const { corpus } = content;
  if (corpus === undefined || corpus === null) return {};
  const listed: unknown[] = Array.isArray(corpus) ? corpus : [corpus];
  const isPath = (root: unknown): root is string => typeof root === "string" && root !== "";
  const wrong = listed.findIndex((root) => !isPath(root));
  if (wrong >= 0 || listed.length === 0)
    throw refuse(`"corpus" takes a path or a list of paths`, trees.findRange(tree, ["corpus", wrong]));
  return { corpus: listed.filter(isPath).map((root) => resolve(dirname(path), root)) };
}

/** Looked at before it is read: a named pipe or a device in its place would keep the reader waiting for ever. */
function readIfPresent(path: string): Buffer | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    if (!stats.isFile() && !stats.isDirectory()) throw new UserError(`cannot read ${path}: it is no regular file`);
    if (stats.size > LARGEST_FILE)
      throw new UserError(`${path} has ${stats.size} bytes; expected at most ${LARGEST_FILE}`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (isMissingFile(error)) return undefined;
    throw new UserError(`cannot read ${path}: ${explainSystemError(error)}`);
  }
}
