import { Stack } from 'aws-cdk-lib';
import { CfnProject } from 'aws-cdk-lib/aws-codebuild';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { letServiceUse } from '../encryption/service-use';
import { acknowledgeWildcard } from '../identity/acknowledge-wildcard';
import { objectPrefix } from '../props/grammars';
import type { Grammar } from '../props/prop-problem';
import { inGrammar, refuseProps } from '../props/prop-problem';
import type { DataRetention } from '../retention/data-retention';
import { keptByDefault } from '../retention/kept-by-default';
import type { IModelImport } from './import-grants';
import { ImportedModelImport, ImportGrants, ImportMetrics } from './import-grants';
import { importProgram } from './import-job';

/** Props of a {@link ModelImport}. */
export interface ModelImportProps {
  /** Repository id on the hub, for example `Qwen/Qwen3-32B`. */
  readonly repository: string;
  /** Full commit hash: 40 hexadecimal digits. */
  readonly revision: string;
  /** Bucket of the weights. Its policy gets the rules about who writes. */
  readonly bucket: Bucket;
  /** Key that encrypts the bucket. */
  readonly encryptionKey: IKey;
  /** @default - a name that CloudFormation makes */
  readonly projectName?: string;
  /** Prefix of the files, with a final slash. @default - `models/<repository>/<revision>/` */
  readonly prefix?: string;
  /** Address of the hub or of a mirror, without a final slash. @default https://huggingface.co */
  readonly hub?: string;
  /** Name of a secret of this account and region whose text is the token of a gated repository. @default - a public one */
  readonly tokenSecret?: string;
  /**
   * `required`: the job stops unless it is started with the hash of the list whose signature was checked, as
   * `llmops assets push` does. @default 'none'
   */
  readonly signature?: 'none' | 'required';
  /** `retain`: nobody deletes what is below the prefix, while the import exists. @default 'retain' */
  readonly dataRetention?: DataRetention;
}

const repositoryId: Grammar = {
  pattern: /^[\w.-]+\/[\w.-]+$/,
  expected: 'organisation/name',
  fix: 'copy the id from the page of the model',
};
const commit: Grammar = {
  pattern: /^[0-9a-f]{40}$/,
  expected: '40 hexadecimal digits',
  fix: 'write the full hash of a commit: a branch can move',
};
/** Name of AWS::CodeBuild::Project, in its published schema. */
const projectName: Grammar = {
  pattern: /^[A-Za-z0-9][A-Za-z0-9\-_]{1,254}$/,
  expected: '2 to 255 letters, digits, hyphens and underscores',
  fix: 'write a name such as support-dev-import-chat',
};
/** CreateSecret in the API reference of Secrets Manager, read 2026-12-01. */
const secretName: Grammar = {
  pattern: /^[A-Za-z0-9/_+=.@-]{1,512}$/,
  expected: 'the name of a secret, and not its ARN',
  fix: "copy the name from 'aws secretsmanager list-secrets'",
};
const hubAddress: Grammar = {
  pattern: /^https:\/\/[^/\s]+(\/[^/\s]+)*$/,
  expected: 'an https address without a final slash',
  fix: 'write an address such as https://huggingface.co',
};

/**
 * A job that brings the weights of one revision into a bucket, inside the account.
 *
 * Creates a CodeBuild project, its role, and rules in the policy of the bucket: below the prefix only that role writes, a
 * manifest is written once, and nothing is deleted where data is retained. The job checks list and hashes before it writes,
 * and writes the manifest last. It has no packages that check signatures: where one is required, it takes only the very list
 * whose signature its starter has checked. It runs in the network of CodeBuild, which has a way to the internet; the network
 * of the platform needs none. Start it with `llmops assets push` or `aws codebuild start-build`. Billed per minute it runs.
 *
 * Whoever may start the project may also give it another program (`buildspecOverride`): `codebuild:StartBuild` on it is the
 * right to write the weights.
 *
 * @throws CodedError `InvalidProps`
 */
export class ModelImport extends Construct implements IModelImport {
  /** A job that another app made, in this account and region. */
  static fromProjectName(scope: Construct, id: string, name: string): IModelImport {
    return new ImportedModelImport(scope, id, name);
  }

  readonly resource: CfnProject;
  readonly role: iam.Role;
  /** Where the files are, with a final slash. */
  readonly prefix: string;
  readonly projectName: string;
  readonly projectArn: string;
  readonly grants: ImportGrants;
  readonly metrics: ImportMetrics;

