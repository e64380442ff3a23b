import type { Json, JsonObject } from '../../../lib/constraints/json';
import type { TestTemplate } from '../../lib/local/aws/engine';
import type { PlantedFault } from '../planted';

const role = 'arn:aws:iam::111111111111:role/bedrock';
const lambda = 'arn:aws:lambda:eu-central-1:111111111111:function:act';
const get = (id: string, attribute: string): Json => ({ 'Fn::GetAtt': [id, attribute] });
const agent = (more: JsonObject = {}): JsonObject => ({
  Type: 'AWS::Bedrock::Agent',
  Properties: { AgentName: 'planted', AgentResourceRoleArn: role, ...more },
});
const withAgent = (more: JsonObject): TestTemplate => ({ Resources: { A: agent(more) } });
const group = (more: JsonObject): TestTemplate =>
  withAgent({
    ActionGroups: [
      {
        ActionGroupName: 'act',
        ActionGroupExecutor: { Lambda: lambda },
        FunctionSchema: { Functions: [{ Name: 'act' }] },
        ...more,
      },
    ],
  });
const guardrail: JsonObject = {
  Type: 'AWS::Bedrock::Guardrail',
  Properties: {
    Name: 'planted',
    BlockedInputMessaging: 'no',
    BlockedOutputsMessaging: 'no',
    WordPolicyConfig: { ManagedWordListsConfig: [{ Type: 'PROFANITY' }] },
  },
};
const store: JsonObject = {
  V: { Type: 'AWS::S3Vectors::VectorBucket', Properties: { VectorBucketName: 'planted-vectors' } },
  I: {
    Type: 'AWS::S3Vectors::Index',
    DependsOn: 'V',
    Properties: {
      VectorBucketName: 'planted-vectors',
      IndexName: 'notes',
      DataType: 'float32',
      Dimension: 1024,
      DistanceMetric: 'cosine',
    },
  },
};
const knowledge = (vector: JsonObject = {}, storage: JsonObject = {}): JsonObject => ({
  Type: 'AWS::Bedrock::KnowledgeBase',
  Properties: {
    Name: 'planted',
    RoleArn: role,
    KnowledgeBaseConfiguration: {
      Type: 'VECTOR',
      VectorKnowledgeBaseConfiguration: {
        EmbeddingModelArn: 'arn:aws:bedrock:eu-central-1::foundation-model/amazon.titan-embed-text-v2:0',
        ...vector,
      },
    },
    StorageConfiguration: {
      Type: 'S3_VECTORS',
      S3VectorsConfiguration: { IndexArn: get('I', 'IndexArn') },
      ...storage,
    },
  },
});
const withKnowledge = (base: JsonObject, more: JsonObject = {}): TestTemplate => ({
  Resources: { ...store, K: base, ...more },
});
const dimensions = (count: number): JsonObject => ({
  EmbeddingModelConfiguration: { BedrockEmbeddingModelConfiguration: { Dimensions: count } },
});
const dataSource = (knowledgeBaseId: Json, chunking: JsonObject): JsonObject => ({
  S: {
    Type: 'AWS::Bedrock::DataSource',
    Properties: {
      Name: 'planted',
      KnowledgeBaseId: knowledgeBaseId,
      DataSourceConfiguration: { Type: 'S3', S3Configuration: { BucketArn: 'arn:aws:s3:::planted-documents' } },
      VectorIngestionConfiguration: { ChunkingConfiguration: chunking },
    },
  },
});
const flow = (nodes: Json[], connections: Json[]): TestTemplate => ({
  Resources: {
    F: {
      Type: 'AWS::Bedrock::Flow',
      Properties: {
        Name: 'planted',
        ExecutionRoleArn: 'arn:aws:iam::111111111111:role/bedrock',
        Definition: { Nodes: nodes, Connections: connections },
      },
    },
  },
});
const start: JsonObject = { Name: 'Start', Type: 'Input', Outputs: [{ Name: 'document', Type: 'String' }] };
const end: JsonObject = {
  Name: 'End',
  Type: 'Output',
  Inputs: [{ Name: 'document', Type: 'String', Expression: '$.data' }],
};
const connection = (Target: string): JsonObject => ({
  Name: 'StartToEnd',
  Type: 'Data',
  Source: 'Start',
  Target,
  Configuration: { Data: { SourceOutput: 'document', TargetInput: 'document' } },
});

