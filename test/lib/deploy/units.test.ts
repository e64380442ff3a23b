import { plannedStacks, unitsOf } from '../../../lib/deploy';
import { settle } from '../../../lib/plan';
import { azureStages } from '../../../stacks/azure';
import { environmentPlan } from '../../helpers/plan';
import { units } from './fake-ports';

test('every unit comes after those that it needs, and says what a person would type', () => {
  const all = units();
  const seen = new Set<string>();
  for (const unit of all) {
    for (const need of unit.needs) expect(seen).toContain(need);
    if (unit.kind !== 'assets') expect(unit.commands).toHaveLength(1);
    seen.add(unit.id);
  }
  expect(all.map(({ id, commands, removal }) => [id, ...commands, removal])).toMatchSnapshot();
});

test('a gate stands between a unit and what it needs', () => {
  const needs = Object.fromEntries(units().map((unit) => [unit.id, unit.needs]));
  expect(needs['aws/deployment-assets']).toEqual(['aws/integration']);
  expect(needs['aws/deployment']).toEqual(['aws/deployment-assets']);
  expect(needs['azure/deployment-assets']).toEqual(['azure/evaluation']);
});

test('nothing joins the clouds', () => {
  for (const { cloud, needs } of units()) for (const need of needs) expect(need.startsWith(`${cloud}/`)).toBe(true);
});

test('a stack that the plan leaves empty is no unit, and nothing needs it', () => {
  const plan = settle(environmentPlan({ knowledge: undefined, tuning: undefined }));
  const stacks = plannedStacks(plan);
  expect(stacks).toEqual(['foundation', 'integration', 'deployment', 'observability']);
  const all = unitsOf(plan, { assembly: 'a', stacks, gated: new Set() });
  expect(all.find(({ id }) => id === 'aws/observability')?.needs).toEqual(['aws/integration', 'aws/deployment']);
});

test('commands name a config that is not the default', () => {
  const plan = settle(environmentPlan());
  const all = unitsOf(plan, { assembly: 'a', config: 'other.ts', stacks: [], gated: new Set() });
  expect(all.flatMap(({ commands }) => commands)).toEqual(
    expect.arrayContaining([
      'npx cdk synth --quiet --output a -c environment=dev -c config=other.ts',
      'LLMOPS_CONFIG=other.ts pulumi up -s dev-deployment --yes',
    ]),
  );
});

test('stages and stacks are those that the programs declare, in their order', () => {
  const named = (kind: string): readonly string[] => units().flatMap((unit) => (unit.kind === kind ? [unit.name] : []));
  expect(named('stage')).toEqual([...azureStages]);
  expect(named('stack')).toEqual(Object.keys(settle(environmentPlan()).aws?.stackNames ?? {}));
});
