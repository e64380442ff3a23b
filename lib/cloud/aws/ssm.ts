import type { GetParameterCommandInput, GetParameterCommandOutput, SSMClient } from '@aws-sdk/client-ssm';
import type { SdkConfig } from './sdk';

/** Read operations of Systems Manager. */
export function ssmOperations(config: SdkConfig) {
  let client: Promise<SSMClient> | undefined;
  const sdk = () => import('@aws-sdk/client-ssm');
  const api = (): Promise<SSMClient> => (client ??= sdk().then(({ SSMClient: Client }) => new Client(config)));
  return {
    'ssm:GetParameter': async (input: GetParameterCommandInput): Promise<GetParameterCommandOutput> =>
      (await api()).send(new (await sdk()).GetParameterCommand(input)),
  };
}
