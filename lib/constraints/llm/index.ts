import type { Constraint } from '../constraint';
import { bedrockModel } from './bedrock-model';
import { collectionEncryption } from './collection-encryption';
import { componentCopies } from './component-copies';
import { embeddingDimension } from './embedding-dimension';
import { endpointConfigExists } from './endpoint-config-exists';
import { endpointConfigKms } from './endpoint-config-kms';
import { endpointConfigModels } from './endpoint-config-models';
import { endpointConfigRole } from './endpoint-config-role';
import { managedScalingRange, shadowVariants, variantCapacity, variantNames } from './endpoint-config-variants';
import { endpointDeployment } from './endpoint-deployment';
import {
  guardrailDuplicates,
  guardrailLengths,
  guardrailPolicies,
  guardrailPromptAttack,
  guardrailRegexes,
  guardrailThreshold,
  guardrailTier,
} from './guardrail';
import { indexAccess } from './index-access';
import { componentEndpoint, componentSpecification } from './inference-component';
import { knowledgeBaseSearch } from './knowledge-base-search';
import { containerHostNames, containerImage, modelContainers, multiModelData } from './model-containers';
import { modelData } from './model-data';
import { pipelineDefinition } from './pipeline-definition';
import { promptDefaultVariant, promptTemplate, promptVariables, promptVariantNames } from './prompt';
import { scalingTargetEndpoint } from './scaling-target-endpoint';
import { searchPolicyGrammar } from './search-policy-grammar';
import { serverlessFeatures, serverlessSize } from './serverless-variant';
import { vectorBucket, vectorEncryption } from './vector-bucket';

/** Rules of SageMaker, Bedrock, S3 Vectors, OpenSearch Serverless and Application Auto Scaling. */
export const llmConstraints: readonly Constraint[] = [
  bedrockModel,
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
  guardrailDuplicates,
  guardrailLengths,
  guardrailPolicies,
  guardrailPromptAttack,
  guardrailRegexes,
  guardrailThreshold,
  guardrailTier,
  indexAccess,
  knowledgeBaseSearch,
  managedScalingRange,
  modelContainers,
  modelData,
  multiModelData,
  pipelineDefinition,
  promptDefaultVariant,
  promptTemplate,
  promptVariables,
  promptVariantNames,
  scalingTargetEndpoint,
  searchPolicyGrammar,
  serverlessFeatures,
  serverlessSize,
  shadowVariants,
  variantCapacity,
  variantNames,
  vectorBucket,
  vectorEncryption,
];
