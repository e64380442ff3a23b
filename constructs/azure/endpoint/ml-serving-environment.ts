import { EnvironmentContainer, EnvironmentVersion } from '@pulumi/azure-native/machinelearningservices';
import type { ComponentResource, Input } from '@pulumi/pulumi';

export interface ServingEnvironmentProps {
  readonly environmentName: string;
  /** Image by digest: `<registry>/<repository>@sha256:<64 hexadecimal digits>`. */
  readonly imageUri: string;
  readonly workspaceName: Input<string>;
  readonly resourceGroupName: Input<string>;
}

/** The port and paths of vLLM's OpenAI-compatible server. */
const port = 8000;
const imageDigest = /@sha256:([0-9a-f]{64})$/;

/**
 * A serving container as an environment of the workspace. Its version is the end of the image's digest, because an
 * environment version cannot change: another image is another version, and the former one stays for the deployments that
 * still run it.
 *
 * Errors: throws when the image is not named by digest.
 */
export function servingEnvironment(
  name: string,
  props: ServingEnvironmentProps,
  parent: ComponentResource,
): EnvironmentVersion {
  const { environmentName, imageUri, workspaceName, resourceGroupName } = props;
  const digest = imageDigest.exec(imageUri)?.[1];
  if (digest === undefined) {
    throw new Error(`imageUri: expected <repository>@sha256:<64 hexadecimal digits>, got ${imageUri}; pin the digest`);
  }
  const container = new EnvironmentContainer(
    `${name}-environment`,
    { name: environmentName, workspaceName, resourceGroupName, properties: { isArchived: false } },
    { parent },
  );
  return new EnvironmentVersion(
    `${name}-environment-version`,
    {
      name: container.name,
      version: digest.slice(-12),
      workspaceName,
      resourceGroupName,
      properties: {
        image: imageUri,
        osType: 'Linux',
        isAnonymous: false,
        inferenceConfig: {
          livenessRoute: { path: '/health', port: port },
          readinessRoute: { path: '/health', port: port },
          scoringRoute: { path: '/', port: port },
        },
      },
    },
    { parent, retainOnDelete: true },
  );
}
