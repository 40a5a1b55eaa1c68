import type { Command } from "commander";

import { findPeriod } from "../corpus/date.ts";
import type { Source, Speaker, Tag } from "../corpus/record.ts";
import type { ListingKind } from "../render/record-object.ts";
import type { Filter, Store } from "../store/store.ts";
import { compareText } from "../text/compare.ts";
import { fold } from "../text/fold.ts";
import { withCorpus } from "./corpus.ts";
import { EXIT, type ExitCode } from "./exit.ts";
import { resolveFilter } from "./filter.ts";
import type { Io } from "./io.ts";
import {
  addCorpusOption,
  addFilterOptions,
  addOrderOptions,
  addOutputOptions,
  type CorpusOptions,
  type FilterOptions,
  type OrderOptions,
  type OutputOptions,
} from "./options.ts";
import { chooseFields, chooseRendering, writeNotes, writeResults } from "./output.ts";

type Options = CorpusOptions & FilterOptions & OrderOptions<(typeof SORT_KEYS)[number]> & OutputOptions;

const SORT_KEYS = ["records", "name", "date"] as const;

/** The three things that are counted rather than shown: each command lists one of them. */
export interface Listing<Item extends Speaker | Source | Tag> {
  kind: ListingKind;
  help: string;
  list: (store: Store, filter: Filter) => Promise<Item[]>;
  /** What an item is called. */
  name: (item: Item) => string;
}

/** Configures a command that lists speakers, sources or tags with the number of records that pass the filters. */
export function configureListing<Item extends Speaker | Source | Tag>(
  listing: Listing<Item>,
  command: Command,
  io: Io,
  finish: (code: ExitCode) => void,
): void {
  addFilterOptions(command);
  addOrderOptions(command, SORT_KEYS, `${listing.kind} at most, 0 for all`);
  addOutputOptions(command);
  addCorpusOption(command);
  command.addHelpText("after", listing.help);
  command.action(async (options: Options) => finish(await printListing(listing, options, io)));
}

async function printListing<Item extends Speaker | Source | Tag>(
  listing: Listing<Item>,
  options: Options,
  io: Io,
): Promise<ExitCode> {
  const { renderListing } = await import("../render/listing.ts");
  const rendering = { ...chooseRendering(options, io), ...(await chooseFields(options, listing.kind)) };
  return withCorpus(options, io, async (store) => {
    const { filter, notes } = await resolveFilter(options, store);
    const items = await listing.list(store, filter);
    items.sort(compareItems(listing.name, options.sort ?? "records", options.reverse ?? false));
    const shown = options.limit !== undefined && options.limit > 0 ? items.slice(0, options.limit) : items;
    if (items.length === 0) notes.push("nothing found");
    await writeNotes(notes, options, io);
    await writeResults(renderListing(listing.kind, shown, rendering), options, io);
    return items.length > 0 ? EXIT.found : EXIT.nothingFound;
  });
}

/** The most records first, the earliest date first, or by name; then by name. What has no date is last in either direction. */
function compareItems<Item extends Speaker | Source | Tag>(
  name: (item: Item) => string,
  sort: (typeof SORT_KEYS)[number],
  reverse: boolean,
): (a: Item, b: Item) => number {
  const direction = reverse ? -1 : 1;
  const byName = (a: Item, b: Item): number => compareText(fold(name(a)), fold(name(b)));
  if (sort === "name") return (a, b) => direction * byName(a, b);
  if (sort === "records") return (a, b) => direction * (countRecords(b) - countRecords(a)) || byName(a, b);
  return (a, b) => {
    const [first, second] = [findFirstDay(a), findFirstDay(b)];
    if (first === undefined || second === undefined) {
      return Number(first === undefined) - Number(second === undefined) || byName(a, b);
    }
    return direction * (first - second) || byName(a, b);
  };
}

function countRecords({ quotes, facts }: Speaker | Source | Tag): number {
  return quotes + facts;
}

function findFirstDay({ first }: Speaker | Source | Tag): number | undefined {
  return first === undefined ? undefined : findPeriod(first)?.first;
}
