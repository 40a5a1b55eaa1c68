/**
 * Exit codes. Lookups follow grep; checks say whether there is anything to mend; both use 2 when they could not answer.
 */
export const EXIT = {
  /** Something was found. */
  found: 0,
  /** Nothing was found; nothing went wrong. */
  nothingFound: 1,
  /** Nothing to mend at the chosen level. */
  clean: 0,
  /** Findings at or above the chosen level. */
  findings: 1,
  /** No answer: a bad flag, a missing or broken corpus, a file that cannot be read. */
  failed: 2,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The exit codes as `--help` prints them. */
export const EXIT_HELP = `Exit codes:
  0  found, or nothing to mend
  1  nothing found, or findings
  2  could not answer: bad flag, missing or broken corpus`;
