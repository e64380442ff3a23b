import type {
  CloudWatchLogsClient,
  DescribeLogGroupsCommandInput,
  DescribeLogGroupsCommandOutput,
} from '@aws-sdk/client-cloudwatch-logs';
import type { SdkConfig } from './sdk';

/** Read operations of CloudWatch Logs. */
export function logOperations(config: SdkConfig) {
  let client: Promise<CloudWatchLogsClient> | undefined;
  const sdk = () => import('@aws-sdk/client-cloudwatch-logs');
  const api = (): Promise<CloudWatchLogsClient> =>
    (client ??= sdk().then(({ CloudWatchLogsClient: Client }) => new Client(config)));
  return {
    'logs:DescribeLogGroups': async (input: DescribeLogGroupsCommandInput): Promise<DescribeLogGroupsCommandOutput> =>
      (await api()).send(new (await sdk()).DescribeLogGroupsCommand(input)),
  };
}
