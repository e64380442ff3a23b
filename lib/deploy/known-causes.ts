import type { MessageCode } from '../messages';
import { CodedError } from '../messages';
import type { UnitEnd } from './unit';

/** A cause that the words of a service name. */
export interface KnownCause {
  readonly code: MessageCode;
  /** The event that names it; the end of the output where no event does. */
  readonly reason: string;
  /** Where the words of the service were seen. */
  readonly source: string;
  /** @default - the fix of the registry */
  readonly fix?: string;
}

/** A step that could not be asked or begun, as a failure. Both clouds end in order, whatever one of them throws. */
export function thrown(error: unknown): {
  readonly kind: 'failed';
  readonly events: readonly [];
  readonly tail: string;
  readonly cause: KnownCause | undefined;
} {
  if (error instanceof CodedError) {
    const { code, message, place, problem, fix } = error;
    const cause = { code, reason: message, source: 'the kit itself', fix };
    return { kind: 'failed', events: [], tail: `${place}: ${problem}`, cause };
  }
  const tail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { kind: 'failed', events: [], tail, cause: knownCause({ ok: false, events: [], tail }) };
}

interface CauseRow {
  readonly code: MessageCode;
  readonly pattern: RegExp;
  readonly source: string;
}

/**
 * Causes by the words of the services, the most exact first. Every source was read on 2026-11-30. What no row knows is
 * shown as it is, without a cause.
 */
export const causes: readonly CauseRow[] = [
  {
    code: 'NoCapacity',
    pattern:
      /InsufficientInstanceCapacity|Unable to provision requested ML compute capacity|SkuNotAvailable|AllocationFailed/,
    source: 'aws/deep-learning-containers#6673 (2026-08-28)',
  },
  {
    code: 'QuotaReached',
    pattern: /ResourceLimitExceeded|account-level service limit|InsufficientQuota|QuotaExceeded|OutOfQuota/,
    source:
      'aws-samples/sagemaker-custom-project-templates#51 (2022-10-05); Azure-Samples/azure-search-openai-demo#1363 (2024-03-03)',
  },
  {
    code: 'EndpointNotHealthy',
    pattern: /did not pass the ping health check/,
    source: 'aws/amazon-sagemaker-examples#379 (2018-08-22)',
  },
  {
    code: 'WeightsNotThere',
    pattern: /[Cc]ould not find model data/,
    source: 'aws-ia/ecs-blueprints#223 (2024-07-02)',
  },
  {
    code: 'AccountNotBootstrapped',
    pattern:
      /\/cdk-bootstrap\/\S+ not found|Has the environment been bootstrapped|This CDK deployment requires bootstrap stack/,
    source: 'aws-cdk 2.1148.1, the text of the CLI',
  },
  {
    code: 'HeldByServiceLink',
    pattern: /serviceAssociationLinks?\b|legionservicelink/,
    source: 'Azure/azure-rest-api-specs#17443 (2022-01-21); microsoft-foundry/foundry-samples#153 (2025-05-23)',
  },
  {
    code: 'HeldByInterfaces',
    pattern:
      /(?:subnet|security group|network interface|vpc)\b[^\n]*has (?:dependencies|a dependent object)|DependencyViolation|is currently in use/i,
    source: 'hashicorp/terraform-provider-aws#47399; Amazon EC2, error codes, DependencyViolation (read 2026-11-30)',
  },
  {
    code: 'BucketNotEmpty',
    pattern:
      /bucket you tried to delete is not empty|RepositoryNotEmptyException|still contains images|cannot be deleted because it still contains/,
    source: 'Amazon S3, error codes, BucketNotEmpty; Amazon ECR, DeleteRepository (read 2026-11-30)',
  },
  {
    code: 'StackProtected',
    pattern:
      /TerminationProtection is enabled|terminationProtection is enabled|protected and cannot be deleted|cannot be deleted\s+because it is protected|DestroyGuard/,
    source: 'AWS CloudFormation, DeleteStack; Pulumi 3.248, seen with the real engine (2026-11-30)',
  },
  {
    code: 'ProviderExists',
    pattern: /(?:AWS::IAM::OIDCProvider|oidc-provider\/)\S*[^\n]*already exists|Provider with url \S+ already exists/,
    source: 'AWS IAM, CreateOpenIDConnectProvider, EntityAlreadyExists (read 2026-11-30)',
  },
  {
    code: 'NameStillTaken',
    pattern:
      /FlagMustBeSetForRestore|soft-deleted|in (?:a )?deleted (?:but recoverable )?state|deleted and not purged|NameUnavailable|AlreadyExists|already exists/,
    source:
      'Azure/azure-cli#18146 (2021-05-19); AWS CloudFormation, handler error codes, AlreadyExists (read 2026-11-30)',
  },
  {
    code: 'RoleNotYetThere',
    pattern: /HandOffMissing|AuthorizationFailed|AuthorizationPermissionMismatch/,
    source: 'Microsoft Learn, Access App Configuration using Microsoft Entra ID: up to 15 minutes (read 2026-11)',
  },
  {
    code: 'DeployRightMissing',
    pattern: /is not authorized to perform|AccessDenied|not authorized to perform/,
    source: 'AWS IAM, access denied error messages (read 2026-11-30)',
  },
  {
    code: 'CredentialsMissing',
    pattern: /CredentialsProviderError|ExpiredToken|InvalidClientTokenId|Unable to resolve AWS account/,
    source: 'AWS SDK for JavaScript 3.1169; AWS STS, common errors (read 2026-11-30)',
  },
  {
    code: 'PulumiNotLoggedIn',
    pattern: /PULUMI_ACCESS_TOKEN must be set|passphrase must be set with PULUMI_CONFIG_PASSPHRASE|pulumi login/,
    source: 'Pulumi 3.248, the text of the CLI',
  },
];

/** The cause of a failure, by the first event or line that names one; undefined when no row knows it. */
export function knownCause(end: Extract<UnitEnd, { readonly ok: false }>): KnownCause | undefined {
  const reasons = [...end.events.map(({ reason }) => reason), end.tail];
  for (const reason of reasons) {
    const row = causes.find(({ pattern }) => pattern.test(reason));
    if (row !== undefined) return { code: row.code, reason, source: row.source };
  }
  const early = end.events.find((event) => event.early === true);
  return early && { code: 'TemplateRefused', reason: early.reason, source: 'AWS CloudFormation, DescribeEvents' };
}
