import type { UnitState } from '../../../lib/deploy';
import { choose, outOfOrder } from '../../../lib/deploy';
import { units } from './fake-ports';

const all = units();
const ids = (names: readonly string[]) => choose(all, names).units.map(({ id }) => id);

test.each<[readonly string[], readonly string[]]>([
  [['aws/knowledge'], ['aws/templates', 'aws/bootstrap', 'aws/knowledge']],
  [['aws/deployment'], ['aws/templates', 'aws/bootstrap', 'aws/deployment-assets', 'aws/deployment']],
  [['initialization'], ['azure/initialization']],
  [
    ['deployment'],
    [
      'aws/templates',
      'aws/bootstrap',
      'aws/deployment-assets',
      'aws/deployment',
      'azure/deployment-assets',
      'azure/deployment',
    ],
  ],
])('%j chooses with its gates and what its cloud begins with', (names, expected) => {
  expect(ids(names)).toEqual(expected);
});

test('a name that no unit has is refused with those that there are', () => {
  const { issues } = choose(all, ['aws/deploymnet', 'bootstrap']);
  expect(issues.map(({ code, got }) => [code, got])).toEqual([
    ['UnknownUnit', 'aws/deploymnet'],
    ['UnknownUnit', 'bootstrap'],
  ]);
});

const there: UnitState = { kind: 'done' };
test.each<[string, Readonly<Record<string, UnitState>>, readonly string[]]>([
  ['aws/deployment', { 'aws/foundation': there, 'aws/integration': there }, []],
  ['aws/deployment', { 'aws/foundation': there, 'aws/integration': { kind: 'differs', why: '' } }, []],
  ['aws/deployment', { 'aws/foundation': there }, ['--only aws/integration aws/deployment']],
  ['aws/deployment', {}, ['--only aws/foundation aws/integration aws/deployment']],
  [
    'aws/knowledge',
    { 'aws/foundation': there, 'aws/integration': { kind: 'stuck', why: '', fix: '' } },
    ['--only aws/integration aws/knowledge'],
  ],
  [
    'azure/deployment',
    { 'azure/initialization': there },
    ['--only azure/experimentation azure/evaluation azure/deployment'],
  ],
  ['aws/foundation', {}, []],
])('%s, with %j in the cloud', async (name, states, fixes) => {
  const issues = await outOfOrder(all, choose(all, [name]).units, 'dev', ({ id }) =>
    Promise.resolve(states[id] ?? { kind: 'absent' }),
  );
  expect(issues.map(({ fix }) => fix?.replace('llmops deploy --env dev ', ''))).toEqual(fixes);
});

test('units that are chosen together need no order of the person', async () => {
  const chosen = choose(all, ['foundation', 'integration', 'aws/deployment']).units;
  expect(await outOfOrder(all, chosen, 'dev', () => Promise.resolve({ kind: 'absent' }))).toEqual([]);
});
