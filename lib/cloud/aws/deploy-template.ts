import { setTimeout } from 'node:timers/promises';
import type { CloudFormationClient, Stack } from '@aws-sdk/client-cloudformation';
import type { AwsClientOptions } from './client-options';
import { clientConfig, loadSdk } from './client-options';

const sdk = '@aws-sdk/client-cloudformation';
const load = () => loadSdk(sdk, () => import('@aws-sdk/client-cloudformation'));

/** Milliseconds between two questions about a stack. */
const pause = 250;

/**
 * Creates or updates a stack from a template that is sent inline, as `aws cloudformation deploy` does, and waits for its end.
 * What a first creation left that failed is deleted before.
 *
 * @returns the status in which the stack ended; `unchanged` where the template and the stack are the same
 * @throws Error in the words of CloudFormation where the request is refused
 */
export async function deployTemplate(options: AwsClientOptions, name: string, template: string): Promise<string> {
  const { CloudFormationClient: api, CreateStackCommand, DeleteStackCommand, UpdateStackCommand } = await load();
  const client = new api(clientConfig(options));
  const request = { StackName: name, TemplateBody: template, Capabilities: ['CAPABILITY_NAMED_IAM' as const] };
  try {
    let status = await ended(client, name);
    if (status === 'ROLLBACK_COMPLETE') {
      await client.send(new DeleteStackCommand({ StackName: name }));
      status = await ended(client, name);
    }
    const isThere = status !== undefined && status !== 'DELETE_COMPLETE';
    await client.send(isThere ? new UpdateStackCommand(request) : new CreateStackCommand(request));
    return (await ended(client, name)) ?? 'DELETE_COMPLETE';
  } catch (error) {
    if (error instanceof Error && error.message.includes('No updates are to be performed')) return 'unchanged';
    throw error;
  } finally {
    client.destroy();
  }
}

/** The status of a stack once no operation works on it; undefined when there is none. */
async function ended(client: CloudFormationClient, name: string): Promise<string | undefined> {
  for (;;) {
    const status = (await described(client, name))?.StackStatus;
    if (status === undefined || !status.endsWith('_IN_PROGRESS')) return status;
    await setTimeout(pause);
  }
}

async function described(client: CloudFormationClient, name: string): Promise<Stack | undefined> {
  const { DescribeStacksCommand } = await load();
  try {
    return (await client.send(new DescribeStacksCommand({ StackName: name }))).Stacks?.[0];
  } catch (error) {
    if (error instanceof Error && error.message.includes('does not exist')) return undefined;
    throw error;
  }
}
