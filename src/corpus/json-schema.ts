/** The JSON Schemas of what dixit reads and prints, apart from zod, whose types a user of the library has no need of. */
import { buildJsonSchema } from "./schema.ts";

/** The JSON Schema (draft 2020-12) of a corpus file in YAML or JSON. */
export function buildCorpusSchema(): object {
  return buildJsonSchema("corpus");
}

/** The JSON Schema of a record as the commands print it. */
export function buildRecordSchema(): object {
  return buildJsonSchema("record");
}

/** The JSON Schema of a diagnostic as `validate` prints it. */
export function buildDiagnosticSchema(): object {
  return buildJsonSchema("diagnostic");
}
