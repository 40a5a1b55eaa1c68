import type { Configure } from "../cli/command.ts";
import { findCorpusRoots } from "../cli/configuration.ts";
import { protectCorpus } from "../cli/corpus.ts";
import { EXIT, EXIT_HELP, type ExitCode } from "../cli/exit.ts";
import type { Io } from "../cli/io.ts";
import {
  addCorpusOption,
  addOutputOptions,
  createChoice,
  type CorpusOptions,
  type OutputOptions,
} from "../cli/options.ts";
import { chooseRendering, writeNotes, writeResults } from "../cli/output.ts";
import { VERSION } from "../cli/version.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { DIAGNOSTIC_FORMATS, renderDiagnostics, type DiagnosticFormat } from "../render/report.ts";
import { RULES, SEVERITIES, type Severity } from "../rules.ts";

const FAIL_LEVELS = [...SEVERITIES, "never"] as const;

type Options = CorpusOptions &
  Omit<OutputOptions, "format"> & { format?: DiagnosticFormat; failLevel: (typeof FAIL_LEVELS)[number] };

const DESCRIPTION = `Check a corpus for faults: every fault of every file, with its place and what was expected.

Without paths, it checks the corpus that the other commands would use.`;

const HELP = `
${EXIT_HELP.check}

Examples:
  dixit validate
  dixit validate --fail-level warning
  dixit validate -f json | jq -r '.[].message'
  dixit validate -f sarif > findings.sarif`;

/** Configures `dixit validate`: every fault of a corpus, with its place. */
export const configure: Configure = (command, io, finish) => {
  command.description(DESCRIPTION);
  command.argument("[path...]", "corpus files and folders");
  command.addOption(
    createChoice(command, "--fail-level <level>", "exit with 1 from this severity on", FAIL_LEVELS).default("error"),
  );
  addOutputOptions(command, "text", DIAGNOSTIC_FORMATS);
  addCorpusOption(command);
  command.addHelpText("after", HELP);
  command.action(async (paths: string[], options: Options) => finish(await validate(paths, options, io)));
};

async function validate(paths: string[], options: Options, io: Io): Promise<ExitCode> {
  const [{ discoverFiles }, { validateCorpus }] = await Promise.all([
    import("../corpus/discover.ts"),
    import("../corpus/validate.ts"),
  ]);
  const named = [...(options.corpus ?? []), ...paths];
  const roots = await findCorpusRoots(named.length > 0 ? named : undefined, io);
  const files = await discoverFiles(roots);
  const diagnostics = await validateCorpus(files);
  const { format, ...rest } = options;
  await protectCorpus(roots, rest, io);
  const report = await renderDiagnostics(diagnostics, format ?? (options.json === true ? "json" : "text"), {
    ...chooseRendering(rest, io),
    rules: RULES,
    version: VERSION,
  });
  await writeResults([report], rest, io);
  await writeNotes([summarize(diagnostics, files.length)], rest, io);
  return judge(diagnostics, options.failLevel);
}

/** One line: how many findings of each severity in how many files. */
function summarize(diagnostics: Diagnostic[], files: number): string {
  const counts = SEVERITIES.map((severity) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return `${count} ${severity === "info" || count === 1 ? severity : `${severity}s`}`;
  });
  return `${counts.join(", ")} in ${files} ${files === 1 ? "file" : "files"}`;
}

/** A file that could not be read leaves the question open, whatever the level. */
function judge(diagnostics: Diagnostic[], failLevel: Severity | "never"): ExitCode {
  const open = diagnostics.some(({ rule }) => rule === "unreadable-file" || rule === "changing-file");
  if (open) return EXIT.failed;
  if (failLevel === "never") return EXIT.clean;
  const gravest = SEVERITIES.indexOf(failLevel);
  return diagnostics.some(({ severity }) => SEVERITIES.indexOf(severity) <= gravest) ? EXIT.findings : EXIT.clean;
}
