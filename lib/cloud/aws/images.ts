import type { BatchGetImageCommandInput, BatchGetImageCommandOutput, ECRClient } from '@aws-sdk/client-ecr';
import type { SdkConfig } from './sdk';

/** Read operations of ECR. */
export function imageOperations(config: SdkConfig) {
  let client: Promise<ECRClient> | undefined;
  const sdk = () => import('@aws-sdk/client-ecr');
  const api = (): Promise<ECRClient> => (client ??= sdk().then(({ ECRClient: Client }) => new Client(config)));
  return {
    'ecr:BatchGetImage': async (input: BatchGetImageCommandInput): Promise<BatchGetImageCommandOutput> =>
      (await api()).send(new (await sdk()).BatchGetImageCommand(input)),
  };
}
