import type {
  DescribeEndpointCommandInput,
  DescribeEndpointCommandOutput,
  DescribeEndpointConfigCommandInput,
  DescribeEndpointConfigCommandOutput,
  ListEndpointsCommandInput,
  ListEndpointsCommandOutput,
  SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import type { SdkConfig } from './sdk';

/** Read operations of SageMaker. */
export function sageMakerOperations(config: SdkConfig) {
  let client: Promise<SageMakerClient> | undefined;
  const sdk = () => import('@aws-sdk/client-sagemaker');
  const api = (): Promise<SageMakerClient> =>
    (client ??= sdk().then(({ SageMakerClient: Client }) => new Client(config)));
  return {
    'sagemaker:DescribeEndpoint': async (input: DescribeEndpointCommandInput): Promise<DescribeEndpointCommandOutput> =>
      (await api()).send(new (await sdk()).DescribeEndpointCommand(input)),
    'sagemaker:DescribeEndpointConfig': async (
      input: DescribeEndpointConfigCommandInput,
    ): Promise<DescribeEndpointConfigCommandOutput> =>
      (await api()).send(new (await sdk()).DescribeEndpointConfigCommand(input)),
    'sagemaker:ListEndpoints': async (input: ListEndpointsCommandInput): Promise<ListEndpointsCommandOutput> =>
      (await api()).send(new (await sdk()).ListEndpointsCommand(input)),
  };
}
