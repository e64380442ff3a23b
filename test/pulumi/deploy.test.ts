import { azureStages } from '../../stacks/azure';
import type { CommandEnd } from './engine';
import { onPath, PulumiEngine } from './engine';

/*
 * `llmops deploy` and `llmops destroy` over the real engine of Pulumi: the Azure half of one environment. The provider is a
 * stand-in, as in the life of the stacks.
 */
const cli = onPath('pulumi');
const inCi = process.env.CI !== undefined;
const skipped = inCi ? 'not in CI' : cli === undefined ? 'no pulumi on PATH' : undefined;
const lane = skipped === undefined ? describe : describe.skip;

lane(`llmops deploy under the real engine${skipped === undefined ? '' : ` (${skipped})`}`, () => {
  const engine = new PulumiEngine(cli ?? '');
  const units = azureStages.map((stage) => `azure/${stage}`);
  const changes = ({ calls }: CommandEnd) => calls.filter(({ call }) => call !== 'read' && call !== 'invoke');

  async function kinds(code: number, args: readonly string[]) {
    const end = await engine.llmops([...args, '--json']);
    expect({ code: end.code, output: end.code === code ? '' : end.output }).toEqual({ code, output: '' });
    const report = JSON.parse(end.stdout) as {
      readonly units: readonly { readonly id: string; readonly outcome: { readonly kind: string } }[];
    };
    return { end, kinds: Object.fromEntries(report.units.map(({ id, outcome }) => [id, outcome.kind])) };
  }

  test('a stage before its time is refused, and nothing is made', async () => {
    const early = await engine.llmops(['deploy', '--env', 'dev', '--allow-placeholders', '--only', 'azure/deployment']);
    expect(early.code).toBe(2);
    expect(early.output).toContain('UnitOutOfOrder');
    expect(engine.cloud.all()).toEqual([]);
  });

  test('the stages are made and brought up in their order; a second run repeats nothing', async () => {
    const first = await kinds(0, ['deploy', '--env', 'dev', '--allow-placeholders', '--only', ...units]);
    for (const id of units) expect(`${id} ${first.kinds[id] ?? ''}`).toBe(`${id} done`);
    expect(engine.cloud.all().length).toBeGreaterThan(100);
    const second = await kinds(0, ['deploy', '--env', 'dev', '--allow-placeholders', '--only', ...units]);
    for (const id of units) expect(`${id} ${second.kinds[id] ?? ''}`).toBe(`${id} unchanged`);
    expect(changes(second.end)).toEqual([]);
  });

  test('destroy deletes them, and names the cloud that it could not ask', async () => {
    const gone = await kinds(1, ['destroy', '--env', 'dev', '--yes', 'dev']);
    for (const id of units) expect(`${id} ${gone.kinds[id] ?? ''}`).toBe(`${id} deleted`);
    expect(gone.kinds['aws/observability']).toBe('failed');
    expect(gone.end.output).toContain('CredentialsMissing');
    const left = engine.cloud.all().filter(({ type }) => !type.startsWith('azure-native:machinelearningservices:'));
    expect(left).toEqual([]);
  });
});
