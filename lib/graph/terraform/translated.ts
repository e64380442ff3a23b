import { azureNativePath } from '../arm/to-azure-native';
import type { MarkedProperties } from '../marked-properties';
import { asArm } from './azapi';
import { asCloudFormation, cloudFormationType, renamedPath } from './to-cloudformation';

/** Properties with the type in whose terms they are. */
export type TranslatedResource = MarkedProperties & { readonly type: string };

/**
 * A resource in the terms of the service, where the provider uses them: awscc those of CloudFormation, azapi those of Azure
 * Resource Manager. Every other type keeps the terms of Terraform.
 *
 * @param written attributes of the configuration. What awscc has beside them is read from the account, and no property of a
 * template. @default - the configuration is not known
 */
export function translated(
  terraformType: string,
  marked: MarkedProperties,
  written?: ReadonlySet<string>,
): TranslatedResource {
  if (terraformType === 'azapi_resource') return asArm(marked) ?? { type: terraformType, ...marked };
  const cloudFormation = cloudFormationType(terraformType);
  return cloudFormation === undefined
    ? { type: terraformType, ...marked }
    : { type: cloudFormation.type, ...asCloudFormation(onlyWritten(marked, written), cloudFormation) };
}

/** A path of attributes in the terms of the node. @param nodeType type of the node, where there is one */
export function translatedPath(path: string, terraformType: string, nodeType: string): string {
  if (terraformType === 'azapi_resource') return azureNativePath(path.replace(/^body\./, ''), nodeType);
  const cloudFormation = cloudFormationType(terraformType);
  return cloudFormation === undefined ? path : renamedPath(path, cloudFormation);
}

function onlyWritten(marked: MarkedProperties, written: ReadonlySet<string> | undefined): MarkedProperties {
  // Its own attribute, which no type of CloudFormation has.
  const isKept = (path: string): boolean => {
    const [attribute = ''] = path.split('.');
    return attribute !== 'id' && (written === undefined || written.has(attribute));
  };
  return {
    properties: Object.fromEntries(Object.entries(marked.properties).filter(([attribute]) => isKept(attribute))),
    ...kept('unknown', marked.unknown, isKept),
    ...kept('secret', marked.secret, isKept),
  };
}

function kept(
  name: 'unknown' | 'secret',
  paths: readonly string[] | undefined,
  isKept: (path: string) => boolean,
): Pick<MarkedProperties, 'unknown' | 'secret'> {
  const left = paths?.filter(isKept) ?? [];
  return left.length === 0 ? {} : { [name]: left };
}
