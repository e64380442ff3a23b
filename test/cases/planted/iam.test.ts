import type { PlantedFault } from '../planted';
import { testPlanted } from '../planted';
import type { Written } from './resources';
import { policy, resource, roleFor, templateOf } from './resources';

const account = { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } };

/** A managed policy of one statement. */
const managed = (statement: Written, more: Written = {}): ReturnType<typeof templateOf> =>
  templateOf({ P: resource('IAM::ManagedPolicy', { PolicyDocument: policy(statement, more) }) });
const read = { Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/*' };
const role = (statement: Written, more: Written = {}): ReturnType<typeof templateOf> =>
  templateOf({ R: resource('IAM::Role', { AssumeRolePolicyDocument: policy(statement), ...more }) });
const assume = { Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } };
const key = (statement: Written): ReturnType<typeof templateOf> =>
  templateOf({ K: resource('KMS::Key', { KeyPolicy: policy({ Resource: '*', ...statement }) }) });
const alias = (target: unknown): ReturnType<typeof templateOf> =>
  templateOf({
    K: resource('KMS::Key', { KeyPolicy: policy({ Action: 'kms:*', Principal: account, Resource: '*' }) }),
    A: resource('KMS::Alias', { AliasName: 'alias/planted', TargetKeyId: target }),
  });
const bucketPolicy = (target: unknown): ReturnType<typeof templateOf> =>
  templateOf({
    B: resource('S3::Bucket'),
    P: resource('S3::BucketPolicy', {
      Bucket: { Ref: 'B' },
      PolicyDocument: policy({ Action: 's3:GetObject', Principal: account, Resource: target }),
    }),
  });
const readers = (user: unknown): ReturnType<typeof templateOf> =>
  templateOf({
    O: resource('CloudFront::CloudFrontOriginAccessIdentity', {
      CloudFrontOriginAccessIdentityConfig: { Comment: 'planted' },
    }),
    B: resource('S3::Bucket'),
    P: resource('S3::BucketPolicy', {
      Bucket: { Ref: 'B' },
      PolicyDocument: policy({
        Action: 's3:GetObject',
        Principal: { CanonicalUser: user },
        Resource: { 'Fn::Sub': '${B.Arn}/*' },
      }),
    }),
  });
const inline = (more: Written): ReturnType<typeof templateOf> =>
  templateOf({
    R: roleFor('lambda.amazonaws.com'),
    P: resource('IAM::Policy', { PolicyName: 'p', PolicyDocument: policy(read), ...more }),
  });

const rows: readonly PlantedFault[] = [
  {
    id: 'kms_alias_absent_key',
    fault: 'an alias of a key that does not exist',
    broken: alias('11111111-2222-3333-4444-555555555555'),
    valid: alias({ Ref: 'K' }),
    reason: /#\/TargetKeyId: Key .*555555555555.* does not exist/,
  },
  {
    id: 'iam_no_resource',
    fault: 'a statement without resource',
    broken: managed({ Action: 's3:GetObject' }),
    valid: managed(read),
    reason: /#\/PolicyDocument\/Statement\/0: Policy statement must contain resources/,
  },
  {
    id: 'iam_version',
    fault: 'the version 2012-10-18',
    broken: managed(read, { Version: '2012-10-18' }),
    valid: managed(read),
    reason: /#\/PolicyDocument\/Version: The policy must contain a valid version string.*2012-10-18/,
  },
  {
    id: 'iam_principal_in_identity',
    fault: 'a principal in an identity policy',
    broken: managed({ ...read, Principal: '*' }),
    valid: managed(read),
    reason: /Policy document should not specify a principal/,
  },
  {
    id: 'iam_action_no_vendor',
    fault: 'GetObject without its service',
    broken: managed({ ...read, Action: 'GetObject' }),
    valid: managed(read),
    reason: /#\/PolicyDocument\/Statement\/0\/Action: Actions\/Conditions must be prefaced by a vendor/,
  },
  {
    id: 'trust_with_resource',
    fault: 'a resource in a trust policy',
    broken: role({ ...assume, Resource: '*' }),
    valid: role(assume),
    reason: /#\/AssumeRolePolicyDocument\/Statement\/0: Has prohibited field Resource/,
  },
  {
    id: 'trust_without_principal',
    fault: 'a trust policy that trusts nobody',
    broken: role({ Action: 'sts:AssumeRole' }),
    valid: role(assume),
    reason: /Missing required field Principal/,
  },
  {
    id: 'trust_other_action',
    fault: 'an action of another service in a trust policy',
    broken: role({ ...assume, Action: 's3:GetObject' }),
    valid: role(assume),
    reason: /AssumeRole policy may only specify STS AssumeRole actions/,
  },
  {
    id: 'principal_misspelt',
    fault: 'a service principal with a letter missing',
    broken: role({ ...assume, Principal: { Service: 'lamda.amazonaws.com' } }),
    valid: role(assume),
    reason: /Invalid principal in policy: .*lamda\.amazonaws\.com.*such as lambda\.amazonaws\.com/,
  },
  {
    id: 'managed_policy_absent',
    fault: 'a managed policy of AWS that does not exist',
    broken: role(assume, { ManagedPolicyArns: ['arn:aws:iam::aws:policy/NoSuchPolicy'] }),
    valid: role(assume, { ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] }),
    reason: /#\/ManagedPolicyArns\/0: Policy .*NoSuchPolicy does not exist or is not attachable/,
  },
  {
    id: 'boundary_absent',
    fault: 'a permissions boundary that does not exist',
    broken: role(assume, { PermissionsBoundary: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:policy/none' } }),
    valid: role(assume, { PermissionsBoundary: 'arn:aws:iam::aws:policy/PowerUserAccess' }),
    reason: /#\/PermissionsBoundary: Policy .*policy\/none does not exist/,
  },
  {
    id: 'policy_unattached',
    fault: 'an inline policy of nobody',
    broken: inline({}),
    valid: inline({ Roles: [{ Ref: 'R' }] }),
    reason: /P with message:.*required key \[Roles\] not found/s,
  },
  {
    id: 'bucket_policy_foreign_resource',
    fault: 'a bucket policy about another bucket',
    broken: bucketPolicy('arn:aws:s3:::another-bucket/*'),
    valid: bucketPolicy({ 'Fn::Sub': '${B.Arn}/*' }),
    reason: /Policy has invalid resource.*another-bucket/,
  },
  {
    id: 'principal_absent',
    fault: 'a key policy for a role that does not exist',
    broken: key({
      Action: 'kms:*',
      Principal: { AWS: [account.AWS, { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/none' }] },
    }),
    valid: key({
      Action: 'kms:*',
      Principal: { AWS: [account.AWS, { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/lambda' }] },
    }),
    reason: /Policy contains a statement with one or more invalid principals.*role\/none/,
  },
  {
    id: 'canonical_user',
    fault: 'a canonical user that is no identifier',
    broken: readers('cloudfront'),
    valid: readers({ 'Fn::GetAtt': ['O', 'S3CanonicalUserId'] }),
    reason: /Invalid principal in policy: .*CANONICALUSER.*64 hexadecimal digits/,
  },
  {
    id: 'condition_operator_unknown',
    fault: 'a condition operator that does not exist',
    broken: managed({ ...read, Condition: { StringEqual: { 'aws:SourceAccount': '111111111111' } } }),
    valid: managed({ ...read, Condition: { StringEquals: { 'aws:SourceAccount': '111111111111' } } }),
    reason: /StringEqual is not a condition operator \(did you mean StringEquals\?\)/,
  },
  {
    id: 'key_policy_lockout',
    fault: 'a key policy that nobody can change',
    broken: key({ Action: ['kms:Encrypt', 'kms:Decrypt'], Principal: account }),
    valid: key({ Action: 'kms:*', Principal: account }),
    reason: /The new key policy will not allow you to update the key policy in the future/,
  },
];

testPlanted('iam', rows);
