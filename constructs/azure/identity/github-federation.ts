import { FederatedIdentityCredential } from '@pulumi/azure-native/managedidentity';
import type { ComponentResource, CustomResource, Input } from '@pulumi/pulumi';

/** Which jobs of GitHub Actions may act as an identity. */
export interface GithubTrust {
  /** Issuer of the tokens. */
  readonly issuer: string;
  /** Audience that the job asks for: `api://AzureADTokenExchange` for `azure/login`. */
  readonly audience: string;
  /** Accepted `sub` claims. Microsoft Entra compares them as a whole: there are no wildcards. */
  readonly subjects: readonly string[];
}

/** The identity that jobs act as. */
export interface FederatedIdentity {
  readonly resourceName: Input<string>;
  readonly resourceGroupName: Input<string>;
}

/**
 * Lets jobs of GitHub Actions act as a managed identity, without a stored secret.
 *
 * Creates a federated credential for each subject, one after another: an identity refuses two at the same time
 * (`ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity`). An identity has at most 20. Free.
 *
 * Source: Microsoft Learn, "Important considerations and restrictions for federated identity credentials", read
 * 2026-11-30.
 */
export function trustGithub(
  name: string,
  { issuer, audience, subjects }: GithubTrust,
  identity: FederatedIdentity,
  parent: ComponentResource,
): void {
  let previous: CustomResource[] = [];
  for (const [index, subject] of subjects.entries()) {
    const credential = `github-${index + 1}`;
    previous = [
      new FederatedIdentityCredential(
        `${name}-${credential}`,
        {
          federatedIdentityCredentialResourceName: credential,
          resourceName: identity.resourceName,
          resourceGroupName: identity.resourceGroupName,
          issuer,
          audiences: [audience],
          subject,
        },
        { parent, dependsOn: previous },
      ),
    ];
  }
}
