// @ts-check
/**
 * The figures that a search is judged by. An answer is a list of ids, best first; `gold` are those that are right.
 *
 * @typedef {{ ids: string[]; query: { gold: string[] } }} Answer
 */

/** @param {readonly number[]} values */
export function findMean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * @param {readonly number[]} values
 * @param {number} share 0.5 is the median
 */
export function findQuantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN;
}

/**
 * P@1: 1 if the first is right.
 *
 * @param {Answer} answer
 */
export function scoreFirst({ ids, query }) {
  return ids[0] !== undefined && query.gold.includes(ids[0]) ? 1 : 0;
}

/**
 * The reciprocal of the rank of the first right one.
 *
 * @param {Answer} answer
 */
export function scoreReciprocalRank({ ids, query }) {
  const rank = ids.findIndex((id) => query.gold.includes(id));
  return rank < 0 ? 0 : 1 / (rank + 1);
}

/**
 * Average precision among the first `depth`.
 *
 * @param {Answer} answer
 * @param {number} depth
 */
export function scoreAveragePrecision({ ids, query }, depth) {
  let right = 0;
  let sum = 0;
  for (const [index, id] of ids.slice(0, depth).entries()) {
    if (!query.gold.includes(id)) continue;
    right += 1;
    sum += right / (index + 1);
  }
  return sum / Math.min(query.gold.length, depth);
}
