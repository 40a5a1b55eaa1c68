import { escapeQuoted } from "./escape.ts";

/** The objects as one JSON array, indented, ending in a line feed; `[]` when there are none. */
export async function* renderJson(objects: AsyncIterable<object>): AsyncGenerator<string> {
  let opening = "[\n";
  for await (const object of objects) {
    yield `${opening}  ${escapeQuoted(JSON.stringify(object, null, 2)).replaceAll("\n", "\n  ")}`;
    opening = ",\n";
  }
  yield opening === "[\n" ? "[]\n" : "\n]\n";
}

/** The objects as JSON Lines: one to a line. */
export async function* renderJsonLines(objects: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const object of objects) yield `${escapeQuoted(JSON.stringify(object))}\n`;
}
