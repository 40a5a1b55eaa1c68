import { readFileSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";

import { UserError } from "../diagnostic.ts";
import type { Io } from "./io.ts";

/** Name of a project's configuration file; of the user's it is `config.yaml` in the configuration folder. */
const PROJECT_FILE = ".dixit.yaml";

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
  if (flags) return flags.map((path) => resolve(io.cwd, path));
  const listed = io.env["DIXIT_CORPUS"]?.split(delimiter).filter((path) => path !== "") ?? [];
  if (listed.length > 0) return listed.map((path) => resolve(io.cwd, path));
  for (const path of listConfigurationFiles(io)) {
    const configuration = await readConfiguration(path);
    if (configuration?.corpus) return configuration.corpus;
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

async function readConfiguration(path: string): Promise<Configuration | undefined> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
      return undefined;
    throw new UserError(`cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { parseYaml } = await import("../corpus/yaml.ts");
  const document = parseYaml(text);
  if ("rule" in document) throw new UserError(`${path}: ${document.message}`);
  const content = document.value;
  if (content === null || content === undefined) return {};
  if (typeof content !== "object" || Array.isArray(content)) throw new UserError(`${path}: expected keys and values`);
  for (const key of Object.keys(content)) {
    if (key !== "corpus" && !key.startsWith("x-"))
      throw new UserError(`${path}: unknown key "${key}", expected corpus`);
  }
  const corpus: unknown = "corpus" in content ? content.corpus : undefined;
  if (corpus === undefined || corpus === null) return {};
  const listed: unknown[] = Array.isArray(corpus) ? corpus : [corpus];
  const roots = listed.filter((root) => typeof root === "string" && root !== "");
  if (roots.length === 0 || roots.length < listed.length) {
    throw new UserError(`${path}: "corpus" takes a path or a list of paths`);
  }
  return { corpus: roots.map((root) => resolve(dirname(path), String(root))) };
}
