import { join } from 'node:path';
import type { LocalStores } from '../../lib/local/azure-stores';
import { startLocalStores } from '../../lib/local/azure-stores';
import { existingResources } from '../../lib/local/pulumi';
import { azureStateOf } from '../local/options';

/**
 * The stores of the local Azure of a state, until `close`. They exist as soon as the stack of their stage does.
 *
 * @param given - resource ids of stores that the company gives: no stack creates them, and they exist
 */
export function openLocalStores(state: string, given: readonly string[]): Promise<LocalStores> {
  const folder = azureStateOf(state);
  return startLocalStores({
    folder: join(folder, 'stores'),
    resources: () => new Map([...given.map((id) => [id.toLowerCase(), {}] as const), ...existingResources(folder)]),
  });
}
