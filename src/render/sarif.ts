/** SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), which code-scanning services read. */
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";

import type { Location, Log, PhysicalLocation, Region, ReportingDescriptor, Result } from "sarif";

import type { Diagnostic, Place } from "../diagnostic.ts";
import type { Rule, Severity } from "../rules.ts";

/** What a SARIF log says beside the findings. */
export interface SarifOptions {
  displayPath: (path: string) => string;
  rules: Readonly<Record<string, Rule>>;
  /** The version of dixit. */
  version: string;
}

const LEVELS = { error: "error", warning: "warning", info: "note" } as const satisfies Record<Severity, string>;

/** The findings as a SARIF log with one run, which names every rule, broken or not. */
export function buildSarifLog(diagnostics: readonly Diagnostic[], options: SarifOptions): Log {
  const { rules, version, displayPath } = options;
  const ids = Object.keys(rules);
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "dixit",
            version,
            rules: Object.entries(rules).map(([id, rule]) => describeRule(id, rule)),
          },
        },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((diagnostic) => buildResult(diagnostic, ids.indexOf(diagnostic.rule), displayPath)),
      },
    ],
  };
}

function describeRule(id: string, { severity, summary, help }: Rule): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: summary },
    help: { text: help },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function buildResult(
  { rule, severity, message, place, suggestion, related }: Diagnostic,
  ruleIndex: number,
  displayPath: (path: string) => string,
): Result {
  const question = suggestion === undefined ? "" : `; did you mean ${JSON.stringify(suggestion)}?`;
  return {
    ruleId: rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: escapeMessage(message + question) },
    locations: [{ physicalLocation: buildLocation(place, displayPath) }],
    ...(related && {
      relatedLocations: related.map((other, id): Location => {
        const physicalLocation = buildLocation(other.place, displayPath);
        return { id, message: { text: escapeMessage(other.message) }, physicalLocation };
      }),
    }),
  };
}

function buildLocation({ file, start, end }: Place, displayPath: (path: string) => string): PhysicalLocation {
  const region: Region | undefined = start && {
    startLine: start.line,
    startColumn: start.column,
    ...(end && { endLine: end.line, endColumn: end.column }),
  };
  return { artifactLocation: { uri: formatUri(displayPath(file)) }, ...(region && { region }) };
}

function formatUri(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  const wellFormed = path.replaceAll("\\", "/").replace(/\p{Surrogate}/gu, "\ufffd");
  return wellFormed.split("/").map(encodeURIComponent).join("/");
}

/** Braces stand for arguments and `[…](…)` for links in the messages of SARIF (3.11.5, 3.11.6). */
function escapeMessage(text: string): string {
  return text.replace(/[{}]/g, "$&$&").replaceAll("](", "\\](");
}
