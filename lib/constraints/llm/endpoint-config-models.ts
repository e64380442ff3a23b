import type { Constraint } from '../constraint';
import { listAt, textAt } from '../value';

/** Every variant of an endpoint configuration names a model that exists; with inference components it names none. */
export const endpointConfigModels: Constraint = {
  id: 'endpoint-config-models',
  types: ['AWS::SageMaker::EndpointConfig'],
  source: {
    url: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html',
    asOf: '2026-11-30',
  },
  check: ({ properties }, { named }) =>
    ['ProductionVariants', 'ShadowProductionVariants'].flatMap((list) =>
      listAt(properties, list).flatMap((variant, index) => {
        const name = textAt(variant, 'ModelName');
        if (name === undefined || named(['AWS::SageMaker::Model'], name) !== 'absent') return [];
        return [
          {
            pointer: `#/${list}/${index}/ModelName`,
            problem: `Could not find model "${name}"`,
            fix: 'Name a model of this account and region: the Ref or ModelName of an AWS::SageMaker::Model.',
          },
        ];
      }),
    ),
};
