import { platformGraph } from '../../bin/project/platform-graph';
import { catalog } from '../../lib/catalog';
import type { ResourceGraph } from '../../lib/graph';
import { planAll } from '../../lib/plan';
import type { PlatformSpec } from '../../lib/platform';
import { resolve } from '../../lib/platform';
import reference from '../../llmops.config';

async function graphOf(spec: PlatformSpec): Promise<ResourceGraph> {
  const resolved = resolve(spec);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
  const planned = planAll(resolved.value, catalog);
  if (!planned.ok) throw new Error(JSON.stringify(planned.issues));
  const { graph, problems } = await platformGraph(Object.values(planned.value));
  expect(problems).toEqual([]);
  return graph;
}

const addresses = (graph: ResourceGraph): string[] =>
  graph.map(({ environment, address, type }) => `${environment} ${address} ${type}`);

let before: ResourceGraph;
beforeAll(async () => {
  before = await graphOf(reference);
});

test('adding an environment changes nothing in the others', async () => {
  const { dev } = reference.environments;
  if (dev?.aws === undefined) throw new Error('no dev');
  const more = await graphOf({
    ...reference,
    environments: {
      ...reference.environments,
      sandbox: { tier: 'development', aws: { account: '444444444444', region: 'eu-central-1', cidr: '10.26.0.0/16' } },
    },
  });
  expect(more.filter(({ environment }) => environment !== 'sandbox')).toEqual(before);
  expect(more.some(({ environment }) => environment === 'sandbox')).toBe(true);
});

test('adding an endpoint moves no other resource to another address', async () => {
  const { chat } = reference.endpoints ?? {};
  if (chat === undefined) throw new Error('no chat endpoint');
  const more = await graphOf({ ...reference, endpoints: { draft: chat, ...reference.endpoints } });
  expect(addresses(more)).toEqual(expect.arrayContaining(addresses(before)));
  expect(more.length).toBeGreaterThan(before.length);
});

test('every edge leads to a resource of the same environment', () => {
  const known = new Set(before.map(({ environment, address }) => `${environment} ${address}`));
  const dangling = before.flatMap(({ environment, address, dependsOn }) =>
    dependsOn
      .filter((other) => !known.has(`${environment} ${other}`))
      .map((other) => `${environment} ${address} -> ${other}`),
  );
  expect(dangling).toEqual([]);
});
