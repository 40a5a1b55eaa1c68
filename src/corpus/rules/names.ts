import { quoteValue } from "../fault.ts";
import { anchorOf, type Finding, type RuleFamily, type Spot } from "../finding.ts";
import { foldName } from "../references.ts";
import { STAND_IN } from "../salvage.ts";

/** Finds names and aliases that two speakers have. */
export function createNameRules(): RuleFamily {
  const owners = new Map<string, { id: string; spot: Spot }>();
  const findings: Finding[] = [];
  return {
    visit(batch, file) {
      for (const located of batch.speakers) {
        const { id, name, aliases = [] } = located.entry;
        const anchor = anchorOf(located, file);
        const owner = id === STAND_IN ? name : id;
        claim(owner, name, { anchor, path: ["name"] });
        for (const [index, alias] of aliases.entries()) claim(owner, alias, { anchor, path: ["aliases", index] });
      }
    },
    finish: () => findings,
  };

  function claim(id: string, name: string, spot: Spot): void {
    if (name === STAND_IN) return;
    const folded = foldName(name);
    const owner = owners.get(folded);
    if (owner === undefined) owners.set(folded, { id, spot });
    else if (owner.id !== id) findings.push(describeClash(name, spot, owner));
  }
}

function describeClash(name: string, spot: Spot, owner: { id: string; spot: Spot }): Finding {
  return {
    rule: "ambiguous-alias",
    message: `${quoteValue(name)} is also a name of the speaker ${quoteValue(owner.id)}; expected a name of one speaker`,
    actual: name,
    spot,
    related: [{ spot: owner.spot, message: "the other one" }],
  };
}
