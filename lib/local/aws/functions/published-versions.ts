import type { JsonObject } from '../../../constraints/json';
import { isObject, sameJson, scalarText } from '../../../constraints/json';
import type { Ledger } from '../state/ledger';
import type { ExistingResource, Registry } from '../state/registry';

/** Type of the record of a published version, whoever published it. No template can name it. */
const published = 'published-version';

/** Where versions are kept. */
interface Kept {
  readonly registry: Registry;
  readonly ledger: Ledger;
}

/** A version of a function: its code and settings as they were when it was published. */
export interface PublishedVersion {
  readonly number: string;
  readonly description: string;
  /** ARN with the number. */
  readonly arn: string;
  /** The function as it was. */
  readonly function: JsonObject;
}

/** The versions of a function that exist, oldest first. */
export function publishedVersions(
  registry: Registry,
  { account, region, arn }: ExistingResource,
): readonly PublishedVersion[] {
  return registry
    .list(published, account, region)
    .filter((record) => record.arn === arn)
    .map(({ physicalId, properties }) => ({
      number: physicalId.slice(arn.length + 1),
      description: scalarText(properties['Description']) ?? '',
      arn: physicalId,
      function: isObject(properties['Function']) ? properties['Function'] : {},
    }));
}

/**
 * Publishes the function as it is. When it is as its newest version is, there is no new one. Numbers are never used twice,
 * even for a function that was deleted and made again. Source: AWS Lambda Developer Guide, "Manage Lambda function versions";
 * API reference, PublishVersion (read 2026-11-30).
 * @returns the version, and whether it is new
 */
export function publishVersion(
  lambda: ExistingResource,
  description: string,
  { registry, ledger }: Kept,
): { readonly version: PublishedVersion; readonly fresh: boolean } {
  const { account, region, arn, properties } = lambda;
  const newest = publishedVersions(registry, lambda).at(-1);
  if (newest !== undefined && sameJson(settingsOf(newest.function), settingsOf(properties)))
    return { version: newest, fresh: false };
  const numbers = ledger.table<number>('lambda-version-numbers');
  const next = (numbers.get(arn) ?? 0) + 1;
  numbers.set(arn, next);
  const physicalId = `${arn}:${next}`;
  const record = { account, region, type: published, logicalId: physicalId, stackId: '', physicalId, arn };
  const content = { Description: description, Function: properties };
  registry.add({ ...record, uniqueKey: undefined, properties: content });
  return { version: { number: String(next), description, arn: physicalId, function: properties }, fresh: true };
}

/** Deletes a version. @param arn with its number */
export function unpublish(
  { account, region }: Pick<ExistingResource, 'account' | 'region'>,
  arn: string,
  { registry }: Pick<Kept, 'registry'>,
): void {
  const record = registry.list(published, account, region).find(({ physicalId }) => physicalId === arn);
  if (record !== undefined) registry.remove(record);
}

/** What a version holds. Tags and reserved concurrency are of the function as a whole. */
function settingsOf(properties: JsonObject): JsonObject {
  const ofTheWhole = ['Tags', 'ReservedConcurrentExecutions'];
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !ofTheWhole.includes(name)));
}
