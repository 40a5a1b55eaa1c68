/**
 * Where a file's records stand in the numbering of a compiled corpus. Each file has a slot, and a record's number is its file's
 * slot times RECORDS_PER_FILE plus its place in the file, so that numbers are in the corpus's order. Slots are spread with
 * gaps between them: a new file finds room beside the files that keep their numbers.
 */

/** More records than a file can have, yet small enough that each number is exact. */
export const RECORDS_PER_FILE = 2 ** 28;

const LAST_SLOT = 2 ** 24;
const SPACING = 1024;

/**
 * A slot for each file, ascending.
 *
 * @param paths In the corpus's order.
 * @param taken Slots that files have already and keep.
 * @returns undefined where that cannot be: the kept files have changed their order, or a gap is full.
 */
export function assignSlots(paths: string[], taken: ReadonlyMap<string, number>): Map<string, number> | undefined {
  const slots = new Map<string, number>();
  let previous = 0;
  let run: string[] = [];
  const place = (next: number): boolean => {
    const step = Math.min(SPACING, (next - previous) / (run.length + 1));
    if (step < 1) return false;
    run.forEach((path, index) => slots.set(path, Math.floor(previous + step * (index + 1))));
    return true;
  };
  for (const path of paths) {
    const slot = taken.get(path);
    if (slot === undefined) {
      run.push(path);
      continue;
    }
    if (!place(slot)) return undefined;
    slots.set(path, slot);
    previous = slot;
    run = [];
  }
  return place(LAST_SLOT) ? slots : undefined;
}
