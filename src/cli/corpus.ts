import { BrokenCorpusError, type Diagnostic } from "../diagnostic.ts";
import type { Store } from "../store/store.ts";
import { findCorpusRoots } from "./configuration.ts";
import { EXIT, type ExitCode } from "./exit.ts";
import type { Io } from "./io.ts";
import type { CorpusOptions, OutputOptions } from "./options.ts";
import { chooseColor, chooseWidth, displayPath, writeNotes } from "./output.ts";

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
  const warnings: string[] = [];
  let store: Store;
  try {
    store = await openStore(roots, { cacheFolder: io.cacheFolder, warn: (line) => warnings.push(line) });
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
