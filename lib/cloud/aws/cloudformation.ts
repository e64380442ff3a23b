import type {
  CloudFormationClient,
  DescribeStackEventsCommandInput,
  DescribeStackEventsCommandOutput,
  DescribeStacksCommandInput,
  DescribeStacksCommandOutput,
} from '@aws-sdk/client-cloudformation';
import type { SdkConfig } from './sdk';

/** Read operations of CloudFormation. */
export function cloudFormationOperations(config: SdkConfig) {
  let client: Promise<CloudFormationClient> | undefined;
  const sdk = () => import('@aws-sdk/client-cloudformation');
  const api = (): Promise<CloudFormationClient> =>
    (client ??= sdk().then(({ CloudFormationClient: Client }) => new Client(config)));
  return {
    'cloudformation:DescribeStackEvents': async (
      input: DescribeStackEventsCommandInput,
    ): Promise<DescribeStackEventsCommandOutput> =>
      (await api()).send(new (await sdk()).DescribeStackEventsCommand(input)),
    'cloudformation:DescribeStacks': async (input: DescribeStacksCommandInput): Promise<DescribeStacksCommandOutput> =>
      (await api()).send(new (await sdk()).DescribeStacksCommand(input)),
  };
}
