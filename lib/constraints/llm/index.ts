import type { Constraint } from '../constraint';
import { collectionEncryption } from './collection-encryption';
import { componentCopies } from './component-copies';
import { embeddingDimension } from './embedding-dimension';
import { endpointConfigExists } from './endpoint-config-exists';
import { endpointConfigKms } from './endpoint-config-kms';
import { endpointConfigModels } from './endpoint-config-models';
import { endpointConfigRole } from './endpoint-config-role';
import { indexAccess } from './index-access';
import { knowledgeBaseSearch } from './knowledge-base-search';
import { scalingTargetEndpoint } from './scaling-target-endpoint';

/** Rules of SageMaker, Bedrock, S3 Vectors, OpenSearch Serverless and Application Auto Scaling. */
export const llmConstraints: readonly Constraint[] = [
  collectionEncryption,
  componentCopies,
  embeddingDimension,
  endpointConfigExists,
  endpointConfigKms,
  endpointConfigModels,
  endpointConfigRole,
  indexAccess,
  knowledgeBaseSearch,
  scalingTargetEndpoint,
];
