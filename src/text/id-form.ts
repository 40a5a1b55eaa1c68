/** The form of an id that an entry may bear. */
export const ID_FORM: RegExp = /^[^\s"']+$/u;

/** Whether a reference is written as ids usually are, and not as names: then it is a mistake if nothing bears it. */
export function looksLikeId(reference: string): boolean {
  return /^[a-z0-9]+([._-][a-z0-9]+)*$/u.test(reference);
}
