import { planConfig } from '../../bin/project/planned';
import { oneLineChanges } from '../../bin/rehearse/one-line-changes';
import type { PropertyMap } from '../../lib/local/pulumi/property-value';
import { isMap } from '../../lib/local/pulumi/property-value';
import { azureStages, stackName } from '../../stacks/azure';
import { root } from '../helpers/command';
import type { CommandEnd } from './engine';
import { onPath, PulumiEngine } from './engine';

/*
 * The life of one environment over its four stacks, under the real engine of Pulumi. The provider is a stand-in: what it
 * does not prove are the checks, differences and retries of azure-native, and everything that ARM decides.
 */
const cli = onPath('pulumi');
const environment = process.env.LLMOPS_ENVIRONMENT ?? 'dev';
const stacks = azureStages.map((stage) => stackName({ environment, stage }));
const last = stacks.at(-1) ?? '';
const inCi = process.env.CI !== undefined;

/** Why the lane does not run here; undefined when it runs. */
const skipped = inCi ? 'not in CI' : cli === undefined ? 'no pulumi on PATH' : undefined;
const lane = skipped === undefined ? describe : describe.skip;

lane(`${environment} under the real engine${skipped === undefined ? '' : ` (${skipped})`}`, () => {
  const engine = new PulumiEngine(cli ?? '');

  const up = (stack: string, config?: string) => engine.run(['up', '-s', stack, '--yes', '--skip-preview'], config);
  const changes = ({ calls }: CommandEnd) => calls.filter(({ call }) => call !== 'read' && call !== 'invoke');
  const expectSuccess = (end: CommandEnd): void => {
    expect({ code: end.code, output: end.code === 0 ? '' : end.output }).toEqual({ code: 0, output: '' });
  };

  test('every stack can be created and previewed before anything exists', async () => {
    for (const stack of stacks) expectSuccess(await engine.run(['stack', 'init', stack]));
    for (const stack of stacks) {
      const previewed = await engine.run(['preview', '-s', stack]);
      expectSuccess(previewed);
      expect(changes(previewed)).toEqual([]);
      expect(previewed.output).toMatch(/to create/);
    }
  });

  test('up creates the stacks in their order', async () => {
    for (const stack of stacks) {
      const end = await up(stack);
      expectSuccess(end);
      expect(changes(end).every(({ call }) => call === 'create')).toBe(true);
    }
    expect(engine.cloud.all().length).toBeGreaterThan(100);
  });

  test('up again changes nothing', async () => {
    for (const stack of stacks) {
      const end = await up(stack);
      expectSuccess(end);
      expect(changes(end)).toEqual([]);
    }
  });

  test('traffic that a release step moved stays moved', async () => {
    const endpoints = engine.cloud.all().filter(({ type }) => type.endsWith(':OnlineEndpoint'));
    expect(endpoints.length).toBeGreaterThan(0);
    for (const endpoint of endpoints)
      engine.cloud.put({ ...endpoint, outputs: withTraffic(endpoint.outputs, { other: 100 }) });
    const end = await up(last);
    expectSuccess(end);
    expect(changes(end)).toEqual([]);
    for (const { id } of endpoints) expect(trafficOf(engine.cloud.get(id)?.outputs)).toEqual({ other: 100 });
  });

  test('another image is rolled out and back', async () => {
    const planned = await planConfig('llmops.config.ts', root);
    if (!planned.ok) throw new Error(JSON.stringify(planned.issues));
    const changed = oneLineChanges(planned.value.platform, environment).find(({ name }) => name === 'digest');
    if (changed === undefined || 'reason' in changed) return;
    const rolledOut = await up(last, engine.writeConfig('other-image', changed.candidates[0]));
    expectSuccess(rolledOut);
    expect(changes(rolledOut).length).toBeGreaterThan(0);
    const rolledBack = await up(last);
    expectSuccess(rolledBack);
    expect(changes(rolledBack).length).toBeGreaterThan(0);
    expect(changes(await up(last))).toEqual([]);
  });

  test('destroy deletes a development environment, and nothing of one that protects its data', async () => {
    const before = engine.cloud.all().length;
    const ends: CommandEnd[] = [];
    for (const stack of stacks.toReversed()) ends.push(await engine.run(['destroy', '-s', stack, '--yes']));
    const protectedStacks = ends.filter(({ code }) => code !== 0);
    if (protectedStacks.length === 0) {
      expect(
        engine.cloud.all().filter(({ type }) => !type.startsWith('azure-native:machinelearningservices:')),
      ).toEqual([]);
      return;
    }
    for (const end of protectedStacks) {
      expect(end.output).toMatch(/protect/);
      expect(changes(end)).toEqual([]);
    }
    expect(engine.cloud.all().length).toBeLessThanOrEqual(before);
    // Without a preview the engine deletes until it meets something protected: it must meet that first.
    for (const stack of stacks.toReversed()) {
      const skipping = await engine.run(['destroy', '-s', stack, '--yes', '--skip-preview']);
      expect(skipping.code).not.toBe(0);
      expect(changes(skipping)).toEqual([]);
    }
  });
});

function trafficOf(outputs: PropertyMap | undefined): unknown {
  const properties = outputs?.['properties'];
  return isMap(properties) ? properties['traffic'] : undefined;
}

function withTraffic(outputs: PropertyMap, traffic: PropertyMap): PropertyMap {
  const { properties } = outputs;
  return { ...outputs, properties: { ...(isMap(properties) ? properties : {}), traffic } };
}
