import type {
  DescribeInstanceTypeOfferingsCommandInput,
  DescribeInstanceTypeOfferingsCommandOutput,
  DescribeVpcsCommandInput,
  DescribeVpcsCommandOutput,
  EC2Client,
} from '@aws-sdk/client-ec2';
import type { SdkConfig } from './sdk';

/** Read operations of EC2. */
export function ec2Operations(config: SdkConfig) {
  let client: Promise<EC2Client> | undefined;
  const sdk = () => import('@aws-sdk/client-ec2');
  const api = (): Promise<EC2Client> => (client ??= sdk().then(({ EC2Client: Client }) => new Client(config)));
  return {
    'ec2:DescribeInstanceTypeOfferings': async (
      input: DescribeInstanceTypeOfferingsCommandInput,
    ): Promise<DescribeInstanceTypeOfferingsCommandOutput> =>
      (await api()).send(new (await sdk()).DescribeInstanceTypeOfferingsCommand(input)),
    'ec2:DescribeVpcs': async (input: DescribeVpcsCommandInput): Promise<DescribeVpcsCommandOutput> =>
      (await api()).send(new (await sdk()).DescribeVpcsCommand(input)),
  };
}
