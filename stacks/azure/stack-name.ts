import type { AzureStageName } from '../../lib/plan';

/** The stages in deployment order. A stage reads what earlier ones published. */
export const azureStages = [
  'initialization',
  'experimentation',
  'evaluation',
  'deployment',
] as const satisfies readonly AzureStageName[];

/** What the name of a Pulumi stack says. */
export interface StackPlace {
  readonly environment: string;
  readonly stage: AzureStageName;
}

/** The name of the Pulumi stack of a stage: `<environment>-<stage>`. */
export function stackName({ environment, stage }: StackPlace): string {
  return `${environment}-${stage}`;
}

/** The environment and stage of a Pulumi stack; undefined when the name does not end in a stage. */
export function parseStackName(name: string): StackPlace | undefined {
  const stage = azureStages.find((candidate) => name.endsWith(`-${candidate}`));
  return stage === undefined ? undefined : { environment: name.slice(0, -stage.length - 1), stage };
}
