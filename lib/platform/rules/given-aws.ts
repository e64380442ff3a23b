import type { AwsTarget } from '../environment';
import type { Issue } from '../issue';
import { teamsIssues } from './alarm-receivers';
import { halfGiven, ownedReplication } from './standby';

/** How the name or the ARN of a resource is written. */
interface Grammar {
  readonly field: string;
  readonly pattern: RegExp;
  readonly expected: string;
  readonly listing: string;
}

/** An ARN with region and account. KMS: a key and no alias, because policies name keys. SNS: CreateTopic, read 2026-11-30. */
const key: Grammar = {
  field: 'encryption.keyArn',
  pattern: /^arn:aws[a-z-]*:kms:(?<region>[a-z0-9-]+):(?<account>\d{12}):key\/[A-Za-z0-9-]+$/,
  expected: 'the ARN of a key, and not of an alias',
  listing: 'aws kms list-keys',
};
const topic: Grammar = {
  field: 'alarms.topicArn',
  pattern: /^arn:aws[a-z-]*:sns:(?<region>[a-z0-9-]+):(?<account>\d{12}):[A-Za-z0-9_-]{1,256}$/,
  expected: 'the ARN of a standard topic',
  listing: 'aws sns list-topics',
};
/** Secrets Manager adds a hyphen and six characters to the name. */
const secret: Grammar = {
  field: 'alarms.webhooks',
  pattern:
    /^arn:aws[a-z-]*:secretsmanager:(?<region>[a-z0-9-]+):(?<account>\d{12}):secret:[A-Za-z0-9/_+=.@!-]{1,512}-[A-Za-z0-9]{6}$/,
  expected: 'the ARN of a secret, with its last six characters',
  listing: 'aws secretsmanager list-secrets',
};
/** CreateLogGroup and CreateRepository in the API references, read 2026-11-30. */
const logGroup: Grammar = {
  field: 'logs.groupName',
  pattern: /^(?!aws\/)[.\-_/#A-Za-z0-9]{1,512}$/,
  expected: 'the name of a log group, and not its ARN',
  listing: 'aws logs describe-log-groups',
};
/** LogDestination of CreateFlowLogs in the API reference, read 2026-11-30: AWSLogs is a folder of the service. */
const archive: Grammar = {
  field: 'logs.flowLogBucketArn',
  pattern: /^arn:aws[a-z-]*:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:\/(?!(?:.*\/)?AWSLogs(?:\/|$))\S*)?$/,
  expected: 'the ARN of a bucket, or of a folder in it that is not called AWSLogs',
  listing: 'aws s3api list-buckets',
};
const bucket: Grammar = {
  field: 'standby.bucketArn',
  pattern: /^arn:aws[a-z-]*:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  expected: 'the ARN of a bucket',
  listing: 'aws s3api list-buckets',
};
const repository: Grammar = {
  field: 'registry.repositoryName',
  pattern: /^(?=.{2,256}$)(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/,
  expected: 'the name of a repository, without host and tag',
  listing: 'aws ecr describe-repositories',
};

/** What is given is written as its service writes it, and is where the environment is. */
export function givenAwsIssues(path: string, target: AwsTarget): readonly Issue[] {
  const { encryption, alarms, logs, registry } = target;
  return [
    ...written(path, key, encryption?.keyArn),
    // S3, ECR, DynamoDB, SNS and CloudWatch Logs each have their own rules for keys of other accounts.
    ...elsewhere(path, key, encryption?.keyArn, { region: target.region, account: target.account }),
    ...written(path, logGroup, logs?.groupName),
    ...written(path, archive, logs?.flowLogBucketArn),
    ...archiveIssues(path, target),
    ...written(path, repository, registry?.repositoryName),
    ...written(path, topic, alarms?.topicArn),
    ...elsewhere(path, topic, alarms?.topicArn, { region: target.region }),
    ...webhookIssues(path, target),
    ...teamsIssues(path, target),
    ...standbyIssues(path, target),
  ];
}

function standbyIssues(path: string, target: AwsTarget): readonly Issue[] {
  const { standby, region, account } = target;
  if (standby === undefined) return [];
  const standbyKey = { ...key, field: 'standby.keyArn' };
  return [
    ...(standby.region === region
      ? [
          {
            code: 'StandbyInPlace',
            path: `${path}.standby.region`,
            message: 'the second region is the first',
            got: standby.region,
            expected: `a region other than ${region}`,
            fix: `choose another region, or remove ${path}.standby`,
          } satisfies Issue,
        ]
      : []),
    ...written(path, { ...bucket, field: 'standby.bucketArn' }, standby.bucketArn),
    ...written(path, standbyKey, standby.keyArn),
    ...elsewhere(path, standbyKey, standby.keyArn, { region: standby.region, account }),
    ...halfGiven(path, standby),
    ...ownedReplication(path, target),
  ];
}

function archiveIssues(path: string, { logs, network }: AwsTarget): readonly Issue[] {
  if (logs?.flowLogBucketArn === undefined || network === undefined) return [];
  return [
    {
      code: 'UnusedNetworkField',
      path: `${path}.${archive.field}`,
      message: `the kit creates no flow log in ${path}.network`,
      got: logs.flowLogBucketArn,
      expected: 'a bucket beside cidr only',
      fix: `remove ${path}.${archive.field}`,
    },
  ];
}

function webhookIssues(path: string, { alarms, region, account }: AwsTarget): readonly Issue[] {
  const webhooks = Object.entries(alarms?.webhooks ?? {});
  return [
    ...webhooks.flatMap(([name, { secretArn }]) => {
      const grammar = { ...secret, field: `alarms.webhooks.${name}.secretArn` };
      if (/^https?:/i.test(secretArn)) return [literal(`${path}.${grammar.field}`)];
      return [...written(path, grammar, secretArn), ...elsewhere(path, grammar, secretArn, { region, account })];
    }),
    ...(webhooks.length > 0 && alarms?.topicArn !== undefined ? [besideTopic(path)] : []),
  ];
}

/** The value is left out: it is a secret. */
function literal(path: string): Issue {
  return {
    code: 'LiteralWebhook',
    path,
    message: 'the URL itself, which is a secret and is not shown',
    expected: secret.expected,
    fix: "store it with 'aws secretsmanager create-secret', and write the ARN; replace the URL if it was committed",
  };
}

function besideTopic(path: string): Issue {
  return {
    code: 'WebhookBesideTopic',
    path: `${path}.alarms.webhooks`,
    message: 'the kit subscribes nobody to a topic that it does not own',
    expected: 'topicArn or webhooks',
    fix: `remove ${path}.alarms.webhooks, and let the owner of the topic subscribe them`,
  };
}

function written(
  path: string,
  { field, pattern, expected, listing }: Grammar,
  got: string | undefined,
): readonly Issue[] {
  if (got === undefined || pattern.test(got)) return [];
  return [
    {
      code: 'InvalidGivenName',
      path: `${path}.${field}`,
      message: `not ${expected}`,
      got,
      expected,
      fix: `copy it from '${listing}'`,
    },
  ];
}

function elsewhere(
  path: string,
  { field, pattern }: Grammar,
  got: string | undefined,
  place: Readonly<Record<string, string>>,
): readonly Issue[] {
  const groups = pattern.exec(got ?? '')?.groups;
  if (got === undefined || groups === undefined) return [];
  return Object.entries(place).flatMap(([what, here]): readonly Issue[] => {
    const there = groups[what];
    if (there === undefined || there === here) return [];
    return [
      {
        code: 'GivenElsewhere',
        path: `${path}.${field}`,
        message: `it is in ${what} ${there}, and the environment in ${here}`,
        got,
        expected: `one of ${what} ${here}`,
        fix: `give one of ${what} ${here}`,
      },
    ];
  });
}
