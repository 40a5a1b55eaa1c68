import type { Diagnostic, Place } from "../diagnostic.ts";
import { escapeQuoted } from "./escape.ts";
import type { SarifOptions } from "./sarif.ts";
import type { TextReportOptions } from "./text-report.ts";

/** The formats of findings. */
export const DIAGNOSTIC_FORMATS = ["text", "json", "sarif", "github"] as const;
/** A format of findings. */
export type DiagnosticFormat = (typeof DIAGNOSTIC_FORMATS)[number];

/** Findings in a format, in the order in which they are given, ending in a line feed; as text, none give nothing. */
export async function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  format: DiagnosticFormat,
  options: TextReportOptions & SarifOptions,
): Promise<string> {
  switch (format) {
    case "text": {
      const { renderTextReport } = await import("./text-report.ts");
      return renderTextReport(diagnostics, options);
    }
    case "json":
      return formatJson(diagnostics.map((diagnostic) => buildDiagnosticObject(diagnostic, options.displayPath)));
    case "sarif": {
      const { buildSarifLog } = await import("./sarif.ts");
      return formatJson(buildSarifLog(diagnostics, options));
    }
    case "github": {
      const { renderGithubReport } = await import("./github.ts");
      return renderGithubReport(diagnostics, options.displayPath);
    }
  }
}

function formatJson(value: unknown): string {
  return `${escapeQuoted(JSON.stringify(value, null, 2))}\n`;
}

/** A finding as JSON has it: flat, absent rather than empty. Undefined values vanish in JSON. */
function buildDiagnosticObject(diagnostic: Diagnostic, displayPath: (path: string) => string): object {
  const { rule, severity, message, actual, expected, suggestion, place, related } = diagnostic;
  return {
    ...flattenPlace(place, displayPath),
    rule,
    severity,
    message,
    actual,
    expected,
    suggestion,
    related: related?.map((other) => ({ ...flattenPlace(other.place, displayPath), message: other.message })),
  };
}

function flattenPlace({ file, start, end }: Place, displayPath: (path: string) => string): object {
  return {
    file: displayPath(file),
    line: start?.line,
    column: start?.column,
    endLine: end?.line,
    endColumn: end?.column,
  };
}
