import type { Constraint } from '../constraint';
import { agentActionGroups, agentCollaborators, agentMemory, agentOrchestration } from './agent';
import { agentCoreGateway, agentCoreNetwork, agentCoreRuntime } from './agent-core';
import { bedrockModel } from './bedrock-model';
import { collectionEncryption } from './collection-encryption';
import { componentCopies } from './component-copies';
import { componentResources } from './component-resources';
import { dataSourceChunking, dataSourceKind, dataSourceParsing } from './data-source';
import { embeddingDimension } from './embedding-dimension';
import { endpointConfigExists } from './endpoint-config-exists';
import { endpointConfigKms } from './endpoint-config-kms';
import { endpointConfigModels } from './endpoint-config-models';
import { endpointConfigRole } from './endpoint-config-role';
import { managedScalingRange, shadowVariants, variantCapacity, variantNames } from './endpoint-config-variants';
import { endpointDeployment } from './endpoint-deployment';
import { flowConnections, flowNodes } from './flow';
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
import { instanceType, pipelineInstanceType } from './instance-type';
import { knowledgeBaseNetwork } from './knowledge-base-network';
import { knowledgeBaseSearch } from './knowledge-base-search';
import { knowledgeBaseFields, knowledgeBaseKind, knowledgeBaseVectorType } from './knowledge-base-storage';
import { llmReferences } from './llm-references';
import { containerHostNames, containerImage, modelContainers, multiModelData } from './model-containers';
import { modelData } from './model-data';
import { pipelineDefinition } from './pipeline-definition';
import { promptDefaultVariant, promptTemplate, promptVariables, promptVariantNames } from './prompt';
import { scalingDimension, scalingPolicy, scalingPolicyTarget, scalingRange, scalingResource } from './scaling';
import { scalingTargetEndpoint } from './scaling-target-endpoint';
import { knowledgeBaseIndexFields, searchIndexVectors } from './search-index';
import { searchPolicyGrammar } from './search-policy-grammar';
import { serverlessFeatures, serverlessSize } from './serverless-variant';
import { vectorBucket, vectorEncryption } from './vector-bucket';

/** Rules of SageMaker, Bedrock, S3 Vectors, OpenSearch Serverless and Application Auto Scaling. */
export const llmConstraints: readonly Constraint[] = [
  agentActionGroups,
  agentCollaborators,
  agentCoreGateway,
  agentCoreNetwork,
  agentCoreRuntime,
  agentMemory,
  agentOrchestration,
  bedrockModel,
  collectionEncryption,
  componentCopies,
  componentEndpoint,
  componentResources,
  componentSpecification,
  containerHostNames,
  containerImage,
  dataSourceChunking,
  dataSourceKind,
  dataSourceParsing,
  embeddingDimension,
  endpointConfigExists,
  endpointConfigKms,
  endpointConfigModels,
  endpointConfigRole,
  endpointDeployment,
  flowConnections,
  flowNodes,
  guardrailDuplicates,
  guardrailLengths,
  guardrailPolicies,
  guardrailPromptAttack,
  guardrailRegexes,
  guardrailThreshold,
  guardrailTier,
  indexAccess,
  instanceType,
  knowledgeBaseFields,
  knowledgeBaseIndexFields,
  knowledgeBaseKind,
  knowledgeBaseNetwork,
  knowledgeBaseSearch,
  knowledgeBaseVectorType,
  llmReferences,
  managedScalingRange,
  modelContainers,
  modelData,
  multiModelData,
  pipelineDefinition,
  pipelineInstanceType,
  promptDefaultVariant,
  promptTemplate,
  promptVariables,
  promptVariantNames,
  scalingDimension,
  scalingPolicy,
  scalingPolicyTarget,
  scalingRange,
  scalingResource,
  scalingTargetEndpoint,
  searchIndexVectors,
  searchPolicyGrammar,
  serverlessFeatures,
  serverlessSize,
  shadowVariants,
  variantCapacity,
  variantNames,
  vectorBucket,
  vectorEncryption,
];
