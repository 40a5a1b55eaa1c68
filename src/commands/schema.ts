import type { Command } from "commander";

import { EXIT, type ExitCode } from "../cli/exit.ts";
import type { Io } from "../cli/io.ts";

const SUBJECTS = ["corpus", "record", "diagnostic"] as const;

const HELP = `
  corpus      a corpus file: what you write
  record      a record as --json prints it
  diagnostic  a finding as validate -f json prints it

Examples:
  dixit schema > corpus.schema.json
  dixit schema record`;

export function configure(command: Command, io: Io, finish: (code: ExitCode) => void): void {
  command.addArgument(command.createArgument("[subject]", "what to describe").choices(SUBJECTS).default("corpus"));
  command.addHelpText("after", HELP);
  command.action(async (subject: (typeof SUBJECTS)[number]) => {
    const { buildCorpusSchema, buildDiagnosticSchema, buildRecordSchema } = await import("../corpus/json-schema.ts");
    const build = { corpus: buildCorpusSchema, record: buildRecordSchema, diagnostic: buildDiagnosticSchema }[subject];
    await io.stdout.write(`${JSON.stringify(build(), undefined, 2)}\n`);
    finish(EXIT.found);
  });
}
