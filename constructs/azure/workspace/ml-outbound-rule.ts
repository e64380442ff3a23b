import { ManagedNetworkSettingsRule } from '@pulumi/azure-native/machinelearningservices';
import type { CustomResourceOptions, Input } from '@pulumi/pulumi';

/** Props of {@link allowOutbound}. */
export interface MlOutboundRuleProps {
  readonly ruleName: string;
  readonly workspaceName: Input<string>;
  readonly resourceGroupName: Input<string>;
  /** Id of the resource that the managed network can reach. */
  readonly serviceResourceId: Input<string>;
  /** Subresource of the private endpoint, for example `amlregistry`. */
  readonly subresourceTarget: string;
}

/**
 * Lets the managed network of a workspace reach one resource.
 *
 * Creates an outbound rule. The service creates a private endpoint for it inside the managed network, billed per hour.
 * A managed network accepts one rule at a time, so make each rule depend on the previous one.
 */
export function allowOutbound(
  name: string,
  props: MlOutboundRuleProps,
  opts: CustomResourceOptions,
): ManagedNetworkSettingsRule {
  const { ruleName, workspaceName, resourceGroupName, serviceResourceId, subresourceTarget } = props;
  return new ManagedNetworkSettingsRule(
    name,
    {
      ruleName,
      workspaceName,
      resourceGroupName,
      properties: {
        type: 'PrivateEndpoint',
        category: 'UserDefined',
        destination: { serviceResourceId, subresourceTarget, sparkEnabled: false },
      },
    },
    // The service sets the status once the network is provisioned.
    { ...opts, ignoreChanges: ['properties.status'] },
  );
}
