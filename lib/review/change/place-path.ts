/** Whether a key of a path is the position in a list. */
export function isPosition(key: string): boolean {
  return /^\d+$/.test(key);
}

/** Whether two paths name the same place, or one of them a part of the other. */
export function touches(left: string, right: string): boolean {
  return left === right || left.startsWith(`${right}.`) || right.startsWith(`${left}.`);
}
