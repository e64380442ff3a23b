import {
  exportConflict,
  exportedValue,
  exportsOf,
  importers,
} from '../../../../../lib/local/aws/cloudformation/exports';
import { Engine, failures, output, testAccount, testRegion } from '../engine';

const topic = (name?: unknown) => ({
  Type: 'AWS::SNS::Topic',
  ...(name === undefined ? {} : { Properties: { DisplayName: name } }),
});
const exporting = (value: string, name = 'shared') => ({
  Resources: { T: topic() },
  Outputs: { O: { Value: value, Export: { Name: name } }, Plain: { Value: 'p' } },
});
const importing = { Resources: { T: topic({ 'Fn::ImportValue': 'shared' }) } };

test('exports are those of living stacks of the account and region', () => {
  const engine = new Engine();
  const owner = engine.deploy(engine.stack('Owner'), exporting('one'));
  engine.deploy(engine.stack('Far', testAccount, 'us-east-1'), exporting('far'));
  engine.deploy(engine.stack('Foreign', '222222222222'), exporting('foreign'));
  expect(exportsOf(engine.cloud, testAccount, testRegion)).toEqual([{ name: 'shared', value: 'one', stack: owner }]);
  engine.destroy(owner);
  expect(exportsOf(engine.cloud, testAccount, testRegion)).toEqual([]);
});

test('a stack reads the exports of other stacks, not those of its last deployment', () => {
  const engine = new Engine();
  const owner = engine.deploy(engine.stack('Owner'), exporting('one'));
  const reader = engine.deploy(engine.stack('Reader'), importing);
  expect(exportedValue(engine.cloud, reader, 'shared')).toBe('one');
  expect(exportedValue(engine.cloud, reader, 'other')).toBeUndefined();
  expect(exportedValue(engine.cloud, owner, 'shared')).toBeUndefined();
  // The update would import what it exports itself: the real service knows no such export while it plans.
  expect(() => engine.plan(owner, { ...exporting('two'), Resources: importing.Resources })).toThrow(
    'No export named shared found',
  );
});

test('names of exports are judged after parameters and conditions', () => {
  const engine = new Engine();
  const named = (...names: unknown[]) => ({
    Parameters: { Name: { Type: 'String', Default: 'shared' } },
    Resources: { T: topic() },
    Outputs: Object.fromEntries(names.map((Name, index) => [`O${index}`, { Value: 'v', Export: { Name } }])),
  });
  const stack = engine.stack('Named');
  expect(engine.plan(stack, named({ Ref: 'Name' }, 'other')).changed).toBe(true);
  expect(() => engine.plan(stack, named({ Ref: 'Name' }), { Name: 'my vpc' })).toThrow('Output O0 is malformed');
  expect(() => engine.plan(stack, named({ Ref: 'Name' }, 'shared'))).toThrow('duplicate Export names: [shared]');
});

test('importers are living stacks whose last deployment read the name', () => {
  const engine = new Engine();
  engine.deploy(engine.stack('Owner'), exporting('one'));
  const reader = engine.deploy(engine.stack('Reader'), importing);
  engine.deploy(engine.stack('Other'), { Resources: { T: topic() } });
  expect(importers(engine.cloud, testAccount, testRegion, 'shared')).toEqual(['Reader']);
  expect(importers(engine.cloud, testAccount, testRegion, 'else')).toEqual([]);
  engine.destroy(reader);
  expect(importers(engine.cloud, testAccount, testRegion, 'shared')).toEqual([]);
});

test('an export in use can neither change nor leave; one without importers can', () => {
  const engine = new Engine();
  const owner = engine.deploy(engine.stack('Owner'), exporting('one'));
  const outputs = (value: string, exportName: string | undefined) => [
    { key: 'O', value, description: undefined, exportName },
    { key: 'Plain', value: 'p', description: undefined, exportName: undefined },
  ];
  expect(exportConflict(engine.cloud, owner, outputs('two', 'shared'))).toBeUndefined();
  expect(exportConflict(engine.cloud, owner, outputs('one', undefined))).toBeUndefined();
  engine.deploy(engine.stack('Reader'), importing);
  expect(exportConflict(engine.cloud, owner, outputs('one', 'shared'))).toBeUndefined();
  expect(exportConflict(engine.cloud, owner, outputs('two', 'shared'))).toBe(
    'Export shared cannot be updated as it is in use by Reader',
  );
  expect(exportConflict(engine.cloud, owner, outputs('one', 'renamed'))).toBe(
    'Export shared cannot be deleted as it is in use by Reader',
  );
});

test('two stacks cannot export one name', () => {
  const engine = new Engine();
  engine.deploy(engine.stack('Owner'), exporting('one'));
  const second = engine.deploy(engine.stack('Second'), exporting('one'));
  expect(second.status).toBe('ROLLBACK_COMPLETE');
  expect(second.events.map(({ reason }) => reason).join()).toContain(
    'Export with name shared is already exported by stack Owner. Use a unique export name.',
  );
  expect(failures(second)).toEqual([]);
  expect(output(second, 'O')).toBeUndefined();
});
