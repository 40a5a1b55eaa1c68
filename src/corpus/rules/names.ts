import { quoteValue } from "../fault.ts";
import { anchorOf, type Finding, type RuleFamily, type Spot } from "../finding.ts";
import { foldName } from "../references.ts";

/** Finds names and aliases that two speakers have. */
export function createNameRules(): RuleFamily {
  const owners = new Map<string, { id: string; spot: Spot }>();
  const findings: Finding[] = [];
  return {
    visit(batch, file) {
      for (const located of batch.speakers) {
        const { id, name, aliases = [] } = located.entry;
        const anchor = anchorOf(located, file);
        claim(id, name, { anchor, path: ["name"] });
        for (const [index, alias] of aliases.entries()) claim(id, alias, { anchor, path: ["aliases", index] });
      }
    },
    finish: () => findings,
  };

  function claim(id: string, name: string, spot: Spot): void {
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
