import type { Constraint } from '../constraint';
import { textAt } from '../value';
import { valuesAt } from './values-at';

/** A property that names a resource of another type: a path, `*` for each element of a list. */
interface ReferenceRow {
  readonly type: string;
  readonly path: string;
  readonly target: string;
  readonly noun: string;
}

const bedrock = 'AWS::Bedrock';
const core = 'AWS::BedrockAgentCore';

/** Source: the parameters of the Create calls of each service, where a resource that does not exist is ResourceNotFound. */
const rows: readonly ReferenceRow[] = [
  { type: `${bedrock}::AgentAlias`, path: 'AgentId', target: `${bedrock}::Agent`, noun: 'agent' },
  {
    type: `${bedrock}::Agent`,
    path: 'AgentCollaborators/*/AgentDescriptor/AliasArn',
    target: `${bedrock}::AgentAlias`,
    noun: 'agent alias',
  },
  {
    type: `${bedrock}::Agent`,
    path: 'GuardrailConfiguration/GuardrailIdentifier',
    target: `${bedrock}::Guardrail`,
    noun: 'guardrail',
  },
  {
    type: `${bedrock}::Agent`,
    path: 'KnowledgeBases/*/KnowledgeBaseId',
    target: `${bedrock}::KnowledgeBase`,
    noun: 'knowledge base',
  },
  {
    type: `${bedrock}::DataSource`,
    path: 'KnowledgeBaseId',
    target: `${bedrock}::KnowledgeBase`,
    noun: 'knowledge base',
  },
  { type: `${bedrock}::FlowAlias`, path: 'FlowArn', target: `${bedrock}::Flow`, noun: 'flow' },
  { type: `${bedrock}::FlowVersion`, path: 'FlowArn', target: `${bedrock}::Flow`, noun: 'flow' },
  {
    type: `${bedrock}::GuardrailVersion`,
    path: 'GuardrailIdentifier',
    target: `${bedrock}::Guardrail`,
    noun: 'guardrail',
  },
  { type: `${bedrock}::PromptVersion`, path: 'PromptArn', target: `${bedrock}::Prompt`, noun: 'prompt' },
  {
    type: `${bedrock}::KnowledgeBase`,
    path: 'StorageConfiguration/OpensearchServerlessConfiguration/CollectionArn',
    target: 'AWS::OpenSearchServerless::Collection',
    noun: 'collection',
  },
  {
    type: `${bedrock}::KnowledgeBase`,
    path: 'StorageConfiguration/S3VectorsConfiguration/VectorBucketArn',
    target: 'AWS::S3Vectors::VectorBucket',
    noun: 'vector bucket',
  },
  { type: `${core}::RuntimeEndpoint`, path: 'AgentRuntimeId', target: `${core}::Runtime`, noun: 'agent runtime' },
  { type: `${core}::GatewayTarget`, path: 'GatewayIdentifier', target: `${core}::Gateway`, noun: 'gateway' },
  {
    type: 'AWS::SageMaker::ModelPackage',
    path: 'ModelPackageGroupName',
    target: 'AWS::SageMaker::ModelPackageGroup',
    noun: 'model package group',
  },
];

/** A property that names a resource names one that exists. */
export const llmReferences: Constraint = {
  id: 'llm-references',
  types: [...new Set(rows.map(({ type }) => type))],
  source: { url: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/welcome.html', asOf: '2026-11-30' },
  check: ({ type, properties }, { named }) =>
    rows
      .filter((row) => row.type === type)
      .flatMap(({ path, target, noun }) =>
        valuesAt(properties, path.split('/'), '#').flatMap(({ value, pointer }) =>
          named([target], value) !== 'absent'
            ? []
            : [
                {
                  pointer,
                  problem: `Could not find ${noun} "${textAt(value) ?? ''}"`,
                  fix: `Name a resource of type ${target} of this account and region, by Ref or Fn::GetAtt where it is in the template.`,
                },
              ],
        ),
      ),
};
