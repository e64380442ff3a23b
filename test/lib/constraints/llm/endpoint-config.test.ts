import type { JsonObject } from '../../../../lib/constraints/json';
import { endpointConfigExists } from '../../../../lib/constraints/llm/endpoint-config-exists';
import { endpointConfigKms } from '../../../../lib/constraints/llm/endpoint-config-kms';
import { endpointConfigModels } from '../../../../lib/constraints/llm/endpoint-config-models';
import { endpointConfigRole } from '../../../../lib/constraints/llm/endpoint-config-role';
import { breaches, cloud, known, template } from './around';

const unresolved = { Ref: 'Parameter' };

describe('models of variants', () => {
  const arn = 'arn:aws:sagemaker:eu-central-1:111111111111:model/chat';
  const around = cloud([known('AWS::SageMaker::Model', 'Chat', {}, 'chat', arn)]);
  const variants = (...names: readonly (string | JsonObject)[]) => names.map((ModelName) => ({ ModelName }));

  test.each<[string, JsonObject]>([
    ['models that exist', { ProductionVariants: variants('chat', arn, { Ref: 'Chat' }) }],
    ['no model', { ProductionVariants: [{ VariantName: 'components' }] }],
    ['a shadow of a model that exists', { ShadowProductionVariants: variants('chat') }],
    ['an unknown model', { ProductionVariants: variants(unresolved) }],
    ['unknown variants', { ProductionVariants: unresolved }],
    ['no variants', {}],
  ])('accepts variants of %s', (_name, properties) => {
    expect(breaches(endpointConfigModels, properties, around)).toEqual([]);
  });

  test('refuses every variant whose model does not exist', () => {
    const properties = {
      ProductionVariants: variants('chat', 'other'),
      ShadowProductionVariants: variants('third'),
    };
    expect(breaches(endpointConfigModels, properties, around)).toEqual([
      '#/ProductionVariants/1/ModelName: Could not find model "other"',
      '#/ShadowProductionVariants/0/ModelName: Could not find model "third"',
    ]);
    expect(breaches(endpointConfigModels, properties, template())).toEqual([]);
  });
});

test.each<[string, JsonObject, boolean]>([
  ['a model', { ProductionVariants: [{ ModelName: 'm' }] }, false],
  ['no model and a role', { ProductionVariants: [{}], ExecutionRoleArn: 'arn' }, false],
  ['no model and an unknown role', { ProductionVariants: [{}], ExecutionRoleArn: unresolved }, false],
  ['no model and no role', { ProductionVariants: [{ ModelName: 'm' }, {}] }, true],
  ['a model that is unknown', { ProductionVariants: [{ ModelName: unresolved }] }, false],
  ['everything unknown', { ProductionVariants: [{ 'Fn::If': ['C', {}, {}] }] }, false],
  ['no variants', {}, false],
])('a configuration whose variants have %s', (_name, properties, refused) => {
  expect(breaches(endpointConfigRole, properties)).toEqual(
    refused ? [expect.stringMatching(/^#\/ExecutionRoleArn: variant \d has no ModelName/)] : [],
  );
});

describe('a key for volumes', () => {
  const check = (...types: readonly string[]) =>
    breaches(endpointConfigKms, {
      KmsKeyId: unresolved,
      ProductionVariants: types.map((InstanceType) => ({ InstanceType })),
    });

  test.each([['ml.m5.xlarge'], ['ml.g4ad.xlarge'], ['ml.m5.xlarge', 'ml.inf2.xlarge'], ['ml.c7i.large'], ['ml.dl1.x']])(
    'is accepted with %s',
    (...types) => {
      expect(check(...types)).toEqual([]);
    },
  );

  test.each([
    [['ml.g5.xlarge'], 'ml.g5.xlarge'],
    [['ml.m5.xlarge', 'ml.p4de.24xlarge'], 'ml.p4de.24xlarge'],
    [['ml.c5d.xlarge'], 'ml.c5d.xlarge'],
    [['ml.m7gd.xlarge'], 'ml.m7gd.xlarge'],
    [['ml.i4i.xlarge'], 'ml.i4i.xlarge'],
  ])('is refused with %j', (types, named) => {
    expect(check(...types)).toEqual([
      `#/KmsKeyId: KmsKeyId is not supported for instance type ${named}, whose local NVMe storage is encrypted by a hardware key`,
    ]);
  });

  test('is not asked for where there is none, or no known type', () => {
    expect(breaches(endpointConfigKms, { ProductionVariants: [{ InstanceType: 'ml.g5.xlarge' }] })).toEqual([]);
    expect(breaches(endpointConfigKms, { KmsKeyId: 'k', ProductionVariants: [{}] })).toEqual([]);
    expect(breaches(endpointConfigKms, { KmsKeyId: 'k', ProductionVariants: [{ InstanceType: unresolved }] })).toEqual(
      [],
    );
  });
});

test.each([
  ['chat', []],
  [{ Ref: 'Chat' }, []],
  [unresolved, []],
  ['cha', ['#/EndpointConfigName: Could not find endpoint configuration "cha"']],
])('an endpoint of configuration %j', (name, expected) => {
  const around = cloud([known('AWS::SageMaker::EndpointConfig', 'Chat', {}, 'chat')]);
  expect(breaches(endpointConfigExists, { EndpointConfigName: name }, around)).toEqual(expected);
  expect(breaches(endpointConfigExists, { EndpointConfigName: name }, template())).toEqual([]);
});
