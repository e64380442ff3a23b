import type { Breach, Constraint } from '../constraint';
import type { Json } from '../json';
import { isObject } from '../json';
import { at, isGiven, isUnresolved, listAt, numberAt, textAt } from '../value';

const types = ['AWS::SageMaker::EndpointConfig'];
const reference = 'https://docs.aws.amazon.com/sagemaker/latest/APIReference';
const lists = ['ProductionVariants', 'ShadowProductionVariants'];

interface PlacedVariant {
  readonly variant: Json;
  readonly pointer: string;
}

/** The variants of both lists whose properties are known. */
function variantsOf(properties: Json): readonly PlacedVariant[] {
  return lists.flatMap((list) =>
    listAt(properties, list).flatMap((variant, index) =>
      isObject(variant) && !isUnresolved(variant) ? [{ variant, pointer: `#/${list}/${index}` }] : [],
    ),
  );
}

/** The names of the variants of an endpoint configuration, shadows included, are different. */
export const variantNames: Constraint = {
  id: 'endpoint-config-variant-names',
  types,
  source: { url: `${reference}/API_CreateEndpointConfig.html`, asOf: '2026-11-30' },
  check({ properties }) {
    const seen = new Map<string, string>();
    return variantsOf(properties).flatMap(({ variant, pointer }) => {
      const name = textAt(variant, 'VariantName');
      const first = name === undefined ? undefined : seen.get(name);
      if (name === undefined) return [];
      if (first === undefined) {
        seen.set(name, pointer);
        return [];
      }
      return [
        {
          pointer: `${pointer}/VariantName`,
          problem: `The variant name ${name} is used twice, first at ${first}; every variant of a configuration has a name of its own`,
          fix: 'Give each variant another VariantName.',
        },
      ];
    });
  },
};

const instanceProperties = ['InstanceType', 'InstancePools', 'InitialInstanceCount', 'ManagedInstanceScaling'];

/** A variant has instances or is serverless, not both and not neither. */
export const variantCapacity: Constraint = {
  id: 'endpoint-config-variant-capacity',
  types,
  source: { url: `${reference}/API_ProductionVariant.html`, asOf: '2026-11-30' },
  check: ({ properties }) =>
    variantsOf(properties).flatMap(({ variant, pointer }): readonly Breach[] => {
      const given = instanceProperties.filter((name) => isGiven(at(variant, name)));
      if (isGiven(at(variant, 'ServerlessConfig'))) {
        if (given.length === 0) return [];
        return [
          {
            pointer: `${pointer}/${given[0] ?? ''}`,
            problem: `A variant with ServerlessConfig has no instances, but ${given.join(' and ')} ${given.length === 1 ? 'is' : 'are'} set`,
            fix: `Remove ${given.join(' and ')}, or remove ServerlessConfig.`,
          },
        ];
      }
      if (given.includes('InstanceType') && given.includes('InstancePools')) {
        return [
          {
            pointer: `${pointer}/InstancePools`,
            problem: 'A variant has InstanceType or InstancePools, not both',
            fix: 'Remove InstanceType, and list its type in InstancePools.',
          },
        ];
      }
      if (['InstanceType', 'InstancePools', 'ServerlessConfig'].some((name) => at(variant, name) !== undefined))
        return [];
      return [
        {
          pointer,
          problem: 'The variant has none of InstanceType, InstancePools and ServerlessConfig, and needs one',
          fix: 'Set InstanceType, such as ml.g5.xlarge, with InitialInstanceCount, or set ServerlessConfig.',
        },
      ];
    }),
};

/** With a shadow variant, a configuration has one production variant and one shadow variant. */
export const shadowVariants: Constraint = {
  id: 'endpoint-config-shadow-variants',
  types,
  source: { url: `${reference}/API_CreateEndpointConfig.html`, asOf: '2026-11-30' },
  check({ properties }) {
    const [production = 0, shadow = 0] = lists.map((list) => listAt(properties, list).filter(isGiven).length);
    if (shadow === 0 || (shadow === 1 && production <= 1)) return [];
    return [
      {
        pointer: '#/ShadowProductionVariants',
        problem: `An endpoint in shadow mode has one production variant and one shadow variant, but there are ${production} and ${shadow}`,
        fix: 'Keep one variant in ProductionVariants and one in ShadowProductionVariants.',
      },
    ];
  },
};

/** The range of managed instance scaling is a range. */
export const managedScalingRange: Constraint = {
  id: 'endpoint-config-scaling-range',
  types,
  source: { url: `${reference}/API_ProductionVariantManagedInstanceScaling.html`, asOf: '2026-11-30' },
  check: ({ properties }) =>
    variantsOf(properties).flatMap(({ variant, pointer }) => {
      const min = numberAt(variant, 'ManagedInstanceScaling', 'MinInstanceCount');
      const max = numberAt(variant, 'ManagedInstanceScaling', 'MaxInstanceCount');
      if (min === undefined || max === undefined || min <= max) return [];
      return [
        {
          pointer: `${pointer}/ManagedInstanceScaling/MinInstanceCount`,
          problem: `MinInstanceCount ${min} is above MaxInstanceCount ${max}`,
          fix: `Set MinInstanceCount to at most ${max}, or raise MaxInstanceCount.`,
        },
      ];
    }),
};
