import { compareDiagnostics, type Diagnostic } from "../diagnostic.ts";
import type { Batch, EntryKind } from "./batch.ts";
import type { CorpusFile } from "./discover.ts";
import { anchorOf, type Declarations, type RuleFamily } from "./finding.ts";
import { placeFindings } from "./place.ts";
import { readEntries } from "./read.ts";
import { buildSourceIndex, buildSpeakerIndex } from "./references.ts";
import { createCharacterRules } from "./rules/characters.ts";
import { createDateRules } from "./rules/dates.ts";
import { createIdRules } from "./rules/ids.ts";
import { createNameRules } from "./rules/names.ts";
import { createReferenceRules } from "./rules/references.ts";
import { createUrlRules } from "./rules/urls.ts";
import { createWordRules } from "./rules/words.ts";

/** Every fault of a corpus, each with its place, sorted. A corpus in which there is nothing at all has an error. */
export async function validateCorpus(files: CorpusFile[]): Promise<Diagnostic[]> {
  const families = createFamilies();
  const diagnostics: Diagnostic[] = [];
  const speakers: Declarations["speakers"] = [];
  const sources: Declarations["sources"] = [];
  const leftOut = new Set<EntryKind>();
  let isEmpty = true;
  for (const file of files) {
    for await (const batch of readEntries(file)) {
      for (const diagnostic of batch.diagnostics) diagnostics.push(diagnostic);
      for (const located of batch.speakers) speakers.push({ entry: located.entry, anchor: anchorOf(located, file) });
      for (const located of batch.sources) sources.push({ entry: located.entry, anchor: anchorOf(located, file) });
      for (const kind of batch.leftOut) leftOut.add(kind);
      for (const family of families) family.visit(batch, file);
      isEmpty &&= countEntries(batch) === 0;
    }
  }
  const declarations: Declarations = {
    speakers,
    sources,
    speakerIndex: buildSpeakerIndex(speakers.map(({ entry }) => entry)),
    sourceIndex: buildSourceIndex(sources.map(({ entry }) => entry)),
    leftOut,
  };
  const placed = await placeFindings(families.flatMap((family) => family.finish(declarations)));
  return diagnostics
    .concat(placed)
    .map((diagnostic) =>
      isEmpty && diagnostic.rule === "empty-file" ? { ...diagnostic, severity: "error" as const } : diagnostic,
    )
    .sort(compareDiagnostics);
}

function createFamilies(): RuleFamily[] {
  return [
    createIdRules(),
    createNameRules(),
    createReferenceRules(),
    createWordRules(),
    createDateRules(),
    createCharacterRules(),
    createUrlRules(),
  ];
}

function countEntries({ speakers, sources, quotes, facts }: Batch): number {
  return speakers.length + sources.length + quotes.length + facts.length;
}
