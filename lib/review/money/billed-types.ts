import type { PropertyValue, ResourceNode } from '../../graph';
import { listOf, valueAt } from '../policy';
import type { Billing, BillingReader, HourlyService, UsedService } from './billing';
import { blocksOf, byUse, firstOf, inBlock, included, instancesOf, notInCatalogue, together } from './billing';
import {
  accountOf,
  collectionUnits,
  graphUnits,
  kendraIndex,
  notebook,
  searchDomain,
  searchUnits,
  terraformDomain,
} from './capacity';
import { bedrockTokens, modelDeployment } from './model-use';

/** Every type of an LLM platform and how it is billed, in the provider's terms and in those of Terraform. */
export const billedTypes: Readonly<Record<string, BillingReader>> = {
  'AWS::SageMaker::EndpointConfig': ({ properties }) =>
    together(
      [...listOf(properties.ProductionVariants), ...listOf(properties.ShadowProductionVariants)].map((variant) =>
        valueAt(variant, 'ServerlessConfig') === undefined
          ? instancesOf('sagemaker', valueAt(variant, 'InstanceType'), valueAt(variant, 'InitialInstanceCount'))
          : unknownUse,
      ),
    ),
  'AWS::SageMaker::Endpoint': included,
  'AWS::SageMaker::Model': included,
  'AWS::SageMaker::InferenceComponent': included,
  'AWS::SageMaker::NotebookInstance': notebook,
  'AWS::SageMaker::Cluster': notInCatalogue,
  'AWS::SageMaker::MlflowTrackingServer': notInCatalogue,
  'AWS::EC2::Instance': accelerated('ec2', ({ properties }) => [properties.InstanceType, 1]),
  'AWS::EKS::Nodegroup': accelerated('ec2', ({ properties }) => [
    firstOf(properties.InstanceTypes),
    valueAt(properties.ScalingConfig, 'DesiredSize') ?? valueAt(properties.ScalingConfig, 'MinSize'),
  ]),
  'AWS::Bedrock::Agent': ({ properties }) => bedrockTokens(properties.FoundationModel),
  'AWS::Bedrock::ApplicationInferenceProfile': ({ properties }) =>
    bedrockTokens(valueAt(properties.ModelSource, 'CopyFrom')),
  'AWS::Bedrock::Flow': byUse,
  'AWS::Bedrock::Guardrail': byUse,
  'AWS::Bedrock::KnowledgeBase': ({ properties: { KnowledgeBaseConfiguration: config } }) =>
    valueAt(config, 'Type') === 'KENDRA' || valueAt(config, 'Type') === 'SQL'
      ? { kind: 'included' }
      : bedrockTokens(valueAt(config, 'VectorKnowledgeBaseConfiguration', 'EmbeddingModelArn')),
  'AWS::BedrockAgentCore::BrowserCustom': used('agentcore-session'),
  'AWS::BedrockAgentCore::CodeInterpreterCustom': used('agentcore-session'),
  'AWS::BedrockAgentCore::Gateway': used('agentcore-gateway'),
  'AWS::BedrockAgentCore::Memory': used('agentcore-memory'),
  'AWS::BedrockAgentCore::PolicyEngine': used('agentcore-policy'),
  'AWS::BedrockAgentCore::Runtime': used('agentcore-session'),
  'AWS::Kendra::Index': ({ properties }) => kendraIndex(properties.Edition),
  'AWS::NeptuneGraph::Graph': graphUnits,
  'AWS::OpenSearchServerless::Collection': ({ properties }) => collectionUnits(properties.StandbyReplicas),
  'AWS::OpenSearchService::Domain': ({ properties: { ClusterConfig: cluster } }) =>
    searchDomain(valueAt(cluster, 'InstanceType'), valueAt(cluster, 'InstanceCount')),
  'AWS::S3Vectors::Index': byUse,
  'azure-native:machinelearningservices:OnlineDeployment': ({ properties }) =>
    instancesOf(
      'azure-ml',
      valueAt(properties.onlineDeploymentProperties, 'instanceType') ?? valueAt(properties.properties, 'instanceType'),
      valueAt(properties.sku, 'capacity') ?? 1,
    ),
  'azure-native:machinelearningservices:OnlineEndpoint': included,
  'azure-native:machinelearningservices:Compute': accelerated('azure-ml', ({ properties }) => [
    valueAt(properties.properties, 'properties', 'vmSize'),
    valueAt(properties.properties, 'properties', 'scaleSettings', 'minNodeCount') ?? 1,
  ]),
  'azure-native:containerservice:AgentPool': accelerated('azure-vm', ({ properties }) => [
    properties.vmSize,
    properties.count ?? properties.minCount,
  ]),
  'azure-native:compute:VirtualMachine': accelerated('azure-vm', ({ properties }) => [
    valueAt(properties.hardwareProfile, 'vmSize'),
    1,
  ]),
  'azure-native:cognitiveservices:Account': ({ properties }) => accountOf(properties.kind),
  'azure-native:cognitiveservices:Deployment': ({ properties: { properties: inner, sku } }) =>
    modelDeployment(valueAt(inner, 'model', 'name'), valueAt(inner, 'model', 'version'), valueAt(sku, 'name')),
  'azure-native:search:Service': ({ properties: { sku, replicaCount, partitionCount } }) =>
    searchUnits(valueAt(sku, 'name'), replicaCount, partitionCount),
  aws_sagemaker_endpoint_configuration: ({ properties }) =>
    together(
      [...blocksOf(properties.production_variants), ...blocksOf(properties.shadow_production_variants)].map(
        (variant) =>
          listOf(valueAt(variant, 'serverless_config')).length === 0
            ? instancesOf('sagemaker', valueAt(variant, 'instance_type'), valueAt(variant, 'initial_instance_count'))
            : unknownUse,
      ),
    ),
  aws_sagemaker_endpoint: included,
  aws_sagemaker_model: included,
  aws_sagemaker_notebook_instance: notebook,
  aws_instance: accelerated('ec2', ({ properties }) => [properties.instance_type, 1]),
  aws_eks_node_group: accelerated('ec2', (node) => [
    firstOf(node.properties.instance_types),
    inBlock(node, 'scaling_config', 'desired_size'),
  ]),
  aws_bedrockagent_agent: ({ properties }) => bedrockTokens(properties.foundation_model),
  aws_bedrockagent_knowledge_base: ({ properties }) =>
    bedrockTokens(
      valueAt(
        firstOf(valueAt(firstOf(properties.knowledge_base_configuration), 'vector_knowledge_base_configuration')),
        'embedding_model_arn',
      ),
    ),
  aws_bedrockagentcore_agent_runtime: used('agentcore-session'),
  aws_bedrockagentcore_browser: used('agentcore-session'),
  aws_bedrockagentcore_code_interpreter: used('agentcore-session'),
  aws_bedrockagentcore_gateway: used('agentcore-gateway'),
  aws_bedrockagentcore_memory: used('agentcore-memory'),
  aws_bedrock_guardrail: byUse,
  aws_bedrock_provisioned_model_throughput: notInCatalogue,
  aws_kendra_index: ({ properties }) => kendraIndex(properties.edition),
  aws_opensearchserverless_collection: ({ properties }) => collectionUnits(properties.standby_replicas),
  aws_opensearch_domain: terraformDomain,
  azurerm_ai_services: included,
  azurerm_cognitive_account: ({ properties }) => accountOf(properties.kind),
  azurerm_cognitive_deployment: (node) =>
    modelDeployment(
      inBlock(node, 'model', 'name'),
      inBlock(node, 'model', 'version'),
      inBlock(node, 'sku', 'name') ?? inBlock(node, 'scale', 'type'),
    ),
  azurerm_kubernetes_cluster_node_pool: accelerated('azure-vm', ({ properties }) => [
    properties.vm_size,
    properties.node_count ?? properties.min_count,
  ]),
  azurerm_linux_virtual_machine: accelerated('azure-vm', ({ properties }) => [properties.size, 1]),
  azurerm_machine_learning_compute_cluster: accelerated('azure-ml', (node) => [
    node.properties.vm_size,
    inBlock(node, 'scale_settings', 'min_node_count'),
  ]),
  azurerm_search_service: ({ properties: { sku, replica_count: replicas, partition_count: partitions } }) =>
    searchUnits(sku, replicas, partitions),
};

const unknownUse: Billing = { kind: 'unknown', reason: 'billed by use, which the declaration does not say' };

type Side = readonly [instanceType: PropertyValue | undefined, count: PropertyValue | undefined];

/** A machine counts where its type has an accelerator, or is not known. */
function accelerated(service: HourlyService, read: (node: ResourceNode) => Side): BillingReader {
  return (node, isAccelerated) => {
    const [instanceType, count] = read(node);
    if (typeof instanceType === 'string' && !isAccelerated(instanceType)) return undefined;
    return instancesOf(service, instanceType, count);
  };
}

/** Billed by units of a service, whatever is declared. */
function used(service: Exclude<UsedService['service'], 'azure-openai' | 'bedrock'>): BillingReader {
  return () => ({ kind: 'use', use: { service } });
}
