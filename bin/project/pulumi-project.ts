/** Name of the Pulumi project in Pulumi.yaml, a part of every URN. */
export const pulumiProject = 'llmops-kit';
