import { billedAs } from '../../../../lib/review/money/pulumi-names';
import { resourceNode } from '../../../helpers/resource-node';

const types = ['AWS::BedrockAgentCore::Gateway'];

test.each([
  ['aws:sagemaker/endpointConfiguration:EndpointConfiguration', 'aws_sagemaker_endpoint_configuration'],
  ['aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase', 'aws_bedrockagent_knowledge_base'],
  ['aws:bedrock/agentcoreMemory:AgentcoreMemory', 'aws_bedrockagentcore_memory'],
  ['aws:opensearch/serverlessCollection:ServerlessCollection', 'aws_opensearchserverless_collection'],
  ['aws:ec2/instance:Instance', 'aws_instance'],
  ['azure:cognitive/deployment:Deployment', 'azurerm_cognitive_deployment'],
  ['aws-native:bedrockagentcore:Gateway', 'AWS::BedrockAgentCore::Gateway'],
  ['aws-native:s3:Bucket', 'aws-native:s3:Bucket'],
  ['azure-native:search:Service', 'azure-native:search:Service'],
])('%s is billed as %s', (type, name) => {
  expect(billedAs(resourceNode({ type }), types).type).toBe(name);
});

test('properties have the names of the other schema, at every depth', () => {
  const properties = { productionVariants: [{ instanceType: 'ml.g6.xlarge' }], kmsKeyArn: 'k' };
  expect(billedAs(resourceNode({ type: 'aws:sagemaker/model:Model', properties }), types).properties).toEqual({
    production_variants: [{ instance_type: 'ml.g6.xlarge' }],
    kms_key_arn: 'k',
  });
  const native = resourceNode({ type: 'aws-native:bedrockagentcore:Gateway', properties: { protocolType: 'MCP' } });
  expect(billedAs(native, types).properties).toEqual({ ProtocolType: 'MCP' });
});
