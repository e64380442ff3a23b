import type { JsonObject } from '../../../../../lib/constraints/json';
import { contextOf } from '../../../../../lib/local/aws/iam/context';
import type { ApplicablePolicies } from '../../../../../lib/local/aws/iam/evaluate';
import { evaluate } from '../../../../../lib/local/aws/iam/evaluate';
import { policyOf } from '../../../../../lib/local/aws/iam/policy';
import type { Principal } from '../../../../../lib/local/aws/iam/principal';

const [home, away] = ['111111111111', '222222222222'];
const object = 'arn:aws:s3:::data/a.txt';
const role: Principal = {
  account: home,
  arn: `arn:aws:iam::${home}:role/red`,
  sessionArn: `arn:aws:sts::${home}:assumed-role/red/me`,
};
const user: Principal = { account: home, arn: `arn:aws:iam::${home}:user/red` };
const service: Principal = { account: home, arn: undefined, service: 'lambda.amazonaws.com' };

function policy(...statements: readonly JsonObject[]) {
  return policyOf({
    Version: '2012-10-17',
    Statement: statements.map((statement) => ({ Effect: 'Allow', Action: '*', Resource: '*', ...statement })),
  });
}

const all = policy({});
const none = policy({ Action: 'sqs:*' });
const denies = policy({ Effect: 'Deny', Action: 's3:Get*' });
const grants = (principal: JsonObject | string) => policy({ Principal: principal });

/** The decision about s3:GetObject: `allowed`, `unverified`, or why not. */
function decided(
  policies: Partial<ApplicablePolicies>,
  { caller = role, account = home, policyDecides = false } = {},
): string {
  const decision = evaluate(
    { action: 's3:GetObject', resource: object, context: contextOf() },
    caller,
    { identity: [], unknown: [], ...policies },
    { account, policyDecides },
  );
  return decision.outcome === 'denied' ? decision.because : decision.outcome;
}

const lacks = (kind: string): string => `because no ${kind} allows the s3:GetObject action`;

