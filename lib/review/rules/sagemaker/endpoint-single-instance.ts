import { knownAt, placesAt } from '../../known';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Set InitialInstanceCount to at least 2, and MinInstanceCount where instances are managed: the loss of one instance or zone stops the endpoint. */
export const endpointSingleInstance: Rule = {
  code: 'EndpointSingleInstance',
  family: 'sagemaker',
  pack: 'production',
  safeguard: 'availability',
  securityHub: ['SageMaker.4'],
  rationale: 'The loss of one instance or zone stops the endpoint.',
  source: {
    url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::SageMaker::EndpointConfig'],
  check: ({ properties }) =>
    placesAt(properties, 'ProductionVariants.*').flatMap(({ path }) => {
      if (knownAt(properties, `${path}.ServerlessConfig`) !== undefined) return [];
      return ['InitialInstanceCount', 'ManagedInstanceScaling.MinInstanceCount'].flatMap((name) => {
        const count = knownAt(properties, `${path}.${name}`);
        if ((typeof count !== 'number' && typeof count !== 'string') || !(Number(count) < 2)) return [];
        const message = `${name} is ${count}, at least 2 are expected`;
        return [{ path: `${path}.${name}`, message, fix: fixOf('EndpointSingleInstance') }];
      });
    }),
};
