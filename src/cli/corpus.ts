import type { BrokenCorpusError } from "../diagnostic.ts";
import type { Store } from "../store/store.ts";
import { findCorpusRoots } from "./configuration.ts";
import type { Io } from "./io.ts";
import type { CorpusOptions, OutputOptions } from "./options.ts";
import { chooseColor, chooseWidth, displayPath, writeNotes } from "./output.ts";

/** Faults shown before the user is sent to `dixit validate`. */
const FAULTS_SHOWN = 5;

/** Opens the corpus that the options and the environment name, hands it to `use` and closes it. */
export async function withCorpus<Result>(
  options: CorpusOptions & Pick<OutputOptions, "quiet">,
  io: Io,
  use: (store: Store) => Promise<Result>,
): Promise<Result> {
  const { openStore } = await import("../store/cache.ts");
  const roots = await findCorpusRoots(options.corpus, io);
  const warnings: string[] = [];
  const store = await openStore(roots, { cacheFolder: io.cacheFolder, warn: (line) => warnings.push(line) });
  try {
    await writeNotes(warnings, options, io);
    return await use(store);
  } finally {
    store.close();
  }
}

/** What is wrong with a corpus that cannot answer: its first faults, and where to see them all. */
export async function explainBrokenCorpus(error: BrokenCorpusError, io: Io): Promise<string> {
  const { renderTextReport } = await import("../render/text-report.ts");
  const report = renderTextReport(error.diagnostics.slice(0, FAULTS_SHOWN), {
    color: chooseColor({}, io.stderr, io.env),
    width: chooseWidth({}, io.stderr, io.env),
    displayPath: (path) => displayPath(path, io.cwd),
  });
  const count = error.diagnostics.length;
  return `${report}\ndixit: the corpus has ${count} ${count === 1 ? "error" : "errors"}; "dixit validate" shows all\n`;
}
