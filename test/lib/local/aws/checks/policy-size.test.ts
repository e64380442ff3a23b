import type { JsonObject } from '../../../../../lib/constraints/json';
import { inlinePolicySize, managedPolicySize, trustPolicySize } from '../../../../../lib/local/aws/checks/policy-size';
import { checkInput, existing } from './check-input';

/** A policy document of exactly that many characters as JSON. */
const document = (length: number) => ({ a: 'x'.repeat(length - '{"a":""}'.length) });

test('a managed policy may have 6,144 characters', () => {
  expect(managedPolicySize(checkInput({ PolicyDocument: document(6144) }))).toBeUndefined();
  expect(managedPolicySize(checkInput({}))).toBeUndefined();
  expect(managedPolicySize(checkInput({ PolicyDocument: document(6145) }))).toBe(
    'Cannot exceed quota for PolicySize: 6144; the document has 6145 characters (#/PolicyDocument)',
  );
});

test.each([
  [2048, [], undefined],
  [2049, ['the trust policy has 2049 characters: accounts allow 2048 unless the quota was raised'], undefined],
  [4096, ['the trust policy has 4096 characters: accounts allow 2048 unless the quota was raised'], undefined],
  [
    4097,
    [],
    'Cannot exceed quota for ACLSizePerRole: 4096; the trust policy has 4097 characters (#/AssumeRolePolicyDocument)',
  ],
])('a trust policy of %i characters', (length, reported, reason) => {
  const unverified: string[] = [];
  expect(trustPolicySize(checkInput({ AssumeRolePolicyDocument: document(length) }, { unverified }))).toBe(reason);
  expect(unverified).toEqual(reported);
});

describe('the inline policies of a role', () => {
  const role = (inline: JsonObject) => existing('AWS::IAM::Role', 'r', inline);
  const policy = (id: string, length: number, roles: readonly string[] = ['r']) =>
    existing('AWS::IAM::Policy', id, { Roles: roles, PolicyDocument: document(length) });
  const check = (length: number, ...around: readonly ReturnType<typeof policy>[]) =>
    inlinePolicySize(checkInput({ Roles: ['q', 'r'], PolicyDocument: document(length) }, { existing: around }));
  const reason = (total: number) =>
    `Maximum policy size of 10240 bytes exceeded for role r: its inline policies have ${total} characters (#/PolicyDocument)`;

  test('may have 10,240 characters together', () => {
    expect(check(10_240)).toBeUndefined();
    expect(check(5000, policy('A', 5240))).toBeUndefined();
    expect(check(5001, policy('A', 5240))).toBe(reason(10_241));
  });

  test('include those in the role', () => {
    const inRole = role({ Policies: [{ PolicyName: 'p', PolicyDocument: document(3000) }, 'no policy'] });
    expect(check(7240, inRole)).toBeUndefined();
    expect(check(7241, inRole)).toBe(reason(10_241));
  });

  test('do not include those of other roles, nor the earlier version of the policy', () => {
    expect(check(10_240, policy('A', 5000, ['other']), existing('AWS::IAM::Role', 'other', {}))).toBeUndefined();
    expect(check(10_240, policy('It', 5000))).toBeUndefined();
  });
});
