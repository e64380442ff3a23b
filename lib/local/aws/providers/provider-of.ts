import { isCustomResource } from '../../../constraints/schema/special-types';
import { agentProvider, holdingProvider } from './agent-interfaces';
import { bucketProvider } from './bucket';
import { customResourceProvider } from './custom-resource';
import { dynamoDbTableProvider } from './dynamodb-table';
import { ecrRepositoryProvider } from './ecr-repository';
import { guardrailVersionProvider } from './guardrail-version';
import { kmsKeyProvider } from './kms-key';
import { lambdaFunctionProvider, lambdaVersionProvider } from './lambda-version';
import { logGroupProvider } from './log-group';
import type { Provider } from './provider';
import { secretProvider } from './secret';
import { ssmParameterProvider } from './ssm-parameter';
import { dataSourceProvider, vectorIndexProvider } from './vector-index';

const providers: Readonly<Record<string, Provider>> = {
  'AWS::Bedrock::DataSource': dataSourceProvider,
  'AWS::Bedrock::GuardrailVersion': guardrailVersionProvider,
  'AWS::BedrockAgentCore::BrowserCustom': agentProvider,
  'AWS::BedrockAgentCore::CodeInterpreterCustom': agentProvider,
  'AWS::BedrockAgentCore::Harness': agentProvider,
  'AWS::BedrockAgentCore::Runtime': agentProvider,
  'AWS::DynamoDB::GlobalTable': dynamoDbTableProvider,
  'AWS::DynamoDB::Table': dynamoDbTableProvider,
  'AWS::EC2::SecurityGroup': holdingProvider,
  'AWS::EC2::Subnet': holdingProvider,
  'AWS::Lambda::Function': lambdaFunctionProvider,
  'AWS::Lambda::Version': lambdaVersionProvider,
  'AWS::Logs::LogGroup': logGroupProvider,
  'AWS::ECR::Repository': ecrRepositoryProvider,
  'AWS::KMS::Key': kmsKeyProvider,
  'AWS::S3::Bucket': bucketProvider,
  'AWS::S3Vectors::Index': vectorIndexProvider,
  'AWS::SecretsManager::Secret': secretProvider,
  'AWS::SSM::Parameter': ssmParameterProvider,
};

/** Types with side effects of their own, beside custom resources. */
export const providedTypes: ReadonlySet<string> = new Set(Object.keys(providers));

/** The provider of a type. Most types have no side effects. */
export function providerOf(type: string): Provider {
  return isCustomResource(type) ? customResourceProvider : (providers[type] ?? {});
}
