import { ManagedNetworkSettingsRule } from '@pulumi/azure-native/machinelearningservices';
import type { CustomResource, CustomResourceOptions, Input } from '@pulumi/pulumi';

/** Props of {@link allowHuggingFace}. */
export interface HuggingFaceOutboundProps {
  readonly workspaceName: Input<string>;
  readonly resourceGroupName: Input<string>;
}

/**
 * Hosts that models of the `HuggingFace` registry download image and weights from.
 *
 * Source: MicrosoftDocs/azure-ai-docs, how-to-managed-network.md, "Use HuggingFace models", read 2026-11-30. Whether the list
 * is enough for weights that the hub stores elsewhere was not seen.
 */
const hosts = [
  'docker.io',
  '*.docker.io',
  '*.docker.com',
  'production.cloudflare.docker.com',
  'cdn.auth0.com',
  'cdn-lfs.huggingface.co',
] as const;

/**
 * Lets the managed network of a workspace reach the hosts that models of the `HuggingFace` registry are downloaded from.
 *
 * Creates one outbound rule per host, each after the previous one: the network accepts one at a time. Rules with host names
 * add an Azure Firewall to the managed network, which is billed per hour.
 *
 * @returns the rules; an endpoint waits for all of them
 */
export function allowHuggingFace(
  name: string,
  { workspaceName, resourceGroupName }: HuggingFaceOutboundProps,
  { dependsOn, ...opts }: CustomResourceOptions,
): readonly CustomResource[] {
  return hosts.reduce<readonly ManagedNetworkSettingsRule[]>((rules, destination, index) => {
    const previous = rules.at(-1) ?? dependsOn;
    const rule = new ManagedNetworkSettingsRule(
      `${name}-${index}`,
      {
        ruleName: `hugging-face-${index}`,
        workspaceName,
        resourceGroupName,
        properties: { type: 'FQDN', category: 'UserDefined', destination },
      },
      {
        ...opts,
        ...(previous === undefined ? {} : { dependsOn: previous }),
        // The service sets the status once the network is provisioned.
        ignoreChanges: ['properties.status'],
      },
    );
    return [...rules, rule];
  }, []);
}
