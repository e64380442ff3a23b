/** The Pulumi project name of Pulumi.yaml: part of every URN. */
export const pulumiProject = 'llmops-kit';
