import type { AwsClientOptions } from './client-options';
import { clientConfig, loadSdk } from './client-options';

const sdk = '@aws-sdk/client-ssm';

/** The version of the CDK bootstrap stack of an account and region; undefined when it is not bootstrapped. */
export async function bootstrapVersion(options: AwsClientOptions, qualifier: string): Promise<string | undefined> {
  const { GetParameterCommand, SSMClient } = await loadSdk(sdk, () => import('@aws-sdk/client-ssm'));
  const client = new SSMClient(clientConfig(options));
  try {
    const { Parameter } = await client.send(new GetParameterCommand({ Name: `/cdk-bootstrap/${qualifier}/version` }));
    return Parameter?.Value;
  } catch (error) {
    if (error instanceof Error && error.name === 'ParameterNotFound') return undefined;
    throw error;
  } finally {
    client.destroy();
  }
}
