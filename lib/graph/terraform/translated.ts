import type { MarkedProperties } from './marked-values';
import { asCloudFormation, cloudFormationType, renamedPath } from './to-cloudformation';

/** Properties with the type in whose terms they are. */
export type TranslatedResource = MarkedProperties & { readonly type: string };

/**
 * A resource in the terms of the service, where the provider uses them: awscc those of CloudFormation. Every other type
 * keeps the terms of Terraform.
 */
export function translated(terraformType: string, marked: MarkedProperties): TranslatedResource {
  const cloudFormation = cloudFormationType(terraformType);
  return cloudFormation === undefined
    ? { type: terraformType, ...marked }
    : { type: cloudFormation.type, ...asCloudFormation(marked, cloudFormation) };
}

/** The type of a resource, and how a path of attributes is written in its terms. */
export function translatedPath(terraformType: string): {
  readonly type: string;
  readonly toPath: (path: string) => string;
} {
  const cloudFormation = cloudFormationType(terraformType);
  return cloudFormation === undefined
    ? { type: terraformType, toPath: (path) => path }
    : { type: cloudFormation.type, toPath: (path) => renamedPath(path, cloudFormation) };
}
