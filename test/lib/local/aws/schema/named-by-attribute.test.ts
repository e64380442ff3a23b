import { startLocalAws } from '../../../../../lib/local/aws';
import { deployPlanted } from '../../../../cases/planted';
import type { TestTemplate } from '../engine';

const get = (id: string, attribute: string) => ({ 'Fn::GetAtt': [id, attribute] });

/** Resources that name each other by attribute. */
const named: TestTemplate = {
  Resources: {
    R: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: 'sts:AssumeRole',
              Principal: { Service: ['bedrock.amazonaws.com', 'bedrock-agentcore.amazonaws.com'] },
            },
          ],
        },
      },
    },
    G: {
      Type: 'AWS::Bedrock::Guardrail',
      Properties: {
        Name: 'named',
        BlockedInputMessaging: 'no',
        BlockedOutputsMessaging: 'no',
        WordPolicyConfig: { ManagedWordListsConfig: [{ Type: 'PROFANITY' }] },
      },
    },
    GV: { Type: 'AWS::Bedrock::GuardrailVersion', Properties: { GuardrailIdentifier: get('G', 'GuardrailId') } },
    GA: {
      Type: 'AWS::Bedrock::GuardrailVersion',
      DependsOn: 'GV',
      Properties: { GuardrailIdentifier: get('G', 'GuardrailArn'), Description: 'by ARN' },
    },
    P: { Type: 'AWS::Bedrock::Prompt', Properties: { Name: 'named' } },
    PV: { Type: 'AWS::Bedrock::PromptVersion', Properties: { PromptArn: get('P', 'Arn') } },
    F: {
      Type: 'AWS::Bedrock::Flow',
      Properties: { Name: 'named', ExecutionRoleArn: get('R', 'Arn') },
    },
    FV: { Type: 'AWS::Bedrock::FlowVersion', Properties: { FlowArn: get('F', 'Arn') } },
    FA: {
      Type: 'AWS::Bedrock::FlowAlias',
      Properties: {
        Name: 'live',
        FlowArn: get('F', 'Arn'),
        RoutingConfiguration: [{ FlowVersion: get('FV', 'Version') }],
      },
    },
    A: { Type: 'AWS::Bedrock::Agent', Properties: { AgentName: 'named', AgentResourceRoleArn: get('R', 'Arn') } },
    L: { Type: 'AWS::Bedrock::AgentAlias', Properties: { AgentAliasName: 'live', AgentId: { Ref: 'A' } } },
    S: {
      Type: 'AWS::Bedrock::Agent',
      Properties: {
        AgentName: 'supervisor',
        AgentResourceRoleArn: get('R', 'Arn'),
        AgentCollaboration: 'SUPERVISOR',
        AgentCollaborators: [
          {
            CollaboratorName: 'helper',
            CollaborationInstruction: 'help',
            AgentDescriptor: { AliasArn: get('L', 'AgentAliasArn') },
          },
        ],
      },
    },
    N: {
      Type: 'AWS::BedrockAgentCore::Runtime',
      Properties: {
        AgentRuntimeName: 'named',
        RoleArn: get('R', 'Arn'),
        AgentRuntimeArtifact: {
          ContainerConfiguration: { ContainerUri: '111111111111.dkr.ecr.eu-central-1.amazonaws.com/agent:1' },
        },
      },
    },
    E: {
      Type: 'AWS::BedrockAgentCore::RuntimeEndpoint',
      Properties: { Name: 'live', AgentRuntimeId: get('N', 'AgentRuntimeId') },
    },
    W: {
      Type: 'AWS::BedrockAgentCore::Gateway',
      Properties: { Name: 'named', AuthorizerType: 'AWS_IAM', ProtocolType: 'MCP', RoleArn: get('R', 'Arn') },
    },
    T: {
      Type: 'AWS::BedrockAgentCore::GatewayTarget',
      Properties: {
        Name: 'named',
        GatewayIdentifier: get('W', 'GatewayIdentifier'),
        TargetConfiguration: { Mcp: { McpServer: { Endpoint: 'https://mcp.example.com' } } },
        CredentialProviderConfigurations: [{ CredentialProviderType: 'GATEWAY_IAM_ROLE' }],
      },
    },
    GR: {
      Type: 'AWS::NeptuneGraph::Graph',
      Properties: { ProvisionedMemory: 16, VectorSearchConfiguration: { VectorSearchDimension: 1024 } },
    },
    K: {
      Type: 'AWS::Bedrock::KnowledgeBase',
      Properties: {
        Name: 'named',
        RoleArn: get('R', 'Arn'),
        KnowledgeBaseConfiguration: {
          Type: 'VECTOR',
          VectorKnowledgeBaseConfiguration: {
            EmbeddingModelArn: 'arn:aws:bedrock:eu-central-1::foundation-model/amazon.titan-embed-text-v2:0',
          },
        },
        StorageConfiguration: {
          Type: 'NEPTUNE_ANALYTICS',
          NeptuneAnalyticsConfiguration: {
            GraphArn: get('GR', 'GraphArn'),
            FieldMapping: { TextField: 'text', MetadataField: 'meta' },
          },
        },
      },
    },
    M: { Type: 'AWS::SageMaker::ModelPackageGroup', Properties: { ModelPackageGroupName: 'named' } },
    MP: {
      Type: 'AWS::SageMaker::ModelPackage',
      DependsOn: 'M',
      Properties: { ModelPackageGroupName: 'named' },
    },
  },
};

test('resources of Bedrock, AgentCore and SageMaker that name each other by attribute find each other', async () => {
  const cloud = await startLocalAws();
  try {
    expect(await deployPlanted(cloud, 'named', named)).toBe('deployed');
  } finally {
    await cloud.close();
  }
});
