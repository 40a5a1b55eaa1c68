/** A stream that the program writes to. */
export interface Sink {
  /** Resolves when the text is handed over; throws ClosedPipeError when the reader has gone. */
  write: (text: string) => Promise<void>;
  isTerminal: boolean;
  /** Width in columns, where there is a terminal that knows. */
  columns?: number;
}

/** All that the program takes from the world around it. */
export interface Io {
  stdout: Sink;
  stderr: Sink;
  stdin: AsyncIterable<Uint8Array>;
  env: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  cwd: string;
  /** The folder of the built-in corpus; absolute. */
  dataFolder: string;
  /** Where the compiled corpora live; absent where the user has no home. */
  cacheFolder?: string;
  /** Where the user's `config.yaml` is looked for. */
  configFolder?: string;
  /** A random number from 0 up to but not including 1. */
  random: () => number;
}

/** The reader of a pipe has gone, as `| head` does: the end, and no failure. */
export class ClosedPipeError extends Error {
  override name = "ClosedPipeError";
}
