import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkStackFile, renderStackFile, stackConfig } from '../../../stacks/azure';
import { settledPlan } from '../../helpers/azure-plan-fixture';

const plan = settledPlan('dev');
const text = renderStackFile(plan);

test('a stack file holds the configuration of the plan and says who wrote it', () => {
  expect(parse(text)).toEqual({ config: stackConfig(plan) });
  expect(text).toMatch(/^# Generated .*llmops lint --fix/);
});

test('a generated file has no difference, nor one that Pulumi added a secrets provider to', () => {
  expect(checkStackFile(text, plan)).toEqual([]);
  expect(checkStackFile(`secretsprovider: passphrase\n${text}encryptionsalt: v1:abc\n`, plan)).toEqual([]);
});

test.each([
  ['another value', text.replace('swedencentral', 'westus'), 'config.azure-native:location', 'westus'],
  [
    'a further key',
    `${text}  azure-native:metadataHost: example.com\n`,
    'config.azure-native:metadataHost',
    'example.com',
  ],
  ['a further section', `${text}environment: shared\n`, 'environment', 'shared'],
  ['another type', text.replace('swedencentral', '7'), 'config.azure-native:location', 7],
])('fails on %s', (_, edited, path, got) => {
  const issues = checkStackFile(edited, plan);
  expect(issues.map((issue) => [issue.code, issue.path])).toEqual([['StackFileEdited', path]]);
  expect(issues[0]?.got).toEqual(got);
});

test('fails on every missing key', () => {
  expect(checkStackFile('', plan).map(({ path }) => path)).toEqual(
    Object.keys(stackConfig(plan)).map((key) => `config.${key}`),
  );
});

test('fails on text that is not YAML', () => {
  expect(checkStackFile('config: [', plan)).toEqual([expect.objectContaining({ code: 'StackFileUnreadable' })]);
});

test('the keys of the project are declared in Pulumi.yaml', () => {
  const project = parse(readFileSync(join(__dirname, '../../../Pulumi.yaml'), 'utf8')) as {
    readonly name: string;
    readonly config: object;
    readonly options: object;
  };
  const own = Object.keys(stackConfig(plan)).filter((key) => key.startsWith(`${project.name}:`));
  expect(own.map((key) => key.slice(project.name.length + 1))).toEqual(Object.keys(project.config));
  // The traffic of endpoints is changed outside of the program: see constructs/azure/endpoint/ml-online-endpoint.ts.
  expect(project.options).toEqual({ refresh: 'always' });
});
