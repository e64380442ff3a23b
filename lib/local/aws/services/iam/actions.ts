import type { Json } from '../../../../constraints/json';
import { ServiceError, validationError } from '../../errors';
import { managedPolicyDocument } from '../../iam/caller-policies';
import type { ExistingResource } from '../../state/registry';
import type { QueryParameters } from '../../wire/query-parameters';
import type { Xml } from '../../wire/xml';
import type { CallContext } from '../call';
import type { QueryAction } from '../service';
import { attachedPolicies, inlinePolicies } from './role-policies';

/** The IAM actions of the local cloud: what reads the policies of a role, and the identity providers of an account. */
export const iamActions: Readonly<Record<string, QueryAction>> = {
  GetPolicy: getPolicy,
  GetPolicyVersion: getPolicyVersion,
  GetRolePolicy: getRolePolicy,
  ListAttachedRolePolicies: listAttachedRolePolicies,
  ListOpenIDConnectProviders: listProviders,
  ListRolePolicies: listRolePolicies,
};

/** The only version that is kept of a policy. An update puts another document into it, where IAM would make a new version. */
const onlyVersion = 'v1';

function getPolicy(parameters: QueryParameters, context: CallContext): Xml {
  const arn = required(parameters, 'PolicyArn');
  documentOf(arn, context);
  return { Policy: { PolicyName: arn.split('/').at(-1), Arn: arn, DefaultVersionId: onlyVersion } };
}

function getPolicyVersion(parameters: QueryParameters, context: CallContext): Xml {
  const document = documentOf(required(parameters, 'PolicyArn'), context);
  const version = required(parameters, 'VersionId');
  if (version !== onlyVersion) throw absent(`Policy version ${version} does not exist or is not attachable.`);
  return { PolicyVersion: { Document: encoded(document), VersionId: version, IsDefaultVersion: true } };
}

function getRolePolicy(parameters: QueryParameters, context: CallContext): Xml {
  const [role, name] = [roleOf(parameters, context), required(parameters, 'PolicyName')];
  const document = inlinePolicies(role, context.cloud.registry).get(name);
  if (document === undefined) throw absent(`The role policy with name ${name} cannot be found.`);
  return { RoleName: role.physicalId, PolicyName: name, PolicyDocument: encoded(document) };
}

function listAttachedRolePolicies(parameters: QueryParameters, context: CallContext): Xml {
  const arns = attachedPolicies(roleOf(parameters, context), context.cloud.registry);
  const attached = arns.map((arn) => ({ PolicyName: arn.split('/').at(-1), PolicyArn: arn }));
  return { AttachedPolicies: attached, IsTruncated: false };
}

function listRolePolicies(parameters: QueryParameters, context: CallContext): Xml {
  const names = [...inlinePolicies(roleOf(parameters, context), context.cloud.registry).keys()];
  return { PolicyNames: names, IsTruncated: false };
}

function listProviders(_parameters: QueryParameters, { account, cloud }: CallContext): Xml {
  const providers = cloud.registry.list('AWS::IAM::OIDCProvider', account);
  return { OpenIDConnectProviderList: providers.map(({ arn }) => ({ Arn: arn })) };
}

function roleOf(parameters: QueryParameters, { account, cloud }: CallContext): ExistingResource {
  const name = required(parameters, 'RoleName');
  const role = cloud.registry.list('AWS::IAM::Role', account).find(({ physicalId }) => physicalId === name);
  if (role === undefined) throw absent(`The role with name ${name} cannot be found.`);
  return role;
}

/** A policy of AWS whose document is not known here counts as absent: what it allows, nobody could say. */
function documentOf(arn: string, { cloud }: CallContext): Json {
  const document = managedPolicyDocument(arn, cloud.registry);
  if (document === undefined) throw absent(`Policy ${arn} does not exist or is not attachable.`);
  return document;
}

/** IAM writes documents URL-encoded, as RFC 3986 says. Source: IAM API reference, GetPolicyVersion (read 2026-11-30). */
function encoded(document: Json): string {
  return encodeURIComponent(typeof document === 'string' ? document : JSON.stringify(document));
}

function required(parameters: QueryParameters, name: string): string {
  const value = parameters.get(name);
  if (value === undefined || value === '') throw validationError(`1 validation error detected: ${name} is missing`);
  return value;
}

function absent(message: string): ServiceError {
  return new ServiceError('NoSuchEntity', message, 404);
}
