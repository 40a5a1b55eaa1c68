import { splitTerms } from "../../text/fold.ts";
import { findNearest } from "../../text/nearest.ts";
import type { CorpusFile } from "../discover.ts";
import { quoteValue, type Path } from "../fault.ts";
import { anchorOf, type Anchor, type Declarations, type Finding, type RuleFamily, type Spot } from "../finding.ts";
import { STAND_IN } from "../salvage.ts";
import type { SpeakerEntry } from "../schema.ts";

type Target = "speaker" | "source";

/** All uses of one name. */
interface Reference {
  name: string;
  format: CorpusFile["format"];
  count: number;
  /** Of JSON Lines, which may be large, the first alone. */
  spots: Spot[];
}

/** Comparisons of an undeclared name with a declared one that are made at most: each takes some microseconds. */
const MOST_COMPARISONS = 1_000_000;

/** Finds references to speakers and sources that are not declared, and declarations without references. */
export function createReferenceRules(): RuleFamily {
  const references: Record<Target, Map<string, Reference>> = { speaker: new Map(), source: new Map() };
  const said = new Set<string>();
  return {
    visit(batch, file) {
      for (const { entry } of [...batch.quotes, ...batch.facts]) {
        for (const term of splitTerms(`${entry.text} ${entry.context ?? ""}`)) said.add(term);
      }
      for (const located of batch.quotes) {
        const { speaker, source, often_credited_to: credited = [] } = located.entry;
        const anchor = anchorOf(located, file);
        if (speaker !== undefined) add("speaker", speaker, anchor, ["speaker"]);
        if (source !== undefined) add("source", source, anchor, ["source"]);
        for (const [index, name] of credited.entries()) add("speaker", name, anchor, ["often_credited_to", index]);
      }
      for (const located of batch.facts) {
        const { claimed_by: claimants = [], source } = located.entry;
        const anchor = anchorOf(located, file);
        if (source !== undefined) add("source", source, anchor, ["source"]);
        for (const [index, name] of claimants.entries()) add("speaker", name, anchor, ["claimed_by", index]);
      }
    },
    finish: (declarations) => [
      ...judgeTarget("speaker", references.speaker, declarations, said),
      ...judgeTarget("source", references.source, declarations, said),
    ],
  };

  function add(target: Target, name: string, anchor: Anchor, path: Path): void {
    if (name === STAND_IN) return;
    const { format } = anchor.file;
    const key = `${format === "jsonl" ? "imported" : "written"} ${name}`;
    const reference = references[target].get(key);
    if (reference === undefined) {
      references[target].set(key, { name, format, count: 1, spots: [{ anchor, path }] });
    } else {
      reference.count++;
      if (format !== "jsonl") reference.spots.push({ anchor, path });
    }
  }
}

function judgeTarget(
  target: Target,
  references: Map<string, Reference>,
  declarations: Declarations,
  said: ReadonlySet<string>,
): Finding[] {
  const findings: Finding[] = [];
  const used = new Set<object>();
  const index = target === "speaker" ? declarations.speakerIndex : declarations.sourceIndex;
  const candidates = listNames(target, declarations);
  let comparisons = 0;
  for (const reference of references.values()) {
    const resolution = index.resolve(reference.name, reference.format);
    if ("declared" in resolution) {
      used.add(resolution.declared);
      continue;
    }
    // What is missing may be among the entries that could not be read.
    if (declarations.leftOut.has(target)) continue;
    comparisons += candidates.length;
    const nearest = comparisons > MOST_COMPARISONS ? undefined : findNearest(reference.name, candidates);
    findings.push(...describeMissing(target, reference, "unknown" in resolution, nearest));
  }
  if (!declarations.leftOut.has("quote") && !declarations.leftOut.has("fact")) {
    for (const { entry } of declarations.speakers) if (isNamed(entry, said)) used.add(entry);
    findings.push(...describeUnused(target, declarations, used));
  }
  return findings;
}

/** Whether the words of a name all occur in what is said: a speaker may be declared for being spoken of. */
function isNamed({ name, aliases = [] }: SpeakerEntry, said: ReadonlySet<string>): boolean {
  return [name, ...aliases].some((form) => {
    const terms = splitTerms(form);
    return terms.length > 0 && terms.every((term) => said.has(term));
  });
}

/** Sources are not compared by title: two titles are often alike and stand for two sources. */
function listNames(target: Target, { speakers, sources }: Declarations): string[] {
  if (target === "source") return sources.map(({ entry }) => entry.id);
  return [...new Set(speakers.flatMap(({ entry }) => [entry.id, entry.name, ...(entry.aliases ?? [])]))];
}

function describeMissing(
  target: Target,
  reference: Reference,
  isUnknown: boolean,
  nearest: string | undefined,
): Finding[] {
  const { name, spots, count } = reference;
  const quoted = quoteValue(name);
  const suggestion = nearest === undefined ? {} : { suggestion: nearest };
  if (isUnknown) {
    const wanted = target === "speaker" ? "a declared id or a name" : "a declared id, a title or a URL";
    const message = `no ${target} has the id ${quoted}; expected ${wanted}`;
    return spots.map((spot) => ({ rule: `unknown-${target}` as const, message, actual: name, spot, ...suggestion }));
  }
  if (target === "speaker" && nearest !== undefined) {
    const message = `the speaker ${quoted} is not declared, but nearly has the name of one who is; expected the same spelling`;
    return spots.map((spot) => ({ rule: "near-speaker", message, actual: name, spot, ...suggestion }));
  }
  const [spot] = spots;
  const where = count === 1 ? "" : ` (used ${count} times)`;
  const message = `the ${target} ${quoted} is not declared${where}`;
  return spot === undefined ? [] : [{ rule: `undeclared-${target}`, message, actual: name, spot }];
}

function describeUnused(target: Target, { speakers, sources }: Declarations, used: ReadonlySet<object>): Finding[] {
  return (target === "speaker" ? speakers : sources)
    .filter(({ entry }) => entry.id !== STAND_IN && !used.has(entry))
    .map(({ entry, anchor }) => ({
      rule: `unused-${target}` as const,
      message:
        target === "speaker"
          ? `no record refers to or names the speaker ${quoteValue(entry.id)}`
          : `no record refers to the source ${quoteValue(entry.id)}`,
      actual: entry.id,
      spot: { anchor, path: ["id"] },
    }));
}
