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
/** One of the exit codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The exit codes as `--help` prints them: of the program, of a lookup, of a check, and of what only prints. */
export const EXIT_HELP = {
  program: `Exit codes:
  0  found; validate: nothing to mend
  1  nothing found; validate: findings
  2  could not answer: bad flag, missing or broken corpus`,
  lookup: `Exit codes:
  0  found
  1  nothing found
  2  could not answer: bad flag, missing or broken corpus`,
  check: `Exit codes:
  0  nothing to mend
  1  findings, of the severity of --fail-level or graver
  2  could not judge: bad flag, missing or unreadable file`,
  print: `Exit codes:
  0  printed
  2  could not answer: bad flag or subject`,
} as const;