  constructor(scope: Construct, id: string, props: ModelImportProps) {
    super(scope, id);
    const { repository, revision, bucket, encryptionKey, hub = 'https://huggingface.co', tokenSecret } = props;
    this.prefix = props.prefix ?? `models/${repository}/${revision}/`;
    refuseProps(
      this,
      inGrammar('repository', repository, repositoryId),
      inGrammar('revision', revision, commit),
      inGrammar('prefix', this.prefix, objectPrefix),
      inGrammar('hub', hub, hubAddress),
      props.projectName === undefined ? [] : inGrammar('projectName', props.projectName, projectName),
      tokenSecret === undefined ? [] : inGrammar('tokenSecret', tokenSecret, secretName),
    );
    this.role = new iam.Role(this, 'Role', {
      description: `Writes ${this.prefix} and nothing else`,
      assumedBy: new iam.ServicePrincipal('codebuild.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    letServiceUse(this, encryptionKey, 'logs');
    const logs = new LogGroup(this, 'Log', { retention: RetentionDays.ONE_YEAR, encryptionKey });
    logs.grantWrite(this.role);
    this.resource = new CfnProject(this, 'Resource', {
      ...(props.projectName === undefined ? {} : { name: props.projectName }),
      description: `${repository} at ${revision}`,
      serviceRole: this.role.roleArn,
      encryptionKey: encryptionKey.keyArn,
      timeoutInMinutes: longestMinutes,
      // Two at a time would write the same files.
      concurrentBuildLimit: 1,
      artifacts: { type: 'NO_ARTIFACTS' },
      logsConfig: { cloudWatchLogs: { status: 'ENABLED', groupName: logs.logGroupName } },
      environment: {
        type: 'LINUX_CONTAINER',
        computeType: 'BUILD_GENERAL1_LARGE',
        image: 'aws/codebuild/standard:7.0',
        environmentVariables: [
          ...Object.entries({
            HUB: hub,
            REPOSITORY: repository,
            REVISION: revision,
            BUCKET: bucket.bucketName,
            PREFIX: this.prefix,
            ...(props.signature === 'required' ? { SIGNATURE: 'required' } : {}),
          }).map(([name, value]) => ({ name, value })),
          ...(tokenSecret === undefined ? [] : [{ name: 'HF_TOKEN', value: tokenSecret, type: 'SECRETS_MANAGER' }]),
        ],
      },
      source: { type: 'NO_SOURCE', buildSpec: buildSpec() },
    });
    this.projectName = this.resource.ref;
    this.projectArn = this.resource.attrArn;
    this.grants = new ImportGrants(this.projectArn);
    this.metrics = new ImportMetrics(this.projectName);
    this.grantWrite(bucket, encryptionKey);
    if (tokenSecret !== undefined) this.grantToken(tokenSecret);
    this.onlyThisWrites(bucket);
    if ((props.dataRetention ?? keptByDefault.dataRetention) === 'retain') this.nobodyDeletes(bucket);
  }

  /** Secrets Manager adds a hyphen and six characters to the name of a secret. */
  private grantToken(name: string): void {
    const { partition, region, account } = Stack.of(this);
    const secret = `arn:${partition}:secretsmanager:${region}:${account}:secret:${name}-??????`;
    this.role.addToPolicy(new iam.PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secret] }));
    acknowledgeWildcard(this.role, secret, 'the service chooses the last six characters of a secret');
  }

  private grantWrite(bucket: Bucket, key: IKey): void {
    const objects = bucket.arnForObjects(`${this.prefix}*`);
    this.role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['s3:PutObject', 's3:GetObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
        resources: [objects],
      }),
    );
    this.role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['s3:ListBucket'],
        resources: [bucket.bucketArn],
        conditions: { StringLike: { 's3:prefix': `${this.prefix}*` } },
      }),
    );
    // One by one: the grant of the CDK has wildcards.
    this.role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'],
        resources: [key.keyArn],
      }),
    );
    acknowledgeWildcard(this.role, objects, 'the files of the model are below one prefix');
  }

  /*
   * Nobody else writes below the prefix, whatever their own policy allows, and a manifest is written only where there is none.
   * A replication from elsewhere writes with an action of its own.
   * Source: Amazon S3 user guide, "Enforce conditional writes on Amazon S3 buckets", read 2026-11-30.
   */
  private onlyThisWrites(bucket: Bucket): void {
    bucket.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: `OnlyImportWrites${this.node.addr.slice(-8)}`,
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: ['s3:PutObject', 's3:ReplicateObject'],
        resources: [bucket.arnForObjects(`${this.prefix}*`)],
        conditions: { ArnNotEquals: { 'aws:PrincipalArn': this.role.roleArn } },
      }),
    );
    bucket.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: `ManifestOnce${this.node.addr.slice(-8)}`,
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: ['s3:PutObject'],
        resources: [bucket.arnForObjects(`${this.prefix}llmops-manifest.json`)],
        conditions: { Null: { 's3:if-none-match': 'true' } },
      }),
    );
  }

  /** Neither objects nor their versions, the role of the job included: a wrong import goes once the rule is gone. */
  private nobodyDeletes(bucket: Bucket): void {
    bucket.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: `NobodyDeletes${this.node.addr.slice(-8)}`,
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
        resources: [bucket.arnForObjects(`${this.prefix}*`)],
      }),
    );
  }
}

/** Longest run: 8 hours are about a terabyte at 40 MB a second. CodeBuild allows 36 (quotas of AWS CodeBuild, read 2026-11-30). */
const longestMinutes = 480;

function buildSpec(): string {
  const commands = [`cat > import.mjs <<'PROGRAM'\n${importProgram}\nPROGRAM`, 'node import.mjs'];
  return JSON.stringify({
    version: '0.2',
    phases: { install: { 'runtime-versions': { nodejs: 22 } }, build: { commands } },
  });
}
