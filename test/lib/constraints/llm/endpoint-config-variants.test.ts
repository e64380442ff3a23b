import type { Json, JsonObject } from '../../../../lib/constraints/json';
import {
  managedScalingRange,
  shadowVariants,
  variantCapacity,
  variantNames,
} from '../../../../lib/constraints/llm/endpoint-config-variants';
import { breaches } from './around';

const unknown = { Ref: 'Unknown' };
const production = (...variants: Json[]): JsonObject => ({ ProductionVariants: variants });

test.each<[string, JsonObject, readonly string[]]>([
  ['different names', production({ VariantName: 'a' }, { VariantName: 'b' }), []],
  ['unknown names', production({ VariantName: unknown }, { VariantName: unknown }), []],
  ['unknown variants', { ProductionVariants: unknown }, []],
  [
    'a name twice',
    production({ VariantName: 'a' }, { VariantName: 'b' }, { VariantName: 'a' }),
    [
      '#/ProductionVariants/2/VariantName: The variant name a is used twice, first at #/ProductionVariants/0; every variant of a configuration has a name of its own',
    ],
  ],
  [
    'the name of its production variant in a shadow',
    { ...production({ VariantName: 'a' }), ShadowProductionVariants: [{ VariantName: 'a' }] },
    [expect.stringMatching(/^#\/ShadowProductionVariants\/0\/VariantName: /)],
  ],
])('variants with %s', (_name, properties, expected) => {
  expect(breaches(variantNames, properties)).toEqual(expected);
});

const serverless = { MemorySizeInMB: 2048, MaxConcurrency: 5 };
test.each<[string, Json, readonly string[]]>([
  ['an instance type', { InstanceType: 'ml.g5.xlarge', InitialInstanceCount: 1 }, []],
  ['pools', { InstancePools: [{ InstanceType: 'ml.g5.xlarge', Priority: 1 }] }, []],
  ['a serverless configuration', { ServerlessConfig: serverless }, []],
  ['an unknown serverless configuration', { ServerlessConfig: unknown }, []],
  ['an unknown type', { InstanceType: unknown }, []],
  ['everything unknown', unknown, []],
  [
    'one or the other kind',
    {
      ServerlessConfig: { 'Fn::If': ['Serverless', serverless, { Ref: 'AWS::NoValue' }] },
      InstanceType: { 'Fn::If': ['Serverless', { Ref: 'AWS::NoValue' }, 'ml.g5.xlarge'] },
    },
    [],
  ],
  [
    'nothing',
    { VariantName: 'a' },
    ['#/ProductionVariants/0: The variant has none of InstanceType, InstancePools and ServerlessConfig, and needs one'],
  ],
  [
    'both kinds',
    { ServerlessConfig: serverless, InstanceType: unknown, InitialInstanceCount: 1 },
    [
      '#/ProductionVariants/0/InstanceType: A variant with ServerlessConfig has no instances, but InstanceType and InitialInstanceCount are set',
    ],
  ],
  [
    'a type and pools',
    { InstanceType: 'ml.g5.xlarge', InstancePools: [] },
    ['#/ProductionVariants/0/InstancePools: A variant has InstanceType or InstancePools, not both'],
  ],
])('a variant with %s', (_name, variant, expected) => {
  expect(breaches(variantCapacity, production(variant))).toEqual(expected);
});

test.each([
  [1, 0, false],
  [3, 0, false],
  [1, 1, false],
  [2, 1, true],
  [1, 2, true],
])('%i production variants and %i shadows', (productions, shadows, refused) => {
  const variants = (count: number) => Array.from({ length: count }, (_unused, index) => ({ VariantName: `v${index}` }));
  const properties = { ProductionVariants: variants(productions), ShadowProductionVariants: variants(shadows) };
  expect(breaches(shadowVariants, properties)).toEqual(
    refused
      ? [
          `#/ShadowProductionVariants: An endpoint in shadow mode has one production variant and one shadow variant, but there are ${productions} and ${shadows}`,
        ]
      : [],
  );
});

test.each<[Json, Json, boolean]>([
  [1, 2, false],
  [2, 2, false],
  ['3', 2, true],
  [unknown, 2, false],
  [3, unknown, false],
])('managed scaling from %j to %j', (MinInstanceCount, MaxInstanceCount, refused) => {
  const properties = production({ ManagedInstanceScaling: { MinInstanceCount, MaxInstanceCount } });
  expect(breaches(managedScalingRange, properties)).toEqual(
    refused
      ? [
          '#/ProductionVariants/0/ManagedInstanceScaling/MinInstanceCount: MinInstanceCount 3 is above MaxInstanceCount 2',
        ]
      : [],
  );
});
