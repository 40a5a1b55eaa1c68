/** dixit as a library: open a corpus, search it, validate it. */
export type { Diagnostic, Place, Point, Rule, Severity } from "./diagnostic.ts";
export { BrokenCorpusError, RULES, UserError } from "./diagnostic.ts";
export { type CorpusFile, discoverFiles } from "./corpus/discover.ts";
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
export { openStore } from "./store/cache.ts";
export type { Filter, Store } from "./store/store.ts";
export { findSpeakers } from "./search/names.ts";
export { findHits, type Found, type Search } from "./search/search.ts";
export { findWords, fold, foldWithOffsets, type FoldedText, type Word } from "./text/fold.ts";
