import { onlyResource } from '../../helpers/aws-app';
import { endpointTemplate } from '../../helpers/aws-endpoint-template';
import { endpointSlice, warmEndpointSlice } from '../../helpers/aws-plan-fixture';
import type { Case } from '../case';

/** Source: hashicorp/terraform-provider-aws issue 40048 and pull request 48993. */
export const p21: Case = {
  id: 'P21',
  fault: 'an endpoint configuration with a fixed name cannot be replaced, or is replaced under the endpoint',
  expected: 'the construct leaves the names of configuration and model out, and the endpoint follows the configuration',
  check: () => {
    for (const slice of [endpointSlice(), warmEndpointSlice()]) {
      const template = endpointTemplate(slice);
      expect(onlyResource(template, 'AWS::SageMaker::EndpointConfig').Properties).not.toHaveProperty(
        'EndpointConfigName',
      );
      expect(onlyResource(template, 'AWS::SageMaker::Model').Properties).not.toHaveProperty('ModelName');
      expect(onlyResource(template, 'AWS::SageMaker::Endpoint').Properties.EndpointConfigName).toEqual({
        'Fn::GetAtt': [expect.stringContaining('EndpointConfig'), 'EndpointConfigName'],
      });
    }
  },
};
