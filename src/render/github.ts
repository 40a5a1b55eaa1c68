import type { Diagnostic } from "../diagnostic.ts";
import type { Severity } from "../rules.ts";
import { escapeControls } from "./escape.ts";

const COMMANDS: Record<Severity, string> = { error: "error", warning: "warning", info: "notice" };

/**
 * The findings as workflow commands, which GitHub Actions shows beside the lines of a change, one a line
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands).
 */
export function renderGithubReport(diagnostics: readonly Diagnostic[], displayPath: (path: string) => string): string {
  return diagnostics.map((diagnostic) => `${formatCommand(diagnostic, displayPath)}\n`).join("");
}

function formatCommand(
  { severity, message, place, rule, suggestion }: Diagnostic,
  displayPath: (path: string) => string,
): string {
  const { file, start, end } = place;
  const properties: Record<string, string | number | undefined> = {
    file: displayPath(file).replaceAll("\\", "/"),
    line: start?.line,
    endLine: end?.line,
    col: start?.column,
    endColumn: end !== undefined && end.line === start?.line ? end.column : undefined,
    title: rule,
  };
  const list = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const question = suggestion === undefined ? "" : `\ndid you mean ${JSON.stringify(suggestion)}?`;
  return `::${COMMANDS[severity]} ${list.join(",")}::${escapeData(message + question)}`;
}

function escapeData(text: string): string {
  return escapeControls(text, { multiline: true })
    .replaceAll("%", "%25")
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
