import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { awsTypeBehaviour } from '../../../../lib/local/aws';
import { providedTypes } from '../../../../lib/local/aws/providers/provider-of';
import { servedTypes } from '../../../../lib/local/aws/services/served-types';
import { services } from '../../../../lib/local/aws/services/table';

const room = resolve(__dirname, '../../../../lib/local/aws');
const rows = Object.entries(servedTypes);

/** Resource types that the code below a folder names. */
function named(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const code = files.filter((file) => !file.endsWith('served-types.ts'));
  return code.flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/(?<=')AWS::\w+::\w+(?=')/g) ?? []);
}

const namespaceOf = (type: string): string => type.split('::')[1] ?? '';

it('has a row for each service of the table', () => {
  expect(rows.map(([service]) => service)).toEqual(services.map(({ signingName }) => signingName).toSorted());
});

it.each(rows)('names every type of its own that the code of %s looks for', (service, types) => {
  const folder = join(room, 'services', service);
  const own = new Set(types.map(namespaceOf));
  expect(existsSync(folder)).toBe(true);
  expect(named(folder).filter((type) => own.has(namespaceOf(type)) && !types.includes(type))).toEqual([]);
});

it('names no type that no code looks for, and none twice in a row', () => {
  const all = new Set([...named(room), 'AWS::CloudFormation::Stack']);
  expect(rows.flatMap(([, types]) => types.filter((type) => !all.has(type)))).toEqual([]);
  for (const [, types] of rows) expect(types).toEqual([...new Set(types)].toSorted());
});

it.each([
  ['AWS::S3::Bucket', 'modelled', ['provider', 's3']],
  ['AWS::StepFunctions::StateMachine', 'modelled', ['states']],
  ['Custom::Something', 'modelled', ['custom resources']],
  ['AWS::SageMaker::Endpoint', 'schema only', []],
  ['AWS::CDK::Metadata', 'schema only', []],
  ['AWS::S3::Buckets', 'not there', []],
  ['AWS::CloudFormation::StackSet', 'not there', []],
])('says of %s that it is %s', (type, behaviour, by) => {
  expect(awsTypeBehaviour(type)).toEqual({ type, behaviour, by });
});

it('says of every provider that it models its type', () => {
  for (const type of providedTypes) expect(awsTypeBehaviour(type)).toMatchObject({ behaviour: 'modelled' });
});
