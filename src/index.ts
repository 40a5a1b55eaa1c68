/** dixit as a library: open a corpus, search it, validate it. */
export { BrokenCorpusError, type Diagnostic, type Place, type Point, UserError } from "./diagnostic.ts";
export { type Rule, type RuleId, RULES, type Severity } from "./rules.ts";
export { type CorpusFile, discoverFiles } from "./corpus/discover.ts";
export type { FactStatus, Kind, QuoteStatus } from "./corpus/kind.ts";
export type {
  CorpusRecord,
  Hit,
  Range,
  Source,
  SourceReference,
  Speaker,
  SpeakerReference,
  Tag,
} from "./corpus/record.ts";
export { buildCorpusSchema, buildDiagnosticSchema, buildRecordSchema } from "./corpus/json-schema.ts";
export { validateCorpus } from "./corpus/validate.ts";
export { openStore, type OpenOptions } from "./store/cache.ts";
export type {
  Filter,
  RecordNumber,
  SortKey,
  SourceNames,
  SourceNumber,
  SpeakerNames,
  SpeakerNumber,
  Store,
  Term,
} from "./store/store.ts";
export { findSpeakers, type SpeakerMatch } from "./search/names.ts";
export { findHits, type Found, type Search } from "./search/search.ts";
export { findWords, fold, foldWithOffsets, type FoldedText, type Word } from "./text/fold.ts";
