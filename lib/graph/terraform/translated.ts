import { azureNativePath } from '../arm/to-azure-native';
import type { MarkedProperties } from '../marked-properties';
import { asArm } from './azapi';
import { asCloudFormation, cloudFormationType, renamedPath } from './to-cloudformation';

/** Properties with the type in whose terms they are. */
export type TranslatedResource = MarkedProperties & { readonly type: string };

/**
 * A resource in the terms of the service, where the provider uses them: awscc those of CloudFormation, azapi those of Azure
 * Resource Manager. Every other type keeps the terms of Terraform.
 */
export function translated(terraformType: string, marked: MarkedProperties): TranslatedResource {
  if (terraformType === 'azapi_resource') return asArm(marked) ?? { type: terraformType, ...marked };
  const cloudFormation = cloudFormationType(terraformType);
  return cloudFormation === undefined
    ? { type: terraformType, ...marked }
    : { type: cloudFormation.type, ...asCloudFormation(marked, cloudFormation) };
}

/** A path of attributes in the terms of the node. @param nodeType type of the node, where there is one */
export function translatedPath(path: string, terraformType: string, nodeType: string): string {
  if (terraformType === 'azapi_resource') return azureNativePath(path.replace(/^body\./, ''), nodeType);
  const cloudFormation = cloudFormationType(terraformType);
  return cloudFormation === undefined ? path : renamedPath(path, cloudFormation);
}
