import type { LocalAws } from '../../../../../lib/local/aws';
import { roleKey } from '../../../../../lib/local/aws/credentials';
import { deployPlanted } from '../../../../cases/planted';
import type { TestTemplate } from '../engine';
import { testAccount, testRegion } from '../engine';
import { client } from '../wire';

/** Statements of a policy; `Effect` and `Resource` have their usual values. */
export type TestStatement = Readonly<Record<string, unknown>>;

/** A policy document of version 2012-10-17. */
export function document(...statements: readonly TestStatement[]) {
  return {
    Version: '2012-10-17',
    Statement: statements.map((statement) => ({
      Effect: 'Allow',
      ...(statement['NotResource'] === undefined ? { Resource: '*' } : {}),
      ...statement,
    })),
  };
}

/** A role that a principal may assume, with inline statements. */
export function role(
  name: string,
  statements: readonly TestStatement[],
  properties: Readonly<Record<string, unknown>> = {},
) {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: name,
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: 'sts:AssumeRole',
            Principal: { AWS: testAccount, Service: 'cloudformation.amazonaws.com' },
          },
        ],
      },
      ...(statements.length === 0
        ? {}
        : { Policies: [{ PolicyName: 'own', PolicyDocument: document(...statements) }] }),
      ...properties,
    },
  };
}

/** Deploys resources as the account, or fails with the reason. */
export async function given(cloud: LocalAws, stack: string, Resources: TestTemplate['Resources']): Promise<void> {
  const outcome = await deployPlanted(cloud, stack, { Resources });
  if (outcome !== 'deployed') throw new Error(outcome);
}

/** A client that signs as a session of a role of the test account. */
export function asRole(cloud: LocalAws, name: string) {
  return client(cloud, testAccount, testRegion, roleKey(testAccount, name, 'me'));
}
