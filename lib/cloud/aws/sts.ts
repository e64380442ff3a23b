import type { GetCallerIdentityCommandInput, GetCallerIdentityCommandOutput, STSClient } from '@aws-sdk/client-sts';
import type { SdkConfig } from './sdk';

/** Read operations of STS. */
export function stsOperations(config: SdkConfig) {
  let client: Promise<STSClient> | undefined;
  const sdk = () => import('@aws-sdk/client-sts');
  const api = (): Promise<STSClient> => (client ??= sdk().then(({ STSClient: Client }) => new Client(config)));
  return {
    'sts:GetCallerIdentity': async (input: GetCallerIdentityCommandInput): Promise<GetCallerIdentityCommandOutput> =>
      (await api()).send(new (await sdk()).GetCallerIdentityCommand(input)),
  };
}
