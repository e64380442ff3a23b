/**
 * The value under a key; made and kept on the first call. Like `Map.prototype.getOrInsertComputed`, which Node 20 lacks.
 *
 * @param map - belongs to the caller: what is kept lives as long as the map
 */
export function getOrInsert<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const kept = map.get(key);
  if (kept !== undefined) return kept;
  const made = make();
  map.set(key, made);
  return made;
}
