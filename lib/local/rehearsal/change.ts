import type { AzureStageProgram } from './azure-rehearsal';

/** A stack as a CDK app synthesized it. */
export interface StackTemplate {
  /** Name in CloudFormation. */
  readonly name: string;
  readonly template: string;
  /** Keys of its file assets in the bootstrap bucket. */
  readonly assets: readonly string[];
}

/** A change of one line of the config, deployed and taken back. */
export interface RehearsedChange {
  /** One word, for example `digest`. */
  readonly name: string;
  /** The line of the config with the former and the new value. */
  readonly line: string;
  /** What an update should do, in one sentence. */
  readonly expected: string;
  /** Types that the change may replace or delete. Every other resource that lasts must stay the same resource. */
  readonly replaces: readonly string[];
  /** The AWS stacks of the changed platform, in deployment order. @default - the environment has no AWS side */
  readonly aws?: () => readonly StackTemplate[];
  /** The Azure programs of the changed platform, in deployment order. @default - the change is not rehearsed on Azure */
  readonly azure?: readonly AzureStageProgram[];
  /** Whether Azure only previews the change: an update cannot take the protection of data away again. @default false */
  readonly azureOneWay?: boolean;
}

/** A change that this platform cannot make. */
export interface SkippedChange {
  readonly name: string;
  /** Why, in a few words. */
  readonly reason: string;
}

/**
 * Types that hold data, identity or an address which others use: replacing one is never a side effect. Types that are made
 * anew for each release (models, endpoint configurations, versions) are not among them.
 */
const lasting: ReadonlySet<string> = new Set([
  'AWS::Bedrock::DataSource',
  'AWS::Bedrock::KnowledgeBase',
  'AWS::DynamoDB::Table',
  'AWS::EC2::Subnet',
  'AWS::EC2::VPC',
  'AWS::ECR::Repository',
  'AWS::IAM::OIDCProvider',
  'AWS::KMS::Key',
  'AWS::S3::Bucket',
  'AWS::S3Vectors::Index',
  'AWS::S3Vectors::VectorBucket',
  'AWS::SageMaker::Endpoint',
  'AWS::SageMaker::ModelPackageGroup',
]);

/** Whether a resource of a type must outlive a change that does not name it. */
export function lasts(type: string, { replaces }: Pick<RehearsedChange, 'replaces'>): boolean {
  return lasting.has(type) && !replaces.includes(type);
}
