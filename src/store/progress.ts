import { statSync } from "node:fs";

import type { CorpusFile } from "../corpus/discover.ts";

/** How far compiling has come. */
export interface Progress {
  /** "reading" the files that have changed, then "indexing" what was read, which takes about a tenth of the time. */
  phase: "reading" | "indexing";
  /** Records read. */
  records: number;
  /** Files read, out of so many. */
  files: number;
  totalFiles: number;
  /** Bytes read, out of so many. */
  bytes: number;
  totalBytes: number;
}

/** Is told how far compiling has come. */
export type OnProgress = (progress: Progress) => void;

/** Adds up what has been read. */
export interface Meter {
  start(files: CorpusFile[]): void;
  addBytes(this: void, bytes: number): void;
  addRecords(records: number): void;
  addFile(): void;
  /** Says that all is read. */
  finish(): void;
}

/** A meter that tells how far it has come with each batch of records. */
export function openMeter(onProgress: OnProgress): Meter {
  const progress: Progress = { phase: "reading", records: 0, files: 0, totalFiles: 0, bytes: 0, totalBytes: 0 };
  const sizes: number[] = [];
  const tell = (): void => onProgress({ ...progress });
  return {
    start: (files) => {
      for (const { path } of files) sizes.push(statSync(path, { throwIfNoEntry: false })?.size ?? 0);
      progress.totalFiles = files.length;
      progress.totalBytes = addUp(sizes);
    },
    addBytes: (bytes) => {
      progress.bytes += bytes;
    },
    addRecords: (records) => {
      progress.records += records;
      tell();
    },
    addFile: () => {
      progress.files++;
      // Not all files are read bit by bit.
      progress.bytes = addUp(sizes.slice(0, progress.files));
    },
    finish: () => {
      progress.phase = "indexing";
      tell();
    },
  };
}

function addUp(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
