import type {
  ListServiceQuotasCommandInput,
  ListServiceQuotasCommandOutput,
  ServiceQuotasClient,
} from '@aws-sdk/client-service-quotas';
import type { SdkConfig } from './sdk';

/** Read operations of Service Quotas. */
export function quotaOperations(config: SdkConfig) {
  let client: Promise<ServiceQuotasClient> | undefined;
  const sdk = () => import('@aws-sdk/client-service-quotas');
  const api = (): Promise<ServiceQuotasClient> =>
    (client ??= sdk().then(({ ServiceQuotasClient: Client }) => new Client(config)));
  return {
    'servicequotas:ListServiceQuotas': async (
      input: ListServiceQuotasCommandInput,
    ): Promise<ListServiceQuotasCommandOutput> => (await api()).send(new (await sdk()).ListServiceQuotasCommand(input)),
  };
}
