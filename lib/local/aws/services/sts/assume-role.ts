import type { JsonObject } from '../../../../constraints/json';
import { isObject, tryParseJson } from '../../../../constraints/json';
import type { SessionGrant } from '../../credentials';
import { grantToken, roleKey } from '../../credentials';
import { ServiceError, validationError } from '../../errors';
import { accessDenied, authorize } from '../../iam/authorize';
import { managedPolicyDocument } from '../../iam/caller-policies';
import type { AccessRequest } from '../../iam/context';
import type { QueryParameters } from '../../wire/query-parameters';
import type { Xml } from '../../wire/xml';
import type { CallContext } from '../call';

const roleArn = /^arn:aws[\w-]*:iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/;
/** Source: AWS STS API reference, AssumeRole (read 2026-11-30). */
const seconds = { least: 900, most: 43_200, usual: 3600 } as const;

/** What the API model of STS says of a text: a parameter, its name in messages, the longest one and its characters. */
interface TextBounds {
  readonly parameter: string;
  readonly most: number;
  readonly pattern: string;
}

/** Source: API model of STS in botocore 1.44.8 (2026-11). The shortest text of each has 2 characters. */
const texts: readonly TextBounds[] = [
  { parameter: 'RoleSessionName', most: 64, pattern: String.raw`[\w+=,.@-]*` },
  { parameter: 'ExternalId', most: 1224, pattern: String.raw`[\w+=,.@:\/-]*` },
  { parameter: 'SourceIdentity', most: 256, pattern: String.raw`[\w+=,.@-]*` },
];
const leastText = 2;

/**
 * AssumeRole: the role must exist, its trust policy must allow the caller under its conditions, and what the caller's own
 * policies say counts as everywhere.
 * @throws ServiceError (AccessDenied, ValidationError, MalformedPolicyDocument)
 */
export function assumeRole(parameters: QueryParameters, context: CallContext): Xml {
  const arn = parameters.get('RoleArn') ?? '';
  const session = parameters.get('RoleSessionName');
  const [, account, name] = roleArn.exec(arn) ?? [];
  if (account === undefined || name === undefined || session === undefined) {
    throw validationError(`AssumeRole needs RoleArn (got ${arn}) and RoleSessionName`);
  }
  for (const bounds of texts) checkText(parameters, bounds);
  const lifetime = lifetimeOf(parameters);
  const { cloud, caller } = context;
  if (!cloud.registry.list('AWS::IAM::Role', account).some((role) => role.arn === arn)) {
    throw accessDenied({ action: 'sts:AssumeRole', resource: arn }, caller, '(the role does not exist)');
  }
  const grant = grantOf(parameters, context);
  authorize(trustRequests(arn, session, parameters, grant), context);
  const plain =
    grant.policies === undefined && Object.keys(grant.tags).length === 0 && grant.sourceIdentity === undefined;
  const token = plain ? undefined : grantToken(grant);
  return {
    Credentials: {
      AccessKeyId: roleKey(account, name, session, token),
      SecretAccessKey: cloud.ids.fresh('secret-key'),
      SessionToken: token ?? cloud.ids.fresh('session-token'),
      Expiration: new Date(cloud.now().getTime() + lifetime * 1000),
    },
    AssumedRoleUser: {
      AssumedRoleId: `${name}:${session}`,
      Arn: `arn:aws:sts::${account}:assumed-role/${name}/${session}`,
    },
    SourceIdentity: grant.sourceIdentity,
  };
}

/** @throws ServiceError (ValidationError) in the words of the service for what a text breaks first */
function checkText(parameters: QueryParameters, { parameter, most, pattern }: TextBounds): void {
  const text = parameters.get(parameter);
  if (text === undefined) return;
  const broken =
    (text.length < leastText && `have length greater than or equal to ${leastText}`) ||
    (text.length > most && `have length less than or equal to ${most}`) ||
    (!new RegExp(`^${pattern}$`).test(text) && `satisfy regular expression pattern: ${pattern}`);
  if (broken === false) return;
  const name = parameter.charAt(0).toLowerCase() + parameter.slice(1);
  throw validationError(
    `1 validation error detected: Value '${text}' at '${name}' failed to satisfy constraint: Member must ${broken}`,
  );
}

function lifetimeOf(parameters: QueryParameters): number {
  const text = parameters.get('DurationSeconds');
  const lifetime = text === undefined ? seconds.usual : Number(text);
  if (Number.isInteger(lifetime) && lifetime >= seconds.least && lifetime <= seconds.most) return lifetime;
  throw validationError(
    `1 validation error detected: Value '${text ?? ''}' at 'durationSeconds' failed to satisfy constraint: Member must have value between ${seconds.least} and ${seconds.most}`,
  );
}

/** What the session gets from the request. Source: AWS STS API reference, AssumeRole (read 2026-11-30). */
function grantOf(parameters: QueryParameters, { cloud }: CallContext): SessionGrant {
  const inline = parameters.get('Policy');
  const named = parameters.structures('PolicyArns').flatMap((entry) => entry.get('arn') ?? []);
  const policies: readonly JsonObject[] = [
    ...(inline === undefined ? [] : [parsed(inline)]),
    ...named.map((arn) => {
      const document = managedPolicyDocument(arn, cloud.registry);
      if (isObject(document)) return document;
      throw validationError(`The session policy ${arn} is not known to the local cloud`);
    }),
  ];
  const sourceIdentity = parameters.get('SourceIdentity');
  return {
    ...(policies.length === 0 ? {} : { policies }),
    tags: Object.fromEntries(
      parameters.structures('Tags').map((tag) => [tag.get('Key') ?? '', tag.get('Value') ?? '']),
    ),
    ...(sourceIdentity === undefined ? {} : { sourceIdentity }),
  };
}

function parsed(text: string): JsonObject {
  const document = tryParseJson(text);
  if (isObject(document)) return document;
  throw new ServiceError('MalformedPolicyDocument', 'Syntax errors in policy.');
}

/** Tags and a source identity need permissions of their own, in the trust policy too. */
function trustRequests(
  resource: string,
  session: string,
  parameters: QueryParameters,
  { tags, sourceIdentity }: SessionGrant,
): readonly AccessRequest[] {
  const keys = Object.keys(tags);
  const context: AccessRequest['context'] = {
    'sts:ExternalId': parameters.get('ExternalId'),
    'sts:RoleSessionName': session,
    'sts:SourceIdentity': sourceIdentity,
    'aws:TagKeys': keys.length === 0 ? undefined : keys,
    ...Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:RequestTag/${key}`, value])),
  };
  const actions = [
    'sts:AssumeRole',
    ...(keys.length === 0 ? [] : ['sts:TagSession']),
    ...(sourceIdentity === undefined ? [] : ['sts:SetSourceIdentity']),
  ];
  return actions.map((action) => ({ action, resource, context }));
}
