import type { ResourceCheck } from './check';
import { lambdaCode } from './lambda-code';
import { lambdaEnvironment } from './lambda-environment';
import { parameterValue } from './parameter-value';
import { inlinePolicySize, managedPolicySize, trustPolicySize } from './policy-size';
import { resourceName } from './resource-name';
import { serviceRole } from './service-role';

const checks: Readonly<Record<string, readonly ResourceCheck[]>> = {
  'AWS::Bedrock::Agent': [serviceRole('AgentResourceRoleArn', 'bedrock.amazonaws.com')],
  'AWS::Bedrock::Flow': [serviceRole('ExecutionRoleArn', 'bedrock.amazonaws.com')],
  'AWS::Bedrock::KnowledgeBase': [serviceRole('RoleArn', 'bedrock.amazonaws.com')],
  'AWS::CodeBuild::Project': [serviceRole('ServiceRole', 'codebuild.amazonaws.com')],
  'AWS::CodePipeline::Pipeline': [serviceRole('RoleArn', 'codepipeline.amazonaws.com')],
  'AWS::IAM::ManagedPolicy': [managedPolicySize],
  'AWS::IAM::Policy': [inlinePolicySize],
  'AWS::IAM::Role': [trustPolicySize],
  'AWS::Lambda::Function': [serviceRole('Role', 'lambda.amazonaws.com'), lambdaCode, lambdaEnvironment],
  'AWS::Lambda::LayerVersion': [lambdaCode],
  'AWS::SSM::Parameter': [parameterValue],
  'AWS::SageMaker::Model': [serviceRole('ExecutionRoleArn', 'sagemaker.amazonaws.com')],
  'AWS::SageMaker::Pipeline': [serviceRole('RoleArn', 'sagemaker.amazonaws.com')],
  'AWS::StepFunctions::StateMachine': [serviceRole('RoleArn', 'states.amazonaws.com')],
};

/** The checks of a type beyond its schema: names, sizes and related resources. */
export function checksOf(type: string): readonly ResourceCheck[] {
  return [resourceName, ...(checks[type] ?? [])];
}
