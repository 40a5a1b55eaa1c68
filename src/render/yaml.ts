import { Document, visit } from "yaml";

import { escapeQuoted, hasControls } from "./escape.ts";

/**
 * A value as YAML that YAML 1.1 and 1.2 read alike, one line a text; characters that could drive a terminal, reorder
 * it or hide in it are written as escapes.
 */
export function formatYaml(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false, compat: "yaml-1.1" });
  visit(document, {
    Scalar(_key, scalar) {
      if (typeof scalar.value === "string" && hasControls(scalar.value)) scalar.type = "QUOTE_DOUBLE";
    },
  });
  return escapeQuoted(document.toString({ lineWidth: 0 }));
}
