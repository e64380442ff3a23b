import type {
  GetPolicyCommandInput,
  GetPolicyCommandOutput,
  GetPolicyVersionCommandInput,
  GetPolicyVersionCommandOutput,
  GetRolePolicyCommandInput,
  GetRolePolicyCommandOutput,
  IAMClient,
  ListAttachedRolePoliciesCommandInput,
  ListAttachedRolePoliciesCommandOutput,
  ListOpenIDConnectProvidersCommandInput,
  ListOpenIDConnectProvidersCommandOutput,
  ListRolePoliciesCommandInput,
  ListRolePoliciesCommandOutput,
} from '@aws-sdk/client-iam';
import type { SdkConfig } from './sdk';

/** Read operations of IAM. */
export function iamOperations(config: SdkConfig) {
  let client: Promise<IAMClient> | undefined;
  const sdk = () => import('@aws-sdk/client-iam');
  const api = (): Promise<IAMClient> => (client ??= sdk().then(({ IAMClient: Client }) => new Client(config)));
  return {
    'iam:GetPolicy': async (input: GetPolicyCommandInput): Promise<GetPolicyCommandOutput> =>
      (await api()).send(new (await sdk()).GetPolicyCommand(input)),
    'iam:GetPolicyVersion': async (input: GetPolicyVersionCommandInput): Promise<GetPolicyVersionCommandOutput> =>
      (await api()).send(new (await sdk()).GetPolicyVersionCommand(input)),
    'iam:GetRolePolicy': async (input: GetRolePolicyCommandInput): Promise<GetRolePolicyCommandOutput> =>
      (await api()).send(new (await sdk()).GetRolePolicyCommand(input)),
    'iam:ListAttachedRolePolicies': async (
      input: ListAttachedRolePoliciesCommandInput,
    ): Promise<ListAttachedRolePoliciesCommandOutput> =>
      (await api()).send(new (await sdk()).ListAttachedRolePoliciesCommand(input)),
    'iam:ListOpenIDConnectProviders': async (
      input: ListOpenIDConnectProvidersCommandInput,
    ): Promise<ListOpenIDConnectProvidersCommandOutput> =>
      (await api()).send(new (await sdk()).ListOpenIDConnectProvidersCommand(input)),
    'iam:ListRolePolicies': async (input: ListRolePoliciesCommandInput): Promise<ListRolePoliciesCommandOutput> =>
      (await api()).send(new (await sdk()).ListRolePoliciesCommand(input)),
  };
}
