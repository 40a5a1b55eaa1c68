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
      if (typeof scalar.value === "string" && needsQuotes(scalar.value)) scalar.type = "QUOTE_DOUBLE";
    },
  });
  return escapeQuoted(document.toString({ lineWidth: 0 }), "yaml");
}

/** Besides what must be escaped: YAML 1.1 has a type for a lone =, and its parsers know no tabs in plain texts. */
function needsQuotes(text: string): boolean {
  return text === "=" || text.includes("\t") || hasControls(text);
}
