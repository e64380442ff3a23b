import type { EndpointMachines } from '../../preflight';
import type { AwsOperations } from './operations';

/** Instances of every endpoint of the region: the larger of what runs and what is wanted. */
export async function endpointMachines(api: AwsOperations): Promise<readonly EndpointMachines[]> {
  const names: string[] = [];
  let next: string | undefined;
  do {
    const page = await api['sagemaker:ListEndpoints']({ MaxResults: 100, NextToken: next });
    names.push(...(page.Endpoints ?? []).flatMap(({ EndpointName }) => EndpointName ?? []));
    next = page.NextToken;
  } while (next !== undefined);
  const machines = await Promise.all(names.map((name) => ofEndpoint(api, name)));
  return machines.flat();
}

async function ofEndpoint(api: AwsOperations, endpoint: string): Promise<readonly EndpointMachines[]> {
  const { EndpointConfigName, ProductionVariants = [] } = await api['sagemaker:DescribeEndpoint']({
    EndpointName: endpoint,
  });
  if (EndpointConfigName === undefined) return [];
  const config = await api['sagemaker:DescribeEndpointConfig']({ EndpointConfigName });
  return (config.ProductionVariants ?? []).flatMap(({ VariantName, InstanceType, InitialInstanceCount = 0 }) => {
    const variant = ProductionVariants.find((one) => one.VariantName === VariantName);
    if (InstanceType === undefined) return [];
    const count = Math.max(variant?.CurrentInstanceCount ?? InitialInstanceCount, variant?.DesiredInstanceCount ?? 0);
    return [{ endpoint, instanceType: InstanceType, count }];
  });
}
