import type { Range } from "../corpus/record.ts";
import { escapeControls } from "./escape.ts";
import type { Style } from "./style.ts";
import { findCharacter } from "./width.ts";

/**
 * The text made safe to show over several lines, with the matched ranges in the match style. A range that begins or
 * ends inside a visible character - a letter and its marks - takes all of it, for a style must not tear it apart.
 */
export function highlightMatches(text: string, matches: readonly Range[], style: Style): string {
  let shown = "";
  let done = 0;
  for (const [start, end] of matches) {
    if (start >= end) continue;
    const from = Math.max(done, findCharacter(text, start).start);
    const to = findCharacter(text, end - 1).end;
    if (from >= to) continue;
    shown += escapeControls(text.slice(done, from), { multiline: true });
    shown += style.match(escapeControls(text.slice(from, to), { multiline: true }));
    done = to;
  }
  return shown + escapeControls(text.slice(done), { multiline: true });
}
