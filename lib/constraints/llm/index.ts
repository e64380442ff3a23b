import type { Constraint } from '../constraint';
import { collectionEncryption } from './collection-encryption';
import { componentCopies } from './component-copies';
import { embeddingDimension } from './embedding-dimension';
import { endpointConfigExists } from './endpoint-config-exists';
import { endpointConfigKms } from './endpoint-config-kms';
import { endpointConfigModels } from './endpoint-config-models';
import { endpointConfigRole } from './endpoint-config-role';
import { managedScalingRange, shadowVariants, variantCapacity, variantNames } from './endpoint-config-variants';
import { endpointDeployment } from './endpoint-deployment';
import { indexAccess } from './index-access';
import { componentEndpoint, componentSpecification } from './inference-component';
import { knowledgeBaseSearch } from './knowledge-base-search';
import { containerHostNames, containerImage, modelContainers, multiModelData } from './model-containers';
import { modelData } from './model-data';
import { pipelineDefinition } from './pipeline-definition';
import { scalingTargetEndpoint } from './scaling-target-endpoint';
import { serverlessFeatures, serverlessSize } from './serverless-variant';

/** Rules of SageMaker, Bedrock, S3 Vectors, OpenSearch Serverless and Application Auto Scaling. */
export const llmConstraints: readonly Constraint[] = [
  collectionEncryption,
  componentCopies,
  componentEndpoint,
  componentSpecification,
  containerHostNames,
  containerImage,
  embeddingDimension,
  endpointConfigExists,
  endpointConfigKms,
  endpointConfigModels,
  endpointConfigRole,
  endpointDeployment,
  indexAccess,
  knowledgeBaseSearch,
  managedScalingRange,
  modelContainers,
  modelData,
  multiModelData,
  pipelineDefinition,
  scalingTargetEndpoint,
  serverlessFeatures,
  serverlessSize,
  shadowVariants,
  variantCapacity,
  variantNames,
];
