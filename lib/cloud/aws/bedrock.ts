import type {
  BedrockClient,
  GetFoundationModelAvailabilityCommandInput,
  GetFoundationModelAvailabilityCommandOutput,
  GetFoundationModelCommandInput,
  GetFoundationModelCommandOutput,
  GetInferenceProfileCommandInput,
  GetInferenceProfileCommandOutput,
} from '@aws-sdk/client-bedrock';
import type { SdkConfig } from './sdk';

/** Read operations of Amazon Bedrock. */
export function bedrockOperations(config: SdkConfig) {
  let client: Promise<BedrockClient> | undefined;
  const sdk = () => import('@aws-sdk/client-bedrock');
  const api = (): Promise<BedrockClient> => (client ??= sdk().then(({ BedrockClient: Client }) => new Client(config)));
  return {
    'bedrock:GetFoundationModel': async (
      input: GetFoundationModelCommandInput,
    ): Promise<GetFoundationModelCommandOutput> =>
      (await api()).send(new (await sdk()).GetFoundationModelCommand(input)),
    'bedrock:GetFoundationModelAvailability': async (
      input: GetFoundationModelAvailabilityCommandInput,
    ): Promise<GetFoundationModelAvailabilityCommandOutput> =>
      (await api()).send(new (await sdk()).GetFoundationModelAvailabilityCommand(input)),
    'bedrock:GetInferenceProfile': async (
      input: GetInferenceProfileCommandInput,
    ): Promise<GetInferenceProfileCommandOutput> =>
      (await api()).send(new (await sdk()).GetInferenceProfileCommand(input)),
  };
}
