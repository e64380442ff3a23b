import type { PropertyValue, ResourceNode } from '../../graph';
import { listOf, valueAt } from '../policy';
import type { Billing, BillingReader, HourlyService } from './billing';
import { blocksOf, byUse, firstOf, inBlock, included, instancesOf, notInCatalogue, together } from './billing';

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
  'AWS::SageMaker::NotebookInstance': notInCatalogue,
  'AWS::SageMaker::Cluster': notInCatalogue,
  'AWS::SageMaker::MlflowTrackingServer': notInCatalogue,
  'AWS::EC2::Instance': accelerated('ec2', ({ properties }) => [properties.InstanceType, 1]),
  'AWS::EKS::Nodegroup': accelerated('ec2', ({ properties }) => [
    firstOf(properties.InstanceTypes),
    valueAt(properties.ScalingConfig, 'DesiredSize') ?? valueAt(properties.ScalingConfig, 'MinSize'),
  ]),
  'AWS::Bedrock::Agent': byUse,
  'AWS::Bedrock::ApplicationInferenceProfile': byUse,
  'AWS::Bedrock::Flow': byUse,
  'AWS::Bedrock::Guardrail': byUse,
  'AWS::Bedrock::KnowledgeBase': byUse,
  'AWS::BedrockAgentCore::Gateway': byUse,
  'AWS::BedrockAgentCore::Memory': byUse,
  'AWS::BedrockAgentCore::Runtime': byUse,
  'AWS::Kendra::Index': notInCatalogue,
  'AWS::OpenSearchServerless::Collection': notInCatalogue,
  'AWS::OpenSearchService::Domain': notInCatalogue,
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
  'azure-native:cognitiveservices:Account': included,
  'azure-native:cognitiveservices:Deployment': ({ properties }) => modelDeployment(valueAt(properties.sku, 'name')),
  'azure-native:search:Service': notInCatalogue,
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
  aws_sagemaker_notebook_instance: notInCatalogue,
  aws_instance: accelerated('ec2', ({ properties }) => [properties.instance_type, 1]),
  aws_eks_node_group: accelerated('ec2', (node) => [
    firstOf(node.properties.instance_types),
    inBlock(node, 'scaling_config', 'desired_size'),
  ]),
  aws_bedrockagent_agent: byUse,
  aws_bedrockagent_knowledge_base: byUse,
  aws_bedrock_guardrail: byUse,
  aws_bedrock_provisioned_model_throughput: notInCatalogue,
  aws_kendra_index: notInCatalogue,
  aws_opensearchserverless_collection: notInCatalogue,
  aws_opensearch_domain: notInCatalogue,
  azurerm_ai_services: included,
  azurerm_cognitive_account: included,
  azurerm_cognitive_deployment: (node) =>
    modelDeployment(inBlock(node, 'sku', 'name') ?? inBlock(node, 'scale', 'type')),
  azurerm_kubernetes_cluster_node_pool: accelerated('azure-vm', ({ properties }) => [
    properties.vm_size,
    properties.node_count ?? properties.min_count,
  ]),
  azurerm_linux_virtual_machine: accelerated('azure-vm', ({ properties }) => [properties.size, 1]),
  azurerm_machine_learning_compute_cluster: accelerated('azure-ml', (node) => [
    node.properties.vm_size,
    inBlock(node, 'scale_settings', 'min_node_count'),
  ]),
  azurerm_search_service: notInCatalogue,
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

/** Provisioned units are billed by the hour, every other deployment by the token. */
function modelDeployment(sku: PropertyValue | undefined): Billing {
  return typeof sku === 'string' && sku.includes('Provisioned')
    ? { kind: 'unknown', reason: 'the catalogue has no price of provisioned throughput units' }
    : unknownUse;
}
