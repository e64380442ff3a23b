import { join } from 'node:path';
import { planConfig } from '../../bin/project/planned';
import { platformGraph } from '../../bin/project/platform-graph';

/** The committed list of addresses. */
export const addressFile = join(__dirname, 'addresses.txt');

/**
 * Every resource of the reference platform with its address, a line each: `<environment> <cloud> <address> <type>`. An
 * address that changes replaces its resource, or leaves the old one behind.
 */
export async function addresses(): Promise<readonly string[]> {
  const root = join(__dirname, '../..');
  const planned = await planConfig(join(root, 'llmops.config.ts'), root);
  if (!planned.ok) throw new Error(JSON.stringify(planned.issues));
  const { graph } = await platformGraph(planned.value.plans);
  return graph
    .map(({ environment, cloud, address, type }) => `${environment} ${cloud} ${address} ${type}`)
    .toSorted((a, b) => (a < b ? -1 : 1));
}
