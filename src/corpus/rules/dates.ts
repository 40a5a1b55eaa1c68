import { findPeriod } from "../date.ts";
import { anchorOf, type Anchor, type Finding, type RuleFamily } from "../finding.ts";

interface DatedRecord {
  date: string;
  source: string;
  anchor: Anchor;
}

/** Finds records that are dated after their source was published. */
export function createDateRules(): RuleFamily {
  const records: DatedRecord[] = [];
  return {
    visit(batch, file) {
      for (const located of [...batch.quotes, ...batch.facts]) {
        const { date, source } = located.entry;
        if (date !== undefined && source !== undefined) records.push({ date, source, anchor: anchorOf(located, file) });
      }
    },
    finish({ sourceIndex }) {
      const findings: Finding[] = [];
      for (const { date, source, anchor } of records) {
        const resolution = sourceIndex.resolve(source, anchor.file.format);
        const published = "declared" in resolution ? resolution.declared.published : undefined;
        if (published === undefined || !isSurelyAfter(date, published)) continue;
        findings.push({
          rule: "dated-after-source",
          message: `the record is dated ${date}, but its source was published ${published}; expected an earlier date`,
          actual: date,
          spot: { anchor, path: ["date"] },
        });
      }
      return findings;
    },
  };
}

/** Whether the whole of a date's period lies after the whole of another's. */
function isSurelyAfter(date: string, other: string): boolean {
  return (findPeriod(date)?.first ?? 0) > (findPeriod(other)?.last ?? Infinity);
}
