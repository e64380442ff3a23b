/** A path without list positions, as facts about types write it. */
export function withoutPositions(path: readonly string[]): string {
  return path.filter((key) => !isPosition(key)).join('.');
}

/** Whether a key of a path is the position in a list. */
export function isPosition(key: string): boolean {
  return /^\d+$/.test(key);
}

/** Whether two paths name the same place, or one of them a part of the other. */
export function touches(left: string, right: string): boolean {
  return left === right || left.startsWith(`${right}.`) || right.startsWith(`${left}.`);
}

/** Whether a path is in a place, or is the place. */
export function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}.`);
}
