import { realpathSync } from "node:fs";
import { resolve } from "node:path";

import { BrokenCorpusError, type Diagnostic, UserError } from "../diagnostic.ts";
import type { Store } from "../store/store.ts";
import { findCorpusRoots } from "./configuration.ts";
import { EXIT, type ExitCode } from "./exit.ts";
import type { Io } from "./io.ts";
import type { CorpusOptions, OutputOptions } from "./options.ts";
import { chooseColor, chooseWidth, displayPath, writeNotes } from "./output.ts";
import { openProgressDisplay } from "./progress.ts";

/** Faults shown before the user is sent to `dixit validate`. */
const FAULTS_SHOWN = 5;

/**
 * Opens the corpus that the options and the environment name, hands it to `use` and closes it. A corpus with errors cannot
 * answer: then standard error says what is wrong with it.
 */
export async function withCorpus(
  options: CorpusOptions & OutputOptions,
  io: Io,
  use: (store: Store) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { openStore } = await import("../store/cache.ts");
  const roots = await findCorpusRoots(options.corpus, io);
  await protectCorpus(roots, options, io);
  const warnings: string[] = [];
  const display = options.quiet === true ? undefined : openProgressDisplay(io.stderr, () => performance.now());
  let store: Store;
  try {
    store = await openStore(roots, {
      cacheFolder: io.cacheFolder,
      warn: (line) => warnings.push(line),
      ...(display && { onProgress: display.onProgress }),
    }).finally(display?.finish);
  } catch (error) {
    if (!(error instanceof BrokenCorpusError)) throw error;
    await io.stderr.write(await describeFaults(error.diagnostics, roots, options, io));
    return EXIT.failed;
  }
  try {
    await writeNotes(warnings, options, io);
    return await use(store);
  } finally {
    store.close();
  }
}

/**
 * Sees to it that --output does not name a file of the corpus, by whatever path.
 *
 * @throws UserError if it does.
 */
export async function protectCorpus(roots: string[], { output }: OutputOptions, io: Io): Promise<void> {
  if (output === undefined) return;
  const target = findRealPath(resolve(io.cwd, output));
  if (target === undefined) return;
  const { discoverFiles } = await import("../corpus/discover.ts");
  for (const { path } of await discoverFiles(roots)) {
    if (findRealPath(path) === target)
      throw new UserError(`${path} is part of the corpus: --output needs another file`);
  }
}

function findRealPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    // What is not there cannot be overwritten.
    return undefined;
  }
}

/** The first faults of a corpus, and how to see them all. */
async function describeFaults(
  diagnostics: Diagnostic[],
  roots: string[],
  options: OutputOptions,
  io: Io,
): Promise<string> {
  const [{ renderTextReport }, { escapeControls }] = await Promise.all([
    import("../render/text-report.ts"),
    import("../render/escape.ts"),
  ]);
  const report = renderTextReport(diagnostics.slice(0, FAULTS_SHOWN), {
    color: chooseColor(options, io.stderr, io.env),
    width: chooseWidth(options, io.stderr, io.env),
    displayPath: (path) => displayPath(path, io.cwd),
  });
  const count = diagnostics.length;
  const paths = roots.map((root) => escapeControls(displayPath(root, io.cwd))).join(" ");
  const more = count > FAULTS_SHOWN ? `; "dixit validate ${paths}" shows all` : "";
  return `${report}\ndixit: the corpus has ${count} ${count === 1 ? "error" : "errors"}${more}\n`;
}
