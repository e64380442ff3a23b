import type { EngineRow } from '../catalog-rows';
import type { Issue } from '../issue';
import { imageIssues, repositoryIssues } from './image-repository';

/** `0.33.0`, `0.5.12.post1`, `1.0.0-rc1`: starts with numbers, so that it names one release and not the newest. */
const release = /^\d+(\.\d+)+[\w.+-]*$/;
const imageTag = /^\w[\w.-]{0,127}$/;
/** The form of every host image that the API model of SageMaker has. */
const hostImage = /^al\d+-ami-sagemaker-inference-[a-z]+(-\d+)+$/;

/** An engine row names one release, images that can exist, and a host image in SageMaker's form. */
export function engineRowIssues(path: string, { version, aws, azure }: EngineRow): readonly Issue[] {
  return [
    ...(release.test(version) ? [] : [noRelease(`${path}.version`, version)]),
    ...(aws === undefined ? [] : awsIssues(`${path}.aws`, aws)),
    ...(azure === undefined ? [] : imageIssues(`${path}.azure.image`, azure.image)),
  ];
}

function awsIssues(
  path: string,
  { repository, tag, inferenceAmiVersion: host }: NonNullable<EngineRow['aws']>,
): readonly Issue[] {
  return [
    ...repositoryIssues(`${path}.repository`, repository, 'vllm'),
    ...(imageTag.test(tag) ? [] : [noTag(`${path}.tag`, tag)]),
    ...(host === undefined || hostImage.test(host) ? [] : [noHostImage(`${path}.inferenceAmiVersion`, host)]),
  ];
}

function noRelease(path: string, got: string): Issue {
  return {
    code: 'InvalidEngineVersion',
    path,
    message: 'not the number of a release',
    got,
    expected: 'numbers with dots, for example 0.33.0',
    fix: `write the release that the image contains, without a leading 'v'`,
  };
}

function noTag(path: string, got: string): Issue {
  return {
    code: 'InvalidImageTag',
    path,
    message: 'not the tag of an image',
    got,
    expected: '1 to 128 letters, digits, dots, underscores and hyphens, with a letter, a digit or an underscore first',
    fix: 'copy the tag from the list of images, without the repository before the colon',
  };
}

function noHostImage(path: string, got: string): Issue {
  return {
    code: 'InvalidHostImage',
    path,
    message: 'not the name of a host image of SageMaker',
    got,
    expected: 'a value of InferenceAmiVersion, for example al2023-ami-sagemaker-inference-gpu-4-1',
    fix: `copy the value from the documentation of SageMaker's ProductionVariant, or remove the field`,
  };
}
