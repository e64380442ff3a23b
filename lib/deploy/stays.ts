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
}

/** Days that the plan gives where a service lets the owner choose. */
export interface PlannedDays {
  /** Soft delete of vaults. */
  readonly vaultDays?: number | undefined;
  /** Azure location, for commands. */
  readonly location?: string | undefined;
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
};

/** What stays of the resources of a stack once it is deleted: what it retains, and what services keep of the rest. */
export function staysOf(resources: readonly EndingResource[], days: PlannedDays = {}): readonly Stay[] {
  return resources.flatMap(({ type, name, retained }): readonly Stay[] => {
    if (retained) {
      const command = name.startsWith('/')
        ? `az resource delete --ids ${name}`
        : removals[type]?.replaceAll('NAME', name);
      return [{ resource: name, type, why: 'the stack retains it: it holds data', command }];
    }
    const kept = keptNames.find((row) => row.type === type);
    if (kept === undefined) return [];
    const hours = type.endsWith(':Vault') && days.vaultDays !== undefined ? days.vaultDays * 24 : kept.hours;
    const time = hours === undefined ? 'until it is removed' : `for at most ${duration(hours)}`;
    return [
      { resource: name, type, why: `the service keeps ${kept.what} ${time}`, command: filled(kept.sooner, name, days) },
    ];
  });
}

function filled(command: string | undefined, id: string, { location = 'LOCATION' }: PlannedDays): string | undefined {
  const group = /\/resourceGroups\/([^/]+)/i.exec(id)?.[1] ?? 'GROUP';
  const name = id.split('/').at(-1) ?? id;
  return command?.replaceAll('NAME', name).replaceAll('GROUP', group).replaceAll('LOCATION', location);
}

/** Hours as people say them. */
export function duration(hours: number): string {
  return hours > 48 && hours % 24 === 0 ? `${hours / 24} days` : `${hours} hours`;
}
