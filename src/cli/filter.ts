import type { Filter, SourceNumber, SpeakerNames, SpeakerNumber, Store } from "../store/store.ts";
import { fold, splitTerms } from "../text/fold.ts";
import type { FilterOptions } from "./options.ts";

/** A filter as the corpus understands it, with what the user should know about how it was understood. */
export interface ResolvedFilter {
  filter: Filter;
  /** One line each, for standard error. */
  notes: string[];
}

/** Turns the filters that the user typed into values of the corpus. A value that the corpus lacks lets nothing pass. */
export async function resolveFilter(options: FilterOptions, store: Store): Promise<ResolvedFilter> {
  const notes: string[] = [];
  const filter: Filter = {};
  if (options.kind) filter.kinds = [...new Set(options.kind)].map((kind) => (kind === "fact" ? "fact" : "quote"));
  if (options.status) filter.statuses = options.status;
  if (options.since !== undefined) filter.since = options.since;
  if (options.until !== undefined) filter.until = options.until;
  if (options.speaker) filter.speakers = await resolveSpeakers(options.speaker, store, notes);
  if (options.source) filter.sources = await resolveSources(options.source, store, notes);
  if (options.tag) filter.tags = await resolveValues("tag", options.tag, store, notes, isSame);
  if (options.lang) filter.langs = await resolveValues("lang", options.lang, store, notes, isSameLanguage);
  if (options.place) filter.places = await resolveValues("place", options.place, store, notes, holdsWords);
  return { filter, notes };
}

async function resolveSpeakers(typed: string[], store: Store, notes: string[]): Promise<SpeakerNumber[]> {
  const { findSpeakers } = await import("../search/names.ts");
  const known = await store.listSpeakerNames();
  const numbers = new Set<SpeakerNumber>();
  for (const name of typed) {
    const { kind, speakers, nearest } = findSpeakers(name, known);
    for (const speaker of speakers) numbers.add(speaker.number);
    if (kind === "none") notes.push(`no speaker is called "${name}"${suggest(nearest)}`);
    else if (speakers.length > 1) notes.push(`"${name}" could be ${listNames(speakers)}; showing all`);
    else if (kind === "variant" || kind === "fuzzy") notes.push(`understood "${name}" as ${listNames(speakers)}`);
  }
  return [...numbers];
}

function listNames(speakers: SpeakerNames[]): string {
  const shown = speakers.slice(0, 5).map((speaker) => speaker.name);
  if (speakers.length > shown.length) shown.push(`${speakers.length - shown.length} more`);
  // The list is joined, not its text changed: a name may hold a comma (Martin Luther King, Jr.).
  const last = shown.pop() ?? "";
  return shown.length > 0 ? `${shown.join(", ")} or ${last}` : last;
}

function suggest(nearest: string[]): string {
  return nearest.length > 0 ? `; the nearest: ${nearest.join(", ")}` : "";
}

async function resolveSources(typed: string[], store: Store, notes: string[]): Promise<SourceNumber[]> {
  const known = await store.listSourceNames();
  const numbers = new Set<SourceNumber>();
  for (const name of typed) {
    const exact = known.filter((source) => source.id === name || source.url === name);
    const found =
      exact.length > 0
        ? exact
        : known.filter(({ id, title, publisher }) => [id, title, publisher].some((held) => holdsWords(held, name)));
    for (const source of found) numbers.add(source.number);
    if (found.length === 0) {
      const names = known.flatMap(({ id, title, publisher }) =>
        [id, title, publisher].filter((held) => held !== undefined),
      );
      notes.push(`no source is called "${name}"${await suggestNearest(name, names)}`);
    }
  }
  return [...numbers];
}

async function resolveValues(
  property: "tag" | "lang" | "place",
  typed: string[],
  store: Store,
  notes: string[],
  matches: (held: string, typed: string) => boolean,
): Promise<string[]> {
  const held = (await store.listValues(property)).map(({ value }) => value);
  const chosen = new Set<string>();
  for (const value of typed) {
    const found = held.filter((one) => matches(one, value));
    for (const one of found) chosen.add(one);
    if (found.length === 0)
      notes.push(
        `no record has the ${property === "lang" ? "language" : property} "${value}"${await suggestNearest(value, held)}`,
      );
  }
  return [...chosen];
}

async function suggestNearest(name: string, known: string[]): Promise<string> {
  const { findNearest } = await import("../text/nearest.ts");
  const nearest = findNearest(name, [...new Set(known)]);
  return nearest === undefined ? "" : suggest([nearest]);
}

function isSame(held: string, typed: string): boolean {
  return fold(held) === fold(typed);
}

/** `fr` takes in `fr-CA`, as BCP 47 lookup does. */
function isSameLanguage(held: string, typed: string): boolean {
  return fold(held) === fold(typed) || fold(held).startsWith(`${fold(typed)}-`);
}

function holdsWords(held: string | undefined, typed: string): boolean {
  if (held === undefined) return false;
  const words = splitTerms(typed).join(" ");
  return words !== "" && ` ${splitTerms(held).join(" ")} `.includes(` ${words} `);
}