/** Faults in agents, knowledge bases, data sources and flows of Bedrock. */
export const agentFaults: readonly PlantedFault[] = [
  {
    id: 'agent_group_no_executor',
    fault: 'an action group that nobody executes',
    broken: withAgent({ ActionGroups: [{ ActionGroupName: 'act', FunctionSchema: { Functions: [{ Name: 'act' }] } }] }),
    valid: group({}),
    reason: /The action group act has no ActionGroupExecutor/,
  },
  {
    id: 'agent_group_two_schemas',
    fault: 'an action group with two schemas',
    broken: group({ ApiSchema: { Payload: '{}' } }),
    valid: group({}),
    reason: /The action group act has both ApiSchema and FunctionSchema/,
  },
  {
    id: 'agent_memory_days',
    fault: 'memory for more than a year',
    broken: withAgent({ MemoryConfiguration: { EnabledMemoryTypes: ['SESSION_SUMMARY'], StorageDays: 400 } }),
    valid: withAgent({ MemoryConfiguration: { EnabledMemoryTypes: ['SESSION_SUMMARY'], StorageDays: 365 } }),
    reason: /#\/MemoryConfiguration\/StorageDays: StorageDays 400 is not between 0 and 365/,
  },
  {
    id: 'agent_alias_of_nothing',
    fault: 'an alias of an agent that does not exist',
    broken: {
      Resources: {
        A: agent(),
        L: { Type: 'AWS::Bedrock::AgentAlias', Properties: { AgentAliasName: 'live', AgentId: 'ABCDEFGHIJ' } },
      },
    },
    valid: {
      Resources: {
        A: agent(),
        L: { Type: 'AWS::Bedrock::AgentAlias', Properties: { AgentAliasName: 'live', AgentId: get('A', 'AgentId') } },
      },
    },
    reason: /#\/AgentId: Could not find agent &quot;ABCDEFGHIJ&quot;/,
  },
  {
    id: 'agent_guardrail_absent',
    fault: 'a guardrail that does not exist',
    broken: {
      Resources: {
        G: guardrail,
        A: agent({ GuardrailConfiguration: { GuardrailIdentifier: 'abcdefghijkl', GuardrailVersion: 'DRAFT' } }),
      },
    },
    valid: {
      Resources: {
        G: guardrail,
        A: agent({
          GuardrailConfiguration: { GuardrailIdentifier: get('G', 'GuardrailId'), GuardrailVersion: 'DRAFT' },
        }),
      },
    },
    reason: /Could not find guardrail &quot;abcdefghijkl&quot;/,
  },
  {
    id: 'agent_knowledge_absent',
    fault: 'a knowledge base that does not exist',
    broken: withKnowledge(knowledge(), {
      A: agent({ KnowledgeBases: [{ KnowledgeBaseId: 'ABCDEFGHIJ', Description: 'notes' }] }),
    }),
    valid: withKnowledge(knowledge(), {
      A: agent({ KnowledgeBases: [{ KnowledgeBaseId: get('K', 'KnowledgeBaseId'), Description: 'notes' }] }),
    }),
    reason: /Could not find knowledge base &quot;ABCDEFGHIJ&quot;/,
  },
  {
    id: 'kb_dimension_of_model',
    fault: 'a length that the embedding model does not give',
    broken: withKnowledge(knowledge(dimensions(768))),
    valid: withKnowledge(knowledge(dimensions(1024))),
    reason: /Dimensions: amazon\.titan-embed-text-v2:0 does not give vectors of 768 numbers/,
  },
  {
    id: 'kb_dimension_of_index',
    fault: 'a length other than that of the index',
    broken: withKnowledge(knowledge(dimensions(512))),
    valid: withKnowledge(knowledge(dimensions(1024))),
    reason: /The embedding dimension 512 of .* does not match the dimension 1024 of S3 vector index/,
  },
  {
    id: 'kb_embedding_model',
    fault: 'a text model where an embedding model belongs',
    broken: withKnowledge(
      knowledge({ EmbeddingModelArn: 'arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-sonnet-4-6' }),
    ),
    valid: withKnowledge(knowledge()),
    reason: /anthropic\.claude-sonnet-4-6 is not an embedding model/,
  },
  {
    id: 'kb_storage_kind',
    fault: 'the configuration of another store',
    broken: withKnowledge(knowledge({}, { Type: 'OPENSEARCH_SERVERLESS' })),
    valid: withKnowledge(knowledge()),
    reason: /StorageConfiguration of type OPENSEARCH_SERVERLESS needs OpensearchServerlessConfiguration/,
  },
  {
    id: 'data_source_chunking',
    fault: 'chunks that are not cut, and how to cut them',
    broken: withKnowledge(
      knowledge(),
      dataSource(get('K', 'KnowledgeBaseId'), {
        ChunkingStrategy: 'NONE',
        FixedSizeChunkingConfiguration: { MaxTokens: 300, OverlapPercentage: 20 },
      }),
    ),
    valid: withKnowledge(
      knowledge(),
      dataSource(get('K', 'KnowledgeBaseId'), {
        ChunkingStrategy: 'FIXED_SIZE',
        FixedSizeChunkingConfiguration: { MaxTokens: 300, OverlapPercentage: 20 },
      }),
    ),
    reason: /ChunkingStrategy is NONE, and FixedSizeChunkingConfiguration is given/,
  },
  {
    id: 'data_source_of_nothing',
    fault: 'a data source of a knowledge base that does not exist',
    broken: withKnowledge(knowledge(), dataSource('ABCDEFGHIJ', { ChunkingStrategy: 'NONE' })),
    valid: withKnowledge(knowledge(), dataSource(get('K', 'KnowledgeBaseId'), { ChunkingStrategy: 'NONE' })),
    reason: /#\/KnowledgeBaseId: Could not find knowledge base &quot;ABCDEFGHIJ&quot;/,
  },
  {
    id: 'flow_target',
    fault: 'a connection to no node',
    broken: flow([start, end], [connection('Stop')]),
    valid: flow([start, end], [connection('End')]),
    reason: /#\/Definition\/Connections\/0\/Target: Target Stop is no node of the flow; nodes are Start, End/,
  },
  {
    id: 'flow_no_end',
    fault: 'a flow that never ends',
    broken: flow([start], []),
    valid: flow([start, end], []),
    reason: /The flow has no node of type Output/,
  },
  {
    id: 'core_runtime_vpc',
    fault: 'a runtime in a VPC without subnets',
    broken: {
      Resources: {
        R: {
          Type: 'AWS::BedrockAgentCore::Runtime',
          Properties: {
            AgentRuntimeName: 'planted',
            RoleArn: role,
            AgentRuntimeArtifact: {
              ContainerConfiguration: { ContainerUri: '111111111111.dkr.ecr.eu-central-1.amazonaws.com/agent:1' },
            },
            NetworkConfiguration: { NetworkMode: 'VPC' },
          },
        },
      },
    },
    valid: {
      Resources: {
        R: {
          Type: 'AWS::BedrockAgentCore::Runtime',
          Properties: {
            AgentRuntimeName: 'planted',
            RoleArn: role,
            AgentRuntimeArtifact: {
              ContainerConfiguration: { ContainerUri: '111111111111.dkr.ecr.eu-central-1.amazonaws.com/agent:1' },
            },
            NetworkConfiguration: { NetworkMode: 'PUBLIC' },
          },
        },
        E: {
          Type: 'AWS::BedrockAgentCore::RuntimeEndpoint',
          Properties: { Name: 'live', AgentRuntimeId: get('R', 'AgentRuntimeId') },
        },
      },
    },
    reason: /NetworkMode VPC needs NetworkModeConfig with Subnets and SecurityGroups/,
  },
];
