import type { Declarations } from '../declaration';

/** Findings of the rules of the family `ci`. */
export const ciMessages = {
  BuildCredentials: {
    title: 'Credentials of a build in clear text',
    meaning:
      'A build has credentials of AWS or a token as a plain environment variable, or in the address of its source.',
    fix: 'Use the role of the build, or a variable of type SECRETS_MANAGER or PARAMETER_STORE.',
  },
  BuildKey: {
    title: 'Build without a customer key',
    meaning: 'The output of a build is not encrypted with a customer key.',
    fix: 'Set EncryptionKey.',
  },
  BuildLogs: {
    title: 'Build without logs',
    meaning: 'A build writes no log.',
    fix: 'Set Status of CloudWatchLogs to ENABLED.',
  },
  BuildLogsPlain: {
    title: 'Build logs without encryption',
    meaning: 'The logs of a build in S3 are not encrypted.',
    fix: 'Leave out EncryptionDisabled.',
  },
  BuildOutsideVpc: {
    title: 'Build outside a VPC',
    meaning: 'A build is not in a VPC.',
    fix: 'Set VpcConfig.',
    severity: 'warning',
  },
  BuildPrivileged: {
    title: 'Privileged build',
    meaning: 'A build runs its container with the rights of the host.',
    fix: 'Leave out PrivilegedMode, or build images without a Docker daemon.',
  },
  BuildSourceTls: {
    title: 'Source without a certificate check',
    meaning: 'A build does not check the certificate of its source.',
    fix: 'Leave out InsecureSsl.',
  },
  BuildTrigger: {
    title: 'Build that too many can start',
    meaning: 'A webhook starts a build for branches, actors or files that a pattern matches only in part.',
    fix: 'Begin each pattern of a filter with ^ and end it with $, and filter by ACTOR_ACCOUNT_ID or HEAD_REF.',
  },
  ExpressDeployment: {
    title: 'Express deployment',
    meaning: 'A build or pipeline deploys in the express mode of CloudFormation, which does not roll back.',
    fix: 'Leave out --express and DEPLOYMENT_MODE EXPRESS outside development.',
  },
  FederatedAudience: {
    title: 'Federated trust without an audience',
    meaning: 'Tokens of an identity provider that are meant for another audience can take a role.',
    fix: 'Compare the claim aud with StringEquals, for GitHub with sts.amazonaws.com.',
  },
  PipelineApproval: {
    title: 'Deployment without an approval',
    meaning: 'A pipeline deploys without an approval or a test in an earlier stage.',
    fix: 'Add a stage with an action of category Approval before the last deployment.',
    severity: 'warning',
  },
  PipelineKey: {
    title: 'Pipeline without a customer key',
    meaning: 'The artifacts of a pipeline are not encrypted with a customer key.',
    fix: 'Set EncryptionKey of ArtifactStore.',
  },
  PipelineRollback: {
    title: 'Deployment stage without rollback',
    meaning: 'A stage that deploys stays as it is when it fails.',
    fix: 'Set Result of OnFailure to ROLLBACK.',
    severity: 'warning',
  },
  PipelineVersion1: {
    title: 'Pipeline of type V1',
    meaning: 'A pipeline has the old type, without conditions and rollback.',
    fix: 'Set PipelineType to V2.',
  },
  RepositoryKey: {
    title: 'Repository without a customer key',
    meaning: 'A repository is not encrypted with a customer key.',
    fix: 'Set EncryptionType of EncryptionConfiguration to KMS, and KmsKey.',
  },
  RepositoryLifecycle: {
    title: 'Repository without a lifecycle policy',
    meaning: 'A repository keeps every image.',
    fix: 'Set LifecyclePolicy.',
    severity: 'warning',
  },
  RepositoryMutable: {
    title: 'Mutable image tags',
    meaning: 'The tags of a repository can be moved to another image.',
    fix: 'Set ImageTagMutability to IMMUTABLE.',
  },
  RepositoryNotScanned: {
    title: 'Images that are not scanned',
    meaning: 'A repository does not scan what is pushed.',
    fix: 'Set ScanOnPush of ImageScanningConfiguration to true.',
  },
} as const satisfies Declarations;
