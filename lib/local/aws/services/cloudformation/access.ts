import type { AccessRequest } from '../../iam/context';
import { passRole } from '../../iam/pass-role';
import type { QueryParameters } from '../../wire/query-parameters';
import type { CallContext } from '../call';
import { findStack } from './requests';

/** Actions without a stack. Source: Service Authorization Reference, AWS CloudFormation (read 2026-11-30). */
const withoutStack: ReadonlySet<string> = new Set([
  'DescribeStackDriftDetectionStatus',
  'ListExports',
  'ListImports',
  'ListStacks',
  'ValidateTemplate',
]);

/** What a caller of CloudFormation must be allowed to do: the action on the stack, and to pass the role that it names. */
export function cloudFormationAccess(
  action: string,
  parameters: QueryParameters,
  context: CallContext,
): readonly AccessRequest[] {
  const role = parameters.get('RoleARN');
  const asked: AccessRequest = {
    action: `cloudformation:${action}`,
    resource: withoutStack.has(action) ? '*' : stackArn(parameters, context),
    context: {
      'cloudformation:ChangeSetName': parameters.get('ChangeSetName'),
      'cloudformation:RoleArn': role,
      'cloudformation:TemplateUrl': parameters.get('TemplateURL'),
    },
  };
  return role === undefined || role === '' ? [asked] : [asked, passRole(role, 'cloudformation.amazonaws.com')];
}

function stackArn(parameters: QueryParameters, context: CallContext): string {
  const named = parameters.get('StackName') ?? '';
  const changeSet = parameters.get('ChangeSetName') ?? '';
  const { account, region, cloud } = context;
  if (named === '') {
    const owner = cloud.stacks(account, region).find(({ changeSets }) => changeSets.some(({ id }) => id === changeSet));
    return owner?.id ?? '*';
  }
  if (named.startsWith('arn:')) return named;
  return findStack(named, context)?.id ?? `arn:aws:cloudformation:${region}:${account}:stack/${named}/*`;
}
