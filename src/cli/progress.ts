/** Shows how far compiling has come, where it takes long: a bar on a terminal, else a line now and then. */
import type { OnProgress, Progress } from "../store/progress.ts";
import type { Sink } from "./io.ts";

/** In milliseconds: what is done sooner is not shown, how often the bar is drawn, and how often a line is written. */
const UNSHOWN = 1000;
const DRAWN_EVERY = 100;
const WRITTEN_EVERY = 5000;
/** Columns of the bar, and of a terminal that does not tell. */
const BAR = 24;
const USUAL_WIDTH = 80;

/** To the beginning of the terminal's line, which is then cleared. */
const CLEAR_LINE = "\r\u001b[K";

/** What shows progress, and takes it away at the end. */
export interface ProgressDisplay {
  onProgress: OnProgress;
  /** Removes the bar and resolves when all is written. */
  finish(): Promise<void>;
}

/**
 * How far compiling has come, in one line: `compiling  52 %  520,000 records  3 of 100 files`, with a bar of as many columns
 * in front, if any.
 */
export function renderProgress({ phase, records, files, totalFiles, bytes, totalBytes }: Progress, bar = 0): string {
  const share = phase === "indexing" ? 1 : totalBytes > 0 ? Math.min(1, bytes / totalBytes) : 0;
  const full = Math.round(share * bar);
  const drawn = bar > 0 ? `[${"#".repeat(full)}${"-".repeat(bar - full)}] ` : "";
  const percent = phase === "indexing" ? "indexing" : `compiling ${String(Math.floor(share * 100)).padStart(3)} %`;
  const of = totalFiles > 1 ? `  ${groupDigits(files)} of ${groupDigits(totalFiles)} files` : "";
  return `${drawn}${percent}  ${groupDigits(records)} records${of}`;
}

function groupDigits(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** A display on a sink; `now` tells the time in milliseconds. Nothing is shown of what takes less than a second. */
export function openProgressDisplay(sink: Sink, now: () => number): ProgressDisplay {
  const start = now();
  let next = start + (sink.isTerminal ? UNSHOWN : WRITTEN_EVERY);
  let isShown = false;
  let isGone = false;
  let written = Promise.resolve();
  const append = async (before: Promise<void>, text: string): Promise<void> => {
    await before;
    // What cannot be shown is not worth failing for: the results are what counts.
    if (!isGone) await sink.write(text).catch(() => (isGone = true));
  };
  const write = (text: string): void => {
    written = append(written, text);
  };
  return {
    onProgress: (progress) => {
      const time = now();
      // What comes after reading cannot tell how far it is.
      if (time < next && !(isShown && progress.phase === "indexing")) return;
      next = time + (sink.isTerminal ? DRAWN_EVERY : WRITTEN_EVERY);
      isShown = true;
      const line = renderProgress(progress, sink.isTerminal ? BAR : 0);
      write(sink.isTerminal ? CLEAR_LINE + line.slice(0, (sink.columns ?? USUAL_WIDTH) - 1) : `dixit: ${line}\n`);
    },
    finish: async () => {
      if (isShown && sink.isTerminal) write(CLEAR_LINE);
      await written;
    },
  };
}
