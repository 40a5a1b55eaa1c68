import { resolve } from "node:path";

import type { Command } from "commander";

import { findCorpusRoots } from "../cli/configuration.ts";
import { EXIT, type ExitCode } from "../cli/exit.ts";
import type { Io } from "../cli/io.ts";
import { addCorpusOption, addOutputOptions, type CorpusOptions, type OutputOptions } from "../cli/options.ts";
import { chooseRendering, writeNotes, writeResults } from "../cli/output.ts";
import { VERSION } from "../cli/version.ts";
import { type Diagnostic, RULES, SEVERITIES, type Severity } from "../diagnostic.ts";
import type { DiagnosticFormat } from "../render/report.ts";

const FORMATS = ["text", "json", "sarif", "github"] as const;
const FAIL_LEVELS = [...SEVERITIES, "never"] as const;

type Options = CorpusOptions &
  Omit<OutputOptions, "format"> & { format?: DiagnosticFormat; failLevel: (typeof FAIL_LEVELS)[number] };

const HELP = `
Reports every fault of every file, sorted by place. Without paths, the corpus that the other commands would use.

Examples:
  dixit validate
  dixit validate quotes/ --fail-level warning
  dixit validate my-quotes.yaml -f sarif -o findings.sarif`;

export function configure(command: Command, io: Io, finish: (code: ExitCode) => void): void {
  command.argument("[path...]", "corpus files and folders");
  command.addOption(
    command
      .createOption("--fail-level <level>", "exit with 1 from this severity on")
      .choices(FAIL_LEVELS)
      .default("error"),
  );
  addOutputOptions(command, FORMATS);
  addCorpusOption(command);
  command.addHelpText("after", HELP);
  command.action(async (paths: string[], options: Options) => finish(await validate(paths, options, io)));
}

async function validate(paths: string[], options: Options, io: Io): Promise<ExitCode> {
  const [{ discoverFiles }, { validateCorpus }, { renderDiagnostics }] = await Promise.all([
    import("../corpus/discover.ts"),
    import("../corpus/validate.ts"),
    import("../render/report.ts"),
  ]);
  const roots =
    paths.length > 0 ? paths.map((path) => resolve(io.cwd, path)) : await findCorpusRoots(options.corpus, io);
  const files = await discoverFiles(roots);
  const diagnostics = await validateCorpus(files);
  const { format, ...rest } = options;
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
