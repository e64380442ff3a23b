import type { ContainerPort } from './row-types';
import { containerPorts } from './rows/container-ports';
import type { ServingEngine, VariableGrammar } from './types';

/** A published serving image whose entry point takes the settings of its engine from variables. */
export interface VariableImage {
  /** Repository with its registry and without a tag. */
  readonly repository: string;
  /** Tag of the image, where the catalogue knows it. */
  readonly tag?: string;
  readonly variables: VariableGrammar;
  /** Variables that keep it from sending usage data. */
  readonly quiet: Readonly<Record<string, string>>;
  readonly answers: ContainerPort;
}

/** The public gallery of AWS's Deep Learning Containers: every image is there too (docs/get_started/index.md, read 2026-11-30). */
const publicGallery = 'public.ecr.aws/deep-learning-containers';

/** An image of AWS in its public gallery, without a tag. @param repository - as in AWS's registries of the regions */
export function publicGalleryImage(repository: string): string {
  return `${publicGallery}/${repository}`;
}

/**
 * The image of an engine that is driven by variables: its project's own, or AWS's build of it, which runs anywhere. Undefined
 * where none is known.
 */
export function variableImage(engine: ServingEngine): VariableImage | undefined {
  const { azure, aws, variables } = engine;
  if (azure !== undefined && variables !== undefined) {
    return { repository: azure.image, variables, quiet: {}, answers: containerPorts[engine.engine] };
  }
  if (aws === undefined) return undefined;
  return {
    repository: publicGalleryImage(aws.repository),
    tag: aws.tag,
    variables: aws.variables,
    // scripts/docker/telemetry/bash_telemetry.sh.template of aws/deep-learning-containers@e0ecedea6a, read 2026-11-30.
    quiet: { OPT_OUT_TRACKING: 'true' },
    answers: containerPorts.aws,
  };
}
