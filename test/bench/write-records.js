// @ts-check
import { closeSync, openSync, writeSync } from "node:fs";

const BATCH = 10_000;

/**
 * Writes records as JSON Lines, in batches, so that a million need little memory.
 *
 * @param {string} file
 * @param {Iterable<import("./corpora.js").Entry>} entries
 * @param {number} sampled
 * @returns {{ bytes: number; texts: string[] }} size of the file, and the first `sampled` texts of ten words or more
 */
export function writeRecords(file, entries, sampled) {
  const descriptor = openSync(file, "w");
  /** @type {string[]} */
  const texts = [];
  let bytes = 0;
  let batch = "";
  let count = 0;
  for (const entry of entries) {
    if (texts.length < sampled && entry.text.split(" ").length >= 10) texts.push(entry.text);
    batch += `${JSON.stringify({ kind: "quote", ...entry })}\n`;
    count += 1;
    if (count % BATCH > 0) continue;
    bytes += writeSync(descriptor, batch);
    batch = "";
  }
  bytes += writeSync(descriptor, batch);
  closeSync(descriptor);
  return { bytes, texts };
}
