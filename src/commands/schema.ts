import type { Configure } from "../cli/command.ts";
import { EXIT, EXIT_HELP } from "../cli/exit.ts";
import { parseChoice } from "../cli/options.ts";

const SUBJECTS = ["corpus", "record", "diagnostic"] as const;

const DESCRIPTION = `Print a JSON Schema of what dixit reads or prints:

  corpus      a corpus file: what you write
  record      a record, as --json prints it
  diagnostic  a finding, as validate -f json prints it`;

const HELP = `
${EXIT_HELP.print}

Examples:
  dixit schema > corpus.schema.json
  dixit schema record`;

/** Configures `dixit schema`: a JSON Schema of what dixit reads or prints. */
export const configure: Configure = (command, io, finish) => {
  command.description(DESCRIPTION);
  const argument = command.createArgument("[subject]", "what to describe").choices(SUBJECTS).default("corpus");
  command.addArgument(argument.argParser((value) => parseChoice("schema", SUBJECTS, value)));
  command.addHelpText("after", HELP);
  command.action(async (subject: (typeof SUBJECTS)[number]) => {
    const { buildCorpusSchema, buildDiagnosticSchema, buildRecordSchema } = await import("../corpus/json-schema.ts");
    const build = { corpus: buildCorpusSchema, record: buildRecordSchema, diagnostic: buildDiagnosticSchema }[subject];
    await io.stdout.write(`${JSON.stringify(build(), undefined, 2)}\n`);
    finish(EXIT.found);
  });
};
