import { keptNames } from '../constraints/after-deletion';

/** Something that stays after a deletion. */
export interface Stay {
  /** Name in the cloud. */
  readonly resource: string;
  readonly type: string;
  /** What stays and why, in one sentence. */
  readonly why: string;
  /** Command that removes it. @default - it ends by itself */
  readonly command?: string | undefined;
}

/** A resource of a stack, as far as its end is concerned. */
export interface EndingResource {
  readonly type: string;
  /** Physical name or ARM id. */
  readonly name: string;
  /** Whether the stack leaves it in the cloud. */
  readonly retained: boolean;
  /** Days for which its service keeps it, where its owner chose them. @default - the longest that the service allows */
  readonly keptDays?: number | undefined;
}

/** Commands that delete a retained resource; `NAME` stands for its name. */
const removals: Readonly<Record<string, string>> = {
  'AWS::S3::Bucket': 'aws s3 rb s3://NAME --force',
  'AWS::ECR::Repository': 'aws ecr delete-repository --repository-name NAME --force',
  'AWS::DynamoDB::Table':
    'aws dynamodb update-table --table-name NAME --no-deletion-protection-enabled && aws dynamodb delete-table --table-name NAME',
  'AWS::DynamoDB::GlobalTable':
    'aws dynamodb update-table --table-name NAME --no-deletion-protection-enabled && aws dynamodb delete-table --table-name NAME',
  'AWS::KMS::Key': 'aws kms schedule-key-deletion --key-id NAME --pending-window-in-days 7',
  'AWS::Logs::LogGroup': 'aws logs delete-log-group --log-group-name NAME',
  'AWS::SageMaker::ModelPackageGroup': 'aws sagemaker delete-model-package-group --model-package-group-name NAME',
  'AWS::S3Vectors::VectorBucket': 'aws s3vectors delete-vector-bucket --vector-bucket-name NAME',
  'AWS::Bedrock::KnowledgeBase': 'aws bedrock-agent delete-knowledge-base --knowledge-base-id NAME',
  'AWS::IAM::OIDCProvider': 'aws iam delete-open-id-connect-provider --open-id-connect-provider-arn NAME',
};

/** Why a stack retains what holds no data of it. */
const reasons: Readonly<Record<string, string>> = {
  'AWS::IAM::OIDCProvider':
    "the stack retains it: an account has one, and others may use it. To come up again write identityProvider: 'existing' below aws of the environment, or delete it",
};

/**
 * What stays of the resources of a stack once it is deleted: what it retains, and what services keep of the rest.
 * @param location - Azure location, for commands
 */
export function staysOf(resources: readonly EndingResource[], location = 'LOCATION'): readonly Stay[] {
  const deleted = resources.filter(({ retained }) => !retained);
  return resources.flatMap(({ type, name, retained, keptDays }): readonly Stay[] => {
    if (retained) {
      // A part of something that is deleted goes with it.
      if (deleted.some((whole) => name.startsWith('/') && name.startsWith(`${whole.name}/`))) return [];
      const command = name.startsWith('/')
        ? `az resource delete --ids ${name}`
        : removals[type]?.replaceAll('NAME', name);
      return [{ resource: name, type, why: reasons[type] ?? 'the stack retains it: it holds data', command }];
    }
    const kept = keptNames.find((row) => row.type === type);
    if (kept === undefined) return [];
    const hours = keptDays === undefined ? kept.hours : keptDays * 24;
    const time =
      hours === undefined ? 'until it is removed' : `for ${keptDays === undefined ? 'at most ' : ''}${duration(hours)}`;
    const command = filled(kept.sooner, name, location);
    return [{ resource: name, type, why: `the service keeps ${kept.what} ${time}`, command }];
  });
}

function filled(command: string | undefined, id: string, location: string): string | undefined {
  const group = /\/resourceGroups\/([^/]+)/i.exec(id)?.[1] ?? 'GROUP';
  const name = id.split('/').at(-1) ?? id;
  return command?.replaceAll('NAME', name).replaceAll('GROUP', group).replaceAll('LOCATION', location);
}

/** Hours as people say them. */
export function duration(hours: number): string {
  return hours > 48 && hours % 24 === 0 ? `${hours / 24} days` : `${hours} hours`;
}
