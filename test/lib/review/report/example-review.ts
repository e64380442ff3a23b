import type { ResourceGraph, ResourceNode } from '../../../../lib/graph';
import type { ResourceChange } from '../../../../lib/review/change/change';
import type { Concern, Review } from '../../../../lib/review/report';

/** A change with nothing in particular. */
export function change(fields: Partial<ResourceChange> = {}): ResourceChange {
  return {
    kind: 'update',
    environment: 'prod',
    cloud: 'aws',
    stack: 'integration',
    address: 'integration/Base',
    type: 'AWS::Bedrock::KnowledgeBase',
    properties: [],
    causes: [],
    losesData: false,
    ...fields,
  };
}

/** A concern with nothing in particular. */
export function concern(fields: Partial<Concern> = {}): Concern {
  return {
    code: 'StatefulNotRetained',
    level: 'warning',
    environment: 'prod',
    cloud: 'aws',
    address: 'integration/Base',
    path: '',
    message: 'the knowledge base is replaced',
    fix: 'keep the embedding model',
    ...fields,
  };
}

/** A review that says nothing. */
export const emptyReview: Review = {
  version: 1,
  base: 'main (1a2b3c4)',
  next: 'working tree',
  changes: [],
  concerns: [],
  findings: { added: [], removed: [], unchanged: 0 },
  money: [],
  decisions: [],
  unverified: [],
};

const accepted = { reason: 'the index is rebuilt on purpose', owner: 'search@example.com', until: '2027-01-31' };

/** A change of production with one of everything. */
export const fullReview: Review = {
  ...emptyReview,
  changes: [
    change({
      kind: 'replace',
      losesData: true,
      causes: ['KnowledgeBaseConfiguration.VectorKnowledgeBaseConfiguration.EmbeddingModelArn'],
      properties: [
        {
          path: 'KnowledgeBaseConfiguration.VectorKnowledgeBaseConfiguration.EmbeddingModelArn',
          before: 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.titan-embed-text-v2:0',
          after: 'arn:aws:bedrock:eu-west-1::foundation-model/cohere.embed-multilingual-v3',
          effect: 'replace',
        },
      ],
      place: { file: 'stacks/search.ts', line: 12 },
    }),
    change({
      kind: 'create',
      cloud: 'azure',
      stack: 'deployment',
      address: 'urn:pulumi:prod::chat',
      type: 'azure-native:search:Service',
    }),
    change({
      address: 'integration/Code',
      type: 'AWS::Lambda::Function',
      properties: [{ path: 'Code.S3Key', before: 'a.zip', after: 'b.zip', effect: 'update', noise: 'hash' }],
    }),
  ],
  concerns: [
    concern({ level: 'block', message: 'the knowledge base is replaced, and its index is empty until it is filled' }),
    concern({
      code: 'IamWildcard',
      address: 'deployment/Role',
      path: 'Policies.0',
      message: 'the role may read every bucket',
      before: 'read one bucket',
      after: 'read every bucket',
      place: { file: 'stacks/role.ts', line: 40 },
    }),
    concern({ level: 'note', cloud: 'azure', address: 'urn:pulumi:prod::chat', message: 'a search service is new' }),
    concern({ level: 'block', address: 'integration/Old', message: 'a bucket is destroyed', accepted }),
  ],
  findings: {
    added: [
      {
        rule: 'ImagePullDenied',
        severity: 'error',
        environment: 'prod',
        cloud: 'aws',
        address: 'deployment/Model',
        type: 'AWS::SageMaker::Model',
        path: 'ExecutionRoleArn',
        message: 'the role may not pull the image',
        fix: 'allow the three actions',
      },
    ],
    removed: [],
    unchanged: 3,
  },
  money: [
    {
      environment: 'prod',
      cloud: 'aws',
      address: 'deployment/Config',
      type: 'AWS::SageMaker::EndpointConfig',
      before: 1000,
      after: 4000,
      inputs: {
        region: 'eu-west-1',
        item: 'ml.g6e.2xlarge',
        count: 4,
        hours: 730,
        unitPrice: 1.37,
        asOf: '2026-11-01',
        source: 'price list of AWS',
      },
    },
    {
      environment: 'prod',
      cloud: 'azure',
      address: 'urn:pulumi:prod::chat',
      type: 'azure-native:search:Service',
      unknown: 'no price of this SKU in the catalogue',
    },
  ],
  decisions: [
    {
      environment: 'prod',
      cloud: 'aws',
      path: 'aws.endpoints.chat.instances',
      before: '1',
      after: '4',
      reasons: ['the load is four times as high'],
    },
  ],
  unverified: ['the live templates were not asked'],
};

function node(fields: Partial<ResourceNode>): ResourceNode {
  return {
    environment: 'prod',
    cloud: 'aws',
    stack: 'integration',
    address: 'integration/Base',
    type: 'AWS::Bedrock::KnowledgeBase',
    properties: {},
    dependsOn: [],
    stateful: true,
    retained: false,
    ...fields,
  };
}

/** What is there after the change. */
export const graphAfter: ResourceGraph = [
  node({ stack: 'foundation', address: 'foundation/Key', type: 'AWS::KMS::Key' }),
  node({ dependsOn: ['foundation/Key'] }),
  node({
    stack: 'deployment',
    address: 'deployment/Model',
    type: 'AWS::SageMaker::Model',
    dependsOn: ['integration/Base'],
  }),
  node({ cloud: 'azure', stack: 'deployment', address: 'urn:pulumi:prod::chat', type: 'azure-native:search:Service' }),
];
