import type { ServingEngine } from '../../lib/catalog';

/** Arguments of a row that the engine's own parser does not have. */
export function unknownArguments(row: ServingEngine, published: readonly string[]): readonly string[] {
  const known = new Set(published);
  return Object.values(row.arguments).filter((name) => !known.has(name));
}
