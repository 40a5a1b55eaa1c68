import { ENTRY_KINDS, LISTS, type EntryKind } from "../batch.ts";
import { quoteValue } from "../fault.ts";
import { anchorOf, type Anchor, type Finding, type RuleFamily } from "../finding.ts";
import { STAND_IN } from "../salvage.ts";

/** Finds ids that two entries bear, of whatever kinds they are. */
export function createIdRules(): RuleFamily {
  const firsts = new Map<string, { anchor: Anchor; kind: EntryKind }>();
  const findings: Finding[] = [];
  return {
    visit(batch, file) {
      for (const kind of ENTRY_KINDS) {
        for (const located of batch[LISTS[kind]]) {
          const { id } = located.entry;
          if (id === STAND_IN) continue;
          const anchor = anchorOf(located, file);
          const first = firsts.get(id);
          if (first === undefined) firsts.set(id, { anchor, kind });
          else findings.push(describeDuplicate(id, anchor, first));
        }
      }
    },
    finish: () => findings,
  };
}

function describeDuplicate(id: string, anchor: Anchor, first: { anchor: Anchor; kind: EntryKind }): Finding {
  return {
    rule: "duplicate-id",
    message: `the id ${quoteValue(id)} is already that of a ${first.kind}; expected one that no other entry has`,
    actual: id,
    spot: { anchor, path: ["id"] },
    related: [{ spot: { anchor: first.anchor, path: ["id"] }, message: "the first one" }],
  };
}
