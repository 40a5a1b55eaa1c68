import { hash } from "node:crypto";

import { splitTerms } from "../../text/fold.ts";
import { quoteValue } from "../fault.ts";
import { anchorOf, type Anchor, type Declarations, type Finding, type RuleFamily } from "../finding.ts";
import { foldName } from "../references.ts";

interface Occurrence {
  anchor: Anchor;
  kind: "quote" | "fact";
  speaker: string | undefined;
  isMisattributed: boolean;
}

/** Finds records that have the same words, however they are typed. */
export function createWordRules(): RuleFamily {
  // By a digest, which is shorter than the words of a large corpus.
  const byWords = new Map<string, Occurrence | Occurrence[]>();
  return {
    visit(batch, file) {
      for (const located of batch.quotes) {
        const { text, speaker, status } = located.entry;
        // A speaker or status at fault may be any.
        if (located.isPartial && speaker === undefined) continue;
        const isMisattributed = status === "misattributed" || (located.isPartial && status === undefined);
        add(text, { anchor: anchorOf(located, file), kind: "quote", speaker, isMisattributed });
      }
      for (const located of batch.facts) {
        const { text } = located.entry;
        add(text, { anchor: anchorOf(located, file), kind: "fact", speaker: undefined, isMisattributed: false });
      }
    },
    finish: (declarations) =>
      [...byWords.values()].flatMap((group) => (Array.isArray(group) ? compareGroup(group, declarations) : [])),
  };

  function add(text: string, occurrence: Occurrence): void {
    const words = splitTerms(text).join(" ");
    if (words === "") return;
    const key = hash("sha1", `${occurrence.kind} ${words}`, "base64");
    const others = byWords.get(key);
    if (others === undefined) byWords.set(key, occurrence);
    else if (Array.isArray(others)) others.push(occurrence);
    else byWords.set(key, [others, occurrence]);
  }
}

function compareGroup(group: Occurrence[], declarations: Declarations): Finding[] {
  const findings: Finding[] = [];
  const bySpeaker = new Map<string, Occurrence>();
  for (const occurrence of group) {
    const speaker = identifySpeaker(occurrence, declarations);
    const same = bySpeaker.get(speaker);
    const [other] = bySpeaker.values();
    if (same !== undefined) findings.push(describeSame(occurrence, same));
    else if (other && !other.isMisattributed && !occurrence.isMisattributed)
      findings.push(describeOther(occurrence, other));
    if (same === undefined) bySpeaker.set(speaker, occurrence);
  }
  return findings;
}

function identifySpeaker({ speaker, anchor }: Occurrence, { speakerIndex }: Declarations): string {
  if (speaker === undefined) return "";
  const resolution = speakerIndex.resolve(speaker, anchor.file.format);
  return "declared" in resolution ? `id ${resolution.declared.id}` : `name ${foldName(speaker)}`;
}

function describeSame({ anchor, kind }: Occurrence, first: Occurrence): Finding {
  return {
    rule: "same-words",
    message: `the ${kind} has the same words as an earlier one; expected each once`,
    spot: { anchor, path: ["text"] },
    related: [{ spot: { anchor: first.anchor, path: ["text"] }, message: "the earlier one" }],
  };
}

function describeOther({ anchor, speaker }: Occurrence, other: Occurrence): Finding {
  const [here, there] = [speaker, other.speaker].map((name) => (name === undefined ? "nobody" : quoteValue(name)));
  return {
    rule: "same-words-other-speaker",
    message: `the same words are given to ${there} in an earlier quote and to ${here} here; expected one speaker`,
    spot: { anchor, path: ["text"] },
    related: [{ spot: { anchor: other.anchor, path: ["text"] }, message: "the earlier one" }],
  };
}
