import { bedrockOperations } from './bedrock';
import { cloudFormationOperations } from './cloudformation';
import { ec2Operations } from './ec2';
import { iamOperations } from './iam';
import { imageOperations } from './images';
import { logOperations } from './logs';
import { presenceOperations } from './presence';
import { quotaOperations } from './quotas';
import { sageMakerOperations } from './sagemaker';
import type { SdkConfig } from './sdk';
import { ssmOperations } from './ssm';
import { stsOperations } from './sts';

/** Every operation of AWS that preflight calls. All of them read. */
export function awsOperations(config: SdkConfig) {
  return {
    ...bedrockOperations(config),
    ...cloudFormationOperations(config),
    ...ec2Operations(config),
    ...iamOperations(config),
    ...imageOperations(config),
    ...logOperations(config),
    ...presenceOperations(config),
    ...quotaOperations(config),
    ...sageMakerOperations(config),
    ...ssmOperations(config),
    ...stsOperations(config),
  };
}

/** Operations of the SDK by their name in IAM, with the types of the SDK. */
export type AwsOperations = ReturnType<typeof awsOperations>;

/** The name of an operation. */
export type AwsOperation = keyof AwsOperations;

/** Actions of IAM that are named otherwise than the operation, and operations that need none. */
const actions: Readonly<Partial<Record<AwsOperation, readonly string[]>>> = {
  's3:HeadBucket': ['s3:ListBucket'],
  's3:ListObjectsV2': ['s3:ListBucket'],
  's3:ListBuckets': ['s3:ListAllMyBuckets'],
  'sts:GetCallerIdentity': [],
};

/** Actions of IAM that operations need, sorted, each once. Source: docs.aws.amazon.com/service-authorization (read 2026-11-30). */
export function actionsOf(operations: readonly AwsOperation[]): readonly string[] {
  return [...new Set(operations.flatMap((operation) => actions[operation] ?? [operation]))].toSorted();
}