test.each<[string, Partial<ApplicablePolicies>, Parameters<typeof decided>[1], string]>([
  ['nothing', {}, {}, lacks('identity-based policy')],
  ['the account itself', { identity: undefined }, {}, 'allowed'],
  ['an identity policy', { identity: [all] }, {}, 'allowed'],
  ['a policy of another action', { identity: [none] }, {}, lacks('identity-based policy')],
  ['an explicit deny beside it', { identity: [all, denies] }, {}, 'with an explicit deny in an identity-based policy'],
  ['a boundary that allows', { identity: [all], boundary: all }, {}, 'allowed'],
  ['a boundary that does not', { identity: [all], boundary: none }, {}, lacks('permissions boundary')],
  ['a boundary alone', { boundary: all }, {}, lacks('identity-based policy')],
  [
    'a deny in the boundary',
    { identity: [all], boundary: denies },
    {},
    'with an explicit deny in a permissions boundary',
  ],
  ['a session policy that allows', { identity: [all], session: [all] }, {}, 'allowed'],
  ['a session policy that does not', { identity: [all], session: [none] }, {}, lacks('session policy')],
  ['one of two session policies', { identity: [all], session: [none, all] }, {}, 'allowed'],
  ['a deny in the session', { identity: [all], session: [denies] }, {}, 'with an explicit deny in a session policy'],
  [
    'a control policy that does not',
    { identity: [all], serviceControl: [[all], [none]] },
    {},
    lacks('service control policy'),
  ],
  ['a control policy on each level', { identity: [all], serviceControl: [[all], [none, all]] }, {}, 'allowed'],
  [
    'a deny in a control policy, for the account too',
    { identity: undefined, serviceControl: [[all, denies]] },
    {},
    'with an explicit deny in a service control policy',
  ],
  ['the resource, to the session', { resource: grants({ AWS: role.sessionArn ?? '' }), boundary: none }, {}, 'allowed'],
  ['the resource, to the role', { resource: grants({ AWS: role.arn ?? '' }) }, {}, 'allowed'],
  [
    'the resource, to the role, within its boundary',
    { resource: grants({ AWS: role.arn ?? '' }), boundary: none },
    {},
    lacks('permissions boundary'),
  ],
  ['the resource, to everyone', { resource: grants('*'), boundary: none }, {}, 'allowed'],
  ['the resource, to the account', { resource: grants({ AWS: home }) }, {}, lacks('identity-based policy')],
  [
    'the resource, to the account by its root',
    { identity: [all], resource: grants({ AWS: `arn:aws:iam::${home}:root` }) },
    {},
    'allowed',
  ],
  [
    'the resource, to a user, whatever the boundary',
    { resource: grants({ AWS: user.arn ?? '' }), boundary: none },
    { caller: user },
    'allowed',
  ],
  [
    'the resource, to another role',
    { resource: grants({ AWS: `arn:aws:iam::${home}:role/blue` }) },
    {},
    lacks('identity-based policy'),
  ],
  [
    'a deny in the resource policy, for the account too',
    { identity: undefined, resource: policy({ Effect: 'Deny', Principal: '*' }) },
    {},
    'with an explicit deny in a resource-based policy',
  ],
  [
    'a deny for everyone but the role',
    { identity: [all], resource: policy({ Effect: 'Deny', NotPrincipal: { AWS: role.arn ?? '' } }) },
    {},
    'allowed',
  ],
  [
    'a deny for everyone but another role',
    { identity: [all], resource: policy({ Effect: 'Deny', NotPrincipal: { AWS: `arn:aws:iam::${home}:role/blue` } }) },
    {},
    'with an explicit deny in a resource-based policy',
  ],
  [
    'another account, by its own policies alone',
    { identity: [all] },
    { account: away },
    lacks('resource-based policy'),
  ],
  [
    'another account, by the resource alone',
    { resource: grants({ AWS: home }) },
    { account: away },
    lacks('identity-based policy'),
  ],
  ['another account, by both', { identity: [all], resource: grants({ AWS: home }) }, { account: away }, 'allowed'],
  ['another account, its root', { identity: undefined, resource: grants({ AWS: home }) }, { account: away }, 'allowed'],
  [
    'a key whose policy says nothing',
    { identity: [all], resource: none },
    { policyDecides: true },
    lacks('resource-based policy'),
  ],
  [
    'a key whose policy names the account',
    { identity: [all], resource: grants({ AWS: home }) },
    { policyDecides: true },
    'allowed',
  ],
  [
    'a service that the resource names',
    { resource: grants({ Service: 'lambda.amazonaws.com' }) },
    { caller: service },
    'allowed',
  ],
  [
    'a service that it does not name',
    { resource: grants({ Service: 'sns.amazonaws.com' }) },
    { caller: service },
    lacks('resource-based policy'),
  ],
  ['a policy that is not known', { unknown: ['arn:aws:iam::aws:policy/New'] }, {}, 'unverified'],
  [
    'a policy that is not known, within a boundary',
    { unknown: ['arn:aws:iam::aws:policy/New'], boundary: none },
    {},
    lacks('permissions boundary'),
  ],
  [
    'a deny beside a policy that is not known',
    { identity: [denies], unknown: ['x'] },
    {},
    'with an explicit deny in an identity-based policy',
  ],
])('%s', (_name, policies, where, outcome) => {
  expect(decided(policies, where)).toBe(outcome);
});

test.each<[JsonObject, boolean]>([
  [{ Action: 's3:getobject' }, true],
  [{ Action: 's3:Get?bject' }, true],
  [{ Action: ['s3:PutObject', '*:GetObject'] }, true],
  [{ Action: undefined as unknown as string, NotAction: 's3:Put*' }, true],
  [{ Action: undefined as unknown as string, NotAction: 's3:*' }, false],
  [{ Resource: 'arn:aws:s3:::data' }, false],
  [{ Resource: 'arn:aws:s3:::data/*' }, true],
  [{ Resource: 'arn:aws:s3:::data/?.txt' }, true],
  [{ Resource: 'arn:aws:s3:::DATA/*' }, false],
  [{ Resource: 'arn:aws:*a.txt' }, false],
  [{ Resource: 'arn:*:*:*:*:data/*' }, true],
  [{ Resource: 'arn:aws:s3:::${aws:PrincipalTag/none}/*' }, false],
  [{ Resource: undefined as unknown as string, NotResource: 'arn:aws:s3:::data/*' }, false],
  [{ Resource: undefined as unknown as string, NotResource: 'arn:aws:s3:::other/*' }, true],
  [{ Resource: undefined as unknown as string, NotResource: 'arn:aws:s3:::${aws:PrincipalTag/none}/*' }, false],
  [{ Condition: { Bool: { 'aws:SecureTransport': 'true' } } }, false],
])('a statement with %j allows: %s', (statement, outcome) => {
  expect(decided({ identity: [policy(statement)] }) === 'allowed').toBe(outcome);
});

test.each(['no document', { Statement: 'none' }, { Statement: [{ Effect: 'Maybe', Action: '*', Resource: '*' }] }])(
  'a document that is none allows nothing: %j',
  (document) => {
    expect(decided({ identity: [policyOf(document)] })).toBe(lacks('identity-based policy'));
  },
);
