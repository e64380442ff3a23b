import { judge } from '../../../bench/constraints/judge';
import type { Plant } from '../../../bench/constraints/plant';
import { plants } from '../../../bench/constraints/plant';
import sample from '../../../bench/constraints/sample.json';
import { validateTemplate } from '../../../lib/constraints/schema/validate';

// bench/constraints/run.ts chose them with a fixed seed; it knows schemas and API models, and none of the rules.
const cases = sample as unknown as readonly (Plant & { readonly type: string; readonly source: string })[];

test.each(cases.map((one) => [`${one.source}: ${one.keyword}`, one.type, one.path.join('.'), one] as const))(
  'a fault by %s in %s %s is refused at its place',
  (_source, type, _path, one) => {
    expect(judge(type, one).outcome).toBe('right reason');
  },
);

test('the planter breaks one keyword at a time', () => {
  const schema = {
    properties: { Name: { type: 'string', pattern: '^[a-z]+$', maxLength: 3 }, Count: { type: 'integer', minimum: 1 } },
    required: ['Name'],
    additionalProperties: false,
  };
  expect(plants({ Name: 'abc' }, schema).map(({ keyword, path, name }) => [keyword, path.join('.'), name])).toEqual([
    ['required', '', 'Name'],
    ['additionalProperties', '', 'NameExtra'],
    ['pattern', 'Name', undefined],
    ['maxLength', 'Name', undefined],
    ['type', 'Name', undefined],
    ['minimum', 'Count', undefined],
    ['type', 'Count', undefined],
  ]);
});

test('what the documentation adds to schemas has no effect on a valid resource', () => {
  const endpoint = { EndpointName: 'a'.repeat(63), EndpointConfigName: 'chat' };
  expect(validateTemplate('AWS::SageMaker::Endpoint', endpoint)).toEqual([]);
});

test('a function runs for at most 15 minutes, unless a capacity provider runs it', () => {
  const worker = { Role: 'arn:aws:iam::111122223333:role/worker', Code: { ZipFile: 'x' }, Timeout: 901 };
  expect(validateTemplate('AWS::Lambda::Function', worker)).toMatchObject([{ pointer: '#/Timeout' }]);
  const provider = 'arn:aws:lambda:eu-central-1:111122223333:capacity-provider:house';
  const CapacityProviderConfig = { LambdaManagedInstancesCapacityProviderConfig: { CapacityProviderArn: provider } };
  expect(validateTemplate('AWS::Lambda::Function', { ...worker, CapacityProviderConfig })).toEqual([]);
});
