/** In plain words, where the system's own are jargon or name files that the user does not know. */
const REASONS = new Map<unknown, string>([
  ["ENOENT", "it does not exist"],
  ["EACCES", "permission denied"],
  ["EPERM", "permission denied"],
  ["EISDIR", "it is a folder"],
  ["ENOTDIR", "a part of its path is no folder"],
  ["ELOOP", "its links go round in a circle"],
  ["EMFILE", "too many files are open"],
  ["ENAMETOOLONG", "its name is too long"],
  ["ENOSPC", "no space is left on the device"],
  ["EROFS", "the file system is read-only"],
]);

/** Why the file system refused to do something with a file; the message of any other error as it is. */
export function explainSystemError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const reason = "code" in error ? REASONS.get(error.code) : undefined;
  return reason ?? /^E[A-Z0-9]+: ([^,]+)/u.exec(error.message)?.[1] ?? error.message;
}

/** Whether an error says that there is no such file, or no folder for it. */
export function isMissingFile(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
