import { ENTRY_KINDS, LISTS } from "../batch.ts";
import { quoteValue, type Path } from "../fault.ts";
import { anchorOf, type Anchor, type Finding, type RuleFamily } from "../finding.ts";

/** Control characters but tab and line feed, and the marks that turn the direction of what follows. */
const CONTROL = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** Finds values with space around them and with characters that nobody sees. */
export function createCharacterRules(): RuleFamily {
  const findings: Finding[] = [];
  return {
    visit(batch, file) {
      for (const kind of ENTRY_KINDS) {
        for (const located of batch[LISTS[kind]]) {
          for (const [key, value] of Object.entries(located.entry)) {
            if (!key.startsWith("x-")) judgeValue(value, [key], () => anchorOf(located, file));
          }
        }
      }
    },
    finish: () => findings,
  };

  function judgeValue(value: unknown, path: Path, anchor: () => Anchor): void {
    if (typeof value === "string") judgeText(value, path, anchor);
    else if (Array.isArray(value)) value.forEach((item, index) => judgeValue(item, [...path, index], anchor));
    else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) judgeValue(inner, [...path, key], anchor);
    }
  }

  function judgeText(text: string, path: Path, anchor: () => Anchor): void {
    if (text.trim() !== text) {
      const side = text.trimStart() === text ? "ends" : "begins";
      const message = `${quoteValue(text)} ${side} with space; expected none around the text`;
      findings.push({
        rule: "surrounding-space",
        message,
        actual: text.slice(0, 200),
        spot: { anchor: anchor(), path },
      });
    }
    const control = CONTROL.exec(text)?.[0];
    if (control === undefined) return;
    const name = `U+${(control.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
    const message = `the text holds the invisible character ${name}; expected none`;
    findings.push({ rule: "control-character", message, actual: name, spot: { anchor: anchor(), path } });
  }
}
