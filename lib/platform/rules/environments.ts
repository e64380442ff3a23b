import type { Draft } from '../draft';
import type { AwsTarget, AzureTarget } from '../environment';
import type { Issue } from '../issue';
import { givenAwsIssues } from './given-aws';
import { givenAwsNetworkIssues } from './given-aws-network';
import { givenAzureIssues } from './given-azure';
import { oneNetwork } from './given-network';
import { privateServiceIssues } from './private-services';
import { roleIssues } from './roles';
import type { Rule } from './rule';

const account = /^\d{12}$/;
/** AllowedPattern of the parameter Qualifier in bootstrap-template.yaml of aws-cdk 2.1148.1. */
const qualifier = /^[A-Za-z0-9_-]{1,10}$/;
/** Two digits: a vault has room for no more beside environment and hash. */
const lastGeneration = 99;
const month = /^20\d{2}-(0[1-9]|1[0-2])$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Every environment has a target, in an account or subscription with a valid id. */
export const environmentRule: Rule = (draft) => {
  const { spec, declared, cloudsOf } = draft;
  if (spec.environments !== undefined && declared('environments').length === 0) return [noEnvironment()];
  return Object.entries(spec.environments ?? {}).flatMap(([key, environment]) => {
    const path = `environments.${key}`;
    return [
      ...(cloudsOf(key).length === 0 ? [noCloud(path)] : []),
      ...(environment.aws === undefined ? [] : awsTarget(`${path}.aws`, environment.aws)),
      ...oneNetwork(draft, key, 'aws'),
      ...givenAwsNetworkIssues(path, environment),
      ...oneNetwork(draft, key, 'azure'),
      ...(environment.azure === undefined ? [] : azureTarget(draft, `${path}.azure`, environment.azure)),
    ];
  });
};

function awsTarget(path: string, target: AwsTarget): readonly Issue[] {
  return [
    ...accountIssues(path, target),
    ...privateServiceIssues(path, target),
    ...qualifierIssues(path, target),
    ...roleIssues(path, target),
    ...givenAwsIssues(path, target),
  ];
}

function qualifierIssues(path: string, { bootstrapQualifier: got }: AwsTarget): readonly Issue[] {
  if (got === undefined || qualifier.test(got)) return [];
  return [
    {
      code: 'InvalidQualifier',
      path: `${path}.bootstrapQualifier`,
      message: 'no bootstrap stack of the CDK can have this qualifier',
      got,
      expected: '1 to 10 letters, digits, underscores or hyphens',
      fix: `copy it from the names of the bootstrap roles, cdk-<qualifier>-deploy-role-…`,
    },
  ];
}

function accountIssues(path: string, target: AwsTarget): readonly Issue[] {
  if (account.test(target.account)) return [];
  return [
    {
      code: 'InvalidAccount',
      path: `${path}.account`,
      message: 'the account id does not have twelve digits',
      got: target.account,
      expected: 'twelve digits in quotes, leading zeros included',
      fix: /^\d{1,11}$/.test(target.account)
        ? `write '${target.account.padStart(12, '0')}' if leading zeros are missing`
        : 'copy the account id from the AWS console',
    },
  ];
}

function azureTarget(draft: Draft, path: string, target: AzureTarget): readonly Issue[] {
  return [
    ...idIssues(path, target),
    ...generationIssues(path, target),
    ...budgetIssues(path, draft),
    ...givenAzureIssues(path, target),
  ];
}

/** The month is checked although the amount beside it may be wrong, which leaves the whole budget out of the draft. */
function budgetIssues(path: string, draft: Draft): readonly Issue[] {
  const got = draft.textAt([...path.split('.'), 'budget', 'firstMonth']);
  if (got === undefined || month.test(got)) return [];
  return [
    {
      code: 'InvalidMonth',
      path: `${path}.budget.firstMonth`,
      message: 'not a month',
      got,
      expected: 'year and month, such as 2026-12',
      fix: 'write the month of the first deployment',
    },
  ];
}

function generationIssues(path: string, { generation = 1 }: AzureTarget): readonly Issue[] {
  if (Number.isInteger(generation) && generation >= 1 && generation <= lastGeneration) return [];
  return [
    {
      code: 'InvalidGeneration',
      path: `${path}.generation`,
      message: 'the generation is not a whole number that a name can carry',
      got: generation,
      expected: `a whole number from 1 to ${lastGeneration}`,
      fix: 'write 1 for an environment that was never destroyed, and one more after each destroy',
    },
  ];
}

function idIssues(path: string, target: AzureTarget): readonly Issue[] {
  const ids = [
    ['tenant', target.tenant],
    ['subscription', target.subscription],
  ] as const;
  return ids
    .filter(([, id]) => !uuid.test(id))
    .map(([field, id]) => ({
      code: 'InvalidUuid',
      path: `${path}.${field}`,
      message: `${field} is not a UUID`,
      got: id,
      expected: 'eight, four, four, four and twelve hexadecimal digits with hyphens',
      fix: `copy the ${field} id from 'az account show'`,
    }));
}

function noEnvironment(): Issue {
  return {
    code: 'NoEnvironment',
    path: 'environments',
    message: 'the platform has no environment',
    got: {},
    expected: 'at least one environment',
    fix: `add environments.dev with tier 'development' and an aws or azure target`,
  };
}

function noCloud(path: string): Issue {
  return {
    code: 'NoCloud',
    path,
    message: 'the environment has neither an aws nor an azure target',
    expected: 'an aws target, an azure target or both',
    fix: `add ${path}.aws or ${path}.azure`,
  };
}
