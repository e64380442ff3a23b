import type { PropertyValue } from '../../../../../lib/graph';
import { endpointSingleInstance } from '../../../../../lib/review/rules/sagemaker/endpoint-single-instance';
import { judged } from '../../../../helpers/judged';

test.each<[string, Record<string, PropertyValue>, number]>([
  ['two instances', { InitialInstanceCount: 2 }, 0],
  ['one instance', { InitialInstanceCount: 1 }, 1],
  ['a number that is not known', { InitialInstanceCount: { Ref: 'Count' } }, 0],
  [
    'two instances that may become none',
    { InitialInstanceCount: 2, ManagedInstanceScaling: { MinInstanceCount: 0 } },
    1,
  ],
  ['no instances of its own', { ServerlessConfig: { MaxConcurrency: 5 } }, 0],
])('a variant with %s', (_name, variant, count) => {
  expect(
    judged(endpointSingleInstance, 'AWS::SageMaker::EndpointConfig', { ProductionVariants: [variant] }),
  ).toHaveLength(count);
});
