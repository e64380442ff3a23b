import { at, onlyResource } from '../../helpers/aws-app';
import { endpointTemplate } from '../../helpers/aws-endpoint-template';
import { endpointSlice } from '../../helpers/aws-plan-fixture';
import { awsCaseEndpoint } from '../../helpers/case-config';
import type { Case } from '../case';

export const p29: Case = {
  id: 'P29',
  fault: 'the scale-in policy of managed instance scaling could not be expressed',
  expected: 'a note in the plan of scale-to-zero endpoints, and the policy where CloudFormation has it',
  check: () => {
    const { because } = awsCaseEndpoint({ endpoint: { whenIdle: 'scale-to-zero' } }).capacity;
    expect(because.map(({ rule }) => rule)).toContain('capacity.idle-release');
    const config = onlyResource(endpointTemplate(endpointSlice()), 'AWS::SageMaker::EndpointConfig').Properties;
    expect(at(config, 'ProductionVariants', 0, 'ManagedInstanceScaling', 'ScaleInPolicy')).toEqual({
      Strategy: 'IDLE_RELEASE',
    });
  },
};
