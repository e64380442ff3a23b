import type { Source } from '../constraint';
import type { SchemaNode } from './rows';

/** What the documentation of a property says and its published schema does not. */
export interface SchemaAddition {
  readonly schema: SchemaNode;
  readonly source: Source;
}

const botocore = 'https://pypi.org/project/botocore/1.44.8';
const asOf = '2026-11-30';

const keys: SchemaNode = {
  items: {
    properties: {
      KeySchema: {
        items: {
          properties: { AttributeName: { minLength: 1, maxLength: 255 }, KeyType: { enum: ['HASH', 'RANGE'] } },
        },
      },
    },
  },
};

/** By resource type. What the model of the API says has the source botocore. */
export const schemaAdditions: Readonly<Record<string, SchemaAddition>> = {
  'AWS::Lambda::Function': {
    // A function of a capacity provider may run longer.
    schema: { if: { required: ['CapacityProviderConfig'] }, else: { properties: { Timeout: { maximum: 900 } } } },
    source: { url: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html', asOf },
  },
  'AWS::SageMaker::Endpoint': {
    schema: {
      properties: {
        EndpointName: { maxLength: 63 },
        DeploymentConfig: {
          properties: {
            AutoRollbackConfiguration: { properties: { Alarms: { minItems: 1 } } },
            BlueGreenUpdatePolicy: {
              properties: { TrafficRoutingConfiguration: { required: ['Type', 'WaitIntervalInSeconds'] } },
            },
          },
        },
      },
    },
    source: { url: botocore, asOf },
  },
  'AWS::SageMaker::EndpointConfig': {
    schema: {
      properties: {
        ProductionVariants: { items: { properties: { RoutingConfig: { required: ['RoutingStrategy'] } } } },
      },
    },
    source: { url: botocore, asOf },
  },
  'AWS::Bedrock::DataSource': {
    schema: {
      properties: {
        VectorIngestionConfiguration: {
          properties: {
            ChunkingConfiguration: {
              properties: { FixedSizeChunkingConfiguration: { properties: { MaxTokens: { maximum: 8192 } } } },
            },
          },
        },
      },
    },
    source: { url: botocore, asOf },
  },
  'AWS::DynamoDB::Table': {
    schema: { properties: { GlobalSecondaryIndexes: keys, LocalSecondaryIndexes: keys } },
    source: { url: botocore, asOf },
  },
};
