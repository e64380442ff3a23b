import type { EngineName, ServingEngine } from '../../lib/catalog';
import { catalog } from '../../lib/catalog';

/** A shipped engine at one version. */
export function engineRow(engine: EngineName, version: string): ServingEngine {
  const row = catalog.engines.find((other) => other.engine === engine && other.version === version);
  if (row === undefined) throw new Error(`the catalogue has no ${engine} ${version}`);
  return row;
}
