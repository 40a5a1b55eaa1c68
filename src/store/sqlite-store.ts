import * as facets from "./facets.ts";
import { buildCondition } from "./filter.ts";
import * as listing from "./listing.ts";
import { findTermsByPrefix } from "./prefixes.ts";
import { readRecords } from "./records.ts";
import type { Database } from "./sqlite.ts";
import type { Store } from "./store.ts";
import * as terms from "./terms.ts";

/** A store that answers from a compiled corpus; closing it closes the database. */
export function buildSqliteStore(database: Database): Store {
  return {
    size: database.all<[number]>("SELECT records FROM corpus")[0]?.[0] ?? 0,
    findTerms: async (given) => terms.findTerms(database, given),
    findNearTerms: async (term, edits) => (await import("./near-terms.ts")).findNearTerms(database, term, edits),
    findTermsByPrefix: async (prefix, limit) => findTermsByPrefix(database, prefix, limit),
    findInflections: async (given) => (await import("./inflections.ts")).findInflections(database, given),
    findCandidates: async (alternatives, filter, limit) =>
      terms.findCandidates(database, alternatives, buildCondition(filter), limit),
    readRecords: async (numbers) => readRecords(database, numbers),
    findRecordsById: async (ids) => listing.findRecordsById(database, ids),
    countRecords: async (filter) => listing.countRecords(database, buildCondition(filter)),
    listRecords: (filter, sort, reverse, limit) =>
      listing.listRecords(database, buildCondition(filter), sort, reverse, limit),
    readRecordAt: async (index, filter) => listing.readRecordAt(database, buildCondition(filter), index),
    listSpeakerNames: async () => facets.listSpeakerNames(database),
    listSourceNames: async () => facets.listSourceNames(database),
    listSpeakers: async (filter) => facets.listSpeakers(database, filter, buildCondition(filter)),
    listSources: async (filter) => facets.listSources(database, buildCondition(filter)),
    listTags: async (filter) => facets.listTags(database, buildCondition(filter)),
    listValues: async (property) => facets.listValues(database, property),
    close: () => database.close(),
  };
}
