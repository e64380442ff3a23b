import { EnvironmentContainer, EnvironmentVersion } from '@pulumi/azure-native/machinelearningservices';
import type { ComponentResource, Input } from '@pulumi/pulumi';
import { CodedError } from '../../../lib/messages';

/** Props of {@link servingEnvironment}. */
export interface ServingEnvironmentProps {
  readonly environmentName: string;
  /** Image by digest: `<registry>/<repository>@sha256:<64 hexadecimal digits>`. */
  readonly imageUri: string;
  /** Port that the container serves on. */
  readonly port: number;
  /** Path that answers once the weights are loaded. */
  readonly healthPath: string;
  readonly workspaceName: Input<string>;
  readonly resourceGroupName: Input<string>;
}

const imageDigest = /@sha256:([0-9a-f]{64})$/;

/**
 * Declares a serving container as an environment of the workspace.
 *
 * An environment version is immutable, so both its version and its logical name are the end of the image's digest: another
 * image is another resource. The previous one is deleted after the deployment has left it. When the deployment fails on the
 * new image it is still there, so the former config deploys again: the provider refuses to create what exists
 * (ADR 0012).
 *
 * @throws CodedError `InvalidImageUri` when the image is not named by digest
 */
export function servingEnvironment(
  name: string,
  props: ServingEnvironmentProps,
  parent: ComponentResource,
): EnvironmentVersion {
  const { environmentName, imageUri, port, healthPath, workspaceName, resourceGroupName } = props;
  const digest = imageDigest.exec(imageUri)?.[1];
  if (digest === undefined) {
    throw new CodedError('InvalidImageUri', {
      place: `${name}: imageUri`,
      message: 'the image is not named by digest',
      got: imageUri,
      expected: '<registry>/<repository>@sha256:<64 hexadecimal digits>',
      fix: 'pin the digest',
    });
  }
  const container = new EnvironmentContainer(
    `${name}-environment`,
    { name: environmentName, workspaceName, resourceGroupName, properties: { isArchived: false } },
    { parent },
  );
  const version = digest.slice(-12);
  return new EnvironmentVersion(
    `${name}-environment-${version}`,
    {
      name: container.name,
      version,
      workspaceName,
      resourceGroupName,
      properties: {
        image: imageUri,
        osType: 'Linux',
        isAnonymous: false,
        inferenceConfig: {
          livenessRoute: { path: healthPath, port },
          readinessRoute: { path: healthPath, port },
          scoringRoute: { path: '/', port },
        },
      },
    },
    { parent },
  );
}
