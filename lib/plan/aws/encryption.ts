import type { KeyUse } from '../../constraints/key-statements';
import { keyUseStatement } from '../../constraints/key-statements';
import type { AwsContext } from '../context';
import { awsName } from '../context';
import type { Decision } from '../decision';
import { decide, pinned } from '../decision';
import { awsKnowledge } from '../entries';
import { keyRotationDays } from '../retention';
import type { AwsFoundationPlan, KeyPolicyStatement } from './aws-plan';
import { consumerAccounts } from './integration';
import { partitionOf } from './partition';

/** The key of an environment: a new one, or one of the company with what its policy needs. */
export function encryption(context: AwsContext): AwsFoundationPlan['encryption'] {
  const { encryption: given } = context.target;
  if (given === undefined) {
    return { keyAlias: awsName(context, 'kms-alias'), rotationDays: keyRotationDays(context.platform) };
  }
  return {
    keyArn: pinned(given.keyArn, `environments.${context.key}.aws.encryption.keyArn`),
    keyPolicy: keyPolicy(context),
  };
}

/** What roles of the environment and services that act as them do with the key. Administration stays with its owner. */
const delegatedActions = [
  'kms:CreateGrant',
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

function keyPolicy(context: AwsContext): Decision<readonly KeyPolicyStatement[]> {
  const { account, region } = context.target;
  const partition = partitionOf(region);
  const readers = consumerAccounts(context).value;
  return decide(
    [
      statement('AccountPolicies', { AWS: [`arn:${partition}:iam::${account}:root`] }, delegatedActions),
      ...keyUses(context).map((use) => {
        const { sid, service, actions, conditions } = keyUseStatement(use, { partition, region, account });
        return { ...statement(sid, { Service: service }, actions), Condition: conditions };
      }),
      ...(readers.length === 0
        ? []
        : [
            {
              ...statement(
                'PromotedEnvironments',
                { AWS: readers.map((reader) => `arn:${partition}:iam::${reader}:root`) },
                ['kms:Decrypt', 'kms:DescribeKey'],
              ),
              Condition: { StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` } },
            },
          ]),
    ],
    'encryption.key-policy',
    "CloudFormation cannot change the policy of a key that it does not own: roles of the account use the key by their own policies, services for the account's resources only",
  );
}

/** Only services whose resources the kit still encrypts with the key. */
function keyUses(context: AwsContext): readonly KeyUse[] {
  const { network, logs, alarms } = context.target;
  const flowLogs = network === undefined && logs?.flowLogBucketArn === undefined;
  const groups = flowLogs || logs?.groupName === undefined || context.endpoints.aws.length > 0;
  return [
    ...(groups ? (['logs'] as const) : []),
    ...(alarms?.topicArn === undefined ? (['alarms'] as const) : []),
    ...(awsKnowledge(context).length > 0 ? (['vector-indexing'] as const) : []),
  ];
}

function statement(
  Sid: string,
  Principal: KeyPolicyStatement['Principal'],
  Action: readonly string[],
): KeyPolicyStatement {
  return { Sid, Effect: 'Allow', Principal, Action, Resource: '*' };
}
