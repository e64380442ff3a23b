import type { Constraint } from '../constraint';

/** Rules of SageMaker, Bedrock, S3 Vectors, OpenSearch Serverless and Application Auto Scaling. */
export const llmConstraints: readonly Constraint[] = [];
