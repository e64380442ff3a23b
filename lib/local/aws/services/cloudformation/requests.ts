import type { DeploymentRequest } from '../../cloudformation/planned';
import { Stack } from '../../cloudformation/stack';
import { objectText } from '../../cloudformation/template-url';
import { validationError } from '../../errors';
import type { QueryParameters } from '../../wire/query-parameters';
import type { CallContext } from '../call';

/** The stack with a name or ARN. Only an ARN finds a deleted stack. */
export function findStack(reference: string | undefined, context: CallContext): Stack | undefined {
  const { cloud, account, region, readsOnly } = context;
  const found = cloud
    .stacks(account, region)
    .find((stack) => stack.id === reference || (stack.name === reference && !stack.deleted));
  if (found !== undefined && readsOnly !== true) cloud.touch(found);
  return found;
}

/** The stack that a request names. @throws ServiceError with the text that the CDK CLI recognises as "new stack" */
export function requireStack(parameters: QueryParameters, context: CallContext): Stack {
  const reference = parameters.get('StackName') ?? '';
  const stack = findStack(reference, context);
  if (stack === undefined) throw validationError(`Stack with id ${reference} does not exist`);
  return stack;
}

/** A new stack in REVIEW_IN_PROGRESS, registered. */
export function newStack(name: string, { cloud, account, region }: CallContext): Stack {
  if (!/^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(name)) {
    throw validationError(
      `1 validation error detected: Value '${name}' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*`,
    );
  }
  const stacks = cloud.stacks(account, region);
  const id = `arn:aws:cloudformation:${region}:${account}:stack/${name}/${cloud.ids.uuid(`${account}|${region}|${name}|${cloud.stacksSoFar(account, region)}`)}`;
  const stack = new Stack({ id, name, account, region, createdAt: cloud.now() });
  stacks.push(stack);
  cloud.touch(stack);
  return stack;
}

/** The deployment that a request describes. */
export function deploymentRequest(
  parameters: QueryParameters,
  stack: Stack | undefined,
  context: CallContext,
): DeploymentRequest {
  const keep = stack?.deployment;
  const tags = parameters.structures('Tags').map((tag) => [tag.get('Key') ?? '', tag.get('Value') ?? ''] as const);
  // Words of the service: aws-quickstart/quickstart-amazon-eks#42 (2019-05-24).
  if (tags.some(([key]) => key.startsWith('aws:')))
    throw validationError('aws: prefixed tag key names are not allowed for external use.');
  return {
    templateText: templateText(parameters, stack, context),
    parameters: parameters.structures('Parameters').map((entry) => ({
      key: entry.get('ParameterKey') ?? '',
      value: entry.get('ParameterValue'),
      usePreviousValue: entry.get('UsePreviousValue') === 'true',
    })),
    tags: parameters.has('Tags') ? tags : (keep?.tags ?? []),
    capabilities: parameters.list('Capabilities'),
    notificationArns: parameters.has('NotificationARNs')
      ? parameters.list('NotificationARNs')
      : (keep?.notificationArns ?? []),
  };
}

/** The template of a request: inline text, an object in a bucket of this cloud, or the current template of the stack. */
export function templateText(parameters: QueryParameters, stack: Stack | undefined, context: CallContext): string {
  const body = parameters.get('TemplateBody') ?? '';
  const url = parameters.get('TemplateURL') ?? '';
  // Words of the service: hashicorp/terraform#4534.
  if (body !== '' && url !== '') throw validationError('You cannot specify both Template URL and Template Body.');
  if (body !== '') return bodyText(body);
  if (url !== '') return objectText(url, context);
  if (parameters.flag('UsePreviousTemplate') === true && stack?.deployment !== undefined)
    return stack.deployment.templateText;
  throw validationError('Either Template URL or Template Body must be specified.');
}

/** Bytes of a template that a request may hold. Source: AWS CloudFormation quotas, template body size, 2026-11-30. */
const inlineBytes = 51_200;

function bodyText(body: string): string {
  const bytes = Buffer.byteLength(body);
  if (bytes <= inlineBytes) return body;
  throw validationError(
    `1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to ${inlineBytes} (got ${bytes} bytes: put the template into a bucket and give its TemplateURL)`,
  );
}
