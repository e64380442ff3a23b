import type { JsonObject } from '../../../../constraints/json';
import { scalarText } from '../../../../constraints/json';
import { ServiceError } from '../../errors';
import { aliasesOf, aliasOf, findFunction, findFunctionResource } from '../../functions/find-function';
import type { ExistingResource } from '../../state/registry';
import type { CallContext } from '../call';
import { inputOf, notImplemented } from './input';

/** Source: API model of Lambda in botocore 1.44.8 (2026-11), shape Alias. */
const aliasName = /^(?!\d+$)[a-zA-Z0-9-_]{1,128}$/;

/** CreateAlias. @throws ServiceError (ResourceConflictException, ResourceNotFoundException, ValidationException) */
export function createAlias(name: string, body: Buffer, context: CallContext): JsonObject {
  const input = inputOf(body);
  assertMembers('CreateAlias', input, ['Name', 'FunctionVersion', 'Description']);
  const lambda = findFunctionResource(context.cloud.registry, context, name);
  const alias = scalarText(input['Name']) ?? '';
  if (!aliasName.test(alias))
    throw new ServiceError(
      'ValidationException',
      `1 validation error detected: Value '${alias}' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)`,
    );
  const arn = `${lambda.arn}:${alias}`;
  if (aliasOf(context.cloud.registry, lambda, alias) !== undefined)
    throw new ServiceError('ResourceConflictException', `Alias already exists: ${arn}`, 409);
  const { account, region } = lambda;
  const record = { account, region, type: 'AWS::Lambda::Alias', logicalId: arn, stackId: '', physicalId: arn, arn };
  const properties = { Name: alias, FunctionName: lambda.physicalId, FunctionVersion: versionIn(input, name, context) };
  const made = { ...record, uniqueKey: undefined, properties: { ...properties, ...descriptionIn(input) } };
  context.cloud.registry.add(made);
  return view(made, lambda);
}

/** UpdateAlias: the stack does not know, so an alias of a stack drifts. @throws ServiceError (ResourceNotFoundException) */
export function updateAlias(name: string, alias: string, body: Buffer, context: CallContext): JsonObject {
  const input = inputOf(body);
  assertMembers('UpdateAlias', input, ['FunctionVersion', 'Description']);
  const { lambda, found } = requireAlias(name, alias, context);
  const version = input['FunctionVersion'] === undefined ? {} : { FunctionVersion: versionIn(input, name, context) };
  const next = { ...found, properties: { ...found.properties, ...version, ...descriptionIn(input) } };
  context.cloud.registry.add(next);
  return view(next, lambda);
}

/** GetAlias. @throws ServiceError (ResourceNotFoundException) */
export function getAlias(name: string, alias: string, context: CallContext): JsonObject {
  const { lambda, found } = requireAlias(name, alias, context);
  return view(found, lambda);
}

/** DeleteAlias; one that does not exist is deleted already. */
export function deleteAlias(name: string, alias: string, { cloud, ...place }: CallContext): void {
  const found = aliasOf(cloud.registry, findFunctionResource(cloud.registry, place, name), alias);
  if (found !== undefined) cloud.registry.remove(found);
}

/** ListAliases. @param version only those of a version */
export function listAliases(name: string, version: string | null, { cloud, ...place }: CallContext): JsonObject {
  const lambda = findFunctionResource(cloud.registry, place, name);
  const views = aliasesOf(cloud.registry, lambda).map((alias) => view(alias, lambda));
  return { Aliases: views.filter(({ FunctionVersion }) => version === null || FunctionVersion === version) };
}

function requireAlias(name: string, alias: string, { cloud, ...place }: CallContext) {
  const lambda = findFunctionResource(cloud.registry, place, name);
  const found = aliasOf(cloud.registry, lambda, alias);
  if (found !== undefined) return { lambda, found };
  throw new ServiceError('ResourceNotFoundException', `Cannot find alias arn: ${lambda.arn}:${alias}`, 404);
}

/** The version that an alias is to name. @throws ServiceError (ResourceNotFoundException) when there is none */
function versionIn(input: JsonObject, name: string, { cloud, ...place }: CallContext): string {
  const version = scalarText(input['FunctionVersion']) ?? '';
  return findFunction(cloud.registry, place, name, version).version;
}

function descriptionIn({ Description }: JsonObject): JsonObject {
  return Description === undefined ? {} : { Description };
}

function view({ properties }: ExistingResource, { arn }: ExistingResource): JsonObject {
  const alias = scalarText(properties['Name']) ?? '';
  return {
    AliasArn: `${arn}:${alias}`,
    Name: alias,
    FunctionVersion: scalarText(properties['FunctionVersion']) ?? '$LATEST',
    Description: scalarText(properties['Description']) ?? '',
  };
}

/** Refuses what is not there by name: traffic between two versions, and revisions. @throws ServiceError (NotImplemented) */
function assertMembers(action: string, input: JsonObject, known: readonly string[]): void {
  const unknown = Object.keys(input).find((key) => !known.includes(key));
  if (unknown !== undefined) throw notImplemented(`${action} with ${unknown}`);
}
