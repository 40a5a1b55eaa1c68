import { quoteValue } from "../fault.ts";
import { anchorOf, type Finding, type RuleFamily } from "../finding.ts";

/** Finds URLs of sources that are none. */
export function createUrlRules(): RuleFamily {
  const findings: Finding[] = [];
  return {
    visit(batch, file) {
      for (const located of batch.sources) {
        const { url } = located.entry;
        if (url === undefined || (URL.canParse(url) && !/\s/u.test(url))) continue;
        findings.push({
          rule: "malformed-url",
          message: `${quoteValue(url)} is no absolute URL; expected one such as https://example.org/page`,
          actual: url,
          spot: { anchor: anchorOf(located, file), path: ["url"] },
        });
      }
    },
    finish: () => findings,
  };
}
