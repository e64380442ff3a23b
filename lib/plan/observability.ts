import type { AwsObservabilityPlan } from './aws/aws-plan';
import { awsName } from './context';
import type { AwsContext } from './context';
import { pinned } from './decision';

/** Where the environment is watched and who is called. */
export function observability(context: AwsContext): AwsObservabilityPlan {
  return {
    dashboardName: awsName(context, 'cloudwatch-dashboard'),
    alarmContact: pinned(context.platform.owner.contact, 'owner.contact'),
  };
}
