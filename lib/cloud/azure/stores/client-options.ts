import { CodedError } from '../../../messages';
import { loadSdk } from '../../aws/client-options';

/** Where clients of Azure's stores ask. */
export interface AzureClientOptions {
  /** Tenant of the subscription. */
  readonly tenant: string;
  /** Address of the local stores, without a final slash. @default - Azure, with the credentials that DefaultAzureCredential finds */
  readonly local?: string | undefined;
  /** Waits between attempts and between questions about an operation. @default - a timer */
  readonly pause?: (milliseconds: number) => Promise<void>;
}

/** Whom a token is for. */
export type Audience = 'arm' | 'registry' | 'search' | 'storage';

/**
 * Scopes of tokens. Sources, read 2026-12-01: learn.microsoft.com/rest/api/storageservices/authorize-with-azure-active-directory;
 * Azure/azure-sdk-for-python, azure-containerregistry (`containerregistry.azure.net`) and azure-search-documents.
 */
const scopes: Readonly<Record<Audience, string>> = {
  arm: 'https://management.azure.com/.default',
  registry: 'https://containerregistry.azure.net/.default',
  search: 'https://search.azure.com/.default',
  storage: 'https://storage.azure.com/.default',
};

/** Addresses of stores, without a final slash. */
export interface StoreAddresses {
  readonly arm: string;
  readonly blob: (account: string) => string;
  readonly registry: (name: string) => string;
  readonly search: (service: string) => string;
}

/** The addresses of Azure's public cloud, or of the local stores. */
export function addressesOf({ local }: AzureClientOptions): StoreAddresses {
  if (local !== undefined) {
    return {
      arm: `${local}/arm`,
      blob: (account) => `${local}/blob/${account}`,
      registry: (name) => `${local}/registry/${name}`,
      search: (service) => `${local}/search/${service}`,
    };
  }
  return {
    arm: 'https://management.azure.com',
    blob: (account) => `https://${account}.blob.core.windows.net`,
    registry: (name) => `https://${name}.azurecr.io`,
    search: (service) => `https://${service}.search.windows.net`,
  };
}

/** What a credential of @azure/identity does for a client. */
interface Credential {
  getToken(scope: string): Promise<{ readonly token: string }>;
}

/** Tokens by audience. The credential keeps and renews its own. @throws CodedError (AssetStoreDenied, SdkMissing) */
export function tokensOf({ tenant, local }: AzureClientOptions): (audience: Audience) => Promise<string> {
  if (local !== undefined) return () => Promise.resolve('local');
  let credential: Promise<Credential> | undefined;
  return async (audience) => {
    const signedIn = await (credential ??= credentialOf(tenant));
    try {
      return (await signedIn.getToken(scopes[audience])).token;
    } catch (error) {
      throw new CodedError('AssetStoreDenied', {
        place: `tenant ${tenant}`,
        message: 'no credentials of Azure were found',
        got: error instanceof Error ? error.name : String(error),
        fix: `az login --tenant ${tenant}`,
      });
    }
  };
}

async function credentialOf(tenantId: string): Promise<Credential> {
  const { DefaultAzureCredential } = await loadSdk('@azure/identity', () => import('@azure/identity'));
  return new DefaultAzureCredential({ tenantId });
}
