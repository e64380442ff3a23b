import { ManagedNetworkSettingsRule } from '@pulumi/azure-native/machinelearningservices';
import type { CustomResourceOptions, Input } from '@pulumi/pulumi';

export interface MlOutboundRuleProps {
  readonly ruleName: string;
  readonly workspaceName: Input<string>;
  readonly resourceGroupName: Input<string>;
  /** Resource the managed network gets a private endpoint to. */
  readonly serviceResourceId: Input<string>;
  /** Part of that resource, for example `amlregistry`. */
  readonly subresourceTarget: string;
}

/** Lets a workspace's managed network reach one resource through a private endpoint of its own. */
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
    opts,
  );
}
