import { onlyResource, resourcesOf } from '../../helpers/aws-app';
import { endpointTemplate } from '../../helpers/aws-endpoint-template';
import { endpointSlice, warmEndpointSlice } from '../../helpers/aws-plan-fixture';
import type { Case } from '../case';

export const aws07: Case = {
  id: 'aws-07',
  fault: 'with capacity in copies neither endpoint configuration nor endpoint waits for the policy of the role',
  expected: 'both depend on the policy, with capacity in copies and in instances',
  check: () => {
    for (const slice of [endpointSlice(), warmEndpointSlice()]) {
      const template = endpointTemplate(slice);
      const [[policy] = ['none']] = resourcesOf(template, 'AWS::IAM::Policy');
      for (const type of ['AWS::SageMaker::EndpointConfig', 'AWS::SageMaker::Endpoint']) {
        expect(onlyResource(template, type).DependsOn).toContain(policy);
      }
    }
  },
};
