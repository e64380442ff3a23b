import { basename } from 'node:path';
import type { Json, JsonObject } from '../../../constraints/json';
import { isList, isObject, scalarText } from '../../../constraints/json';
import { listAt, textAt } from '../../../constraints/value';
import type { Made } from '../cloudformation/deployed';
import { CodeFailure, filesOf } from '../functions/code-folder';
import { nextVersionId, write } from '../services/s3/versioning';
import type { Cloud } from '../state/cloud';
import type { Bucket } from '../state/objects';
import { plainObject } from '../state/objects';
import type { ExistingResource } from '../state/registry';
import { withMarkers } from './deployment-markers';
import type { FunctionModel } from './function-model';
import { ResourceFailure } from './provider';
import { contentType, syncFilter } from './sync-rules';

/**
 * `BucketDeployment`: what its Python function does with `aws s3 sync` (aws-cdk-lib 2.276.0,
 * aws-s3-deployment/bucket-deployment-handler).
 */
export const bucketDeployment: FunctionModel = {
  what: 'copies the files of its sources into the bucket as its Python function documents; CloudFront is not invalidated',
  create: (resource, cloud) => {
    deploy(resource, cloud);
    const id = cloud.ids.uuid(`${resource.stackId}|${resource.logicalId}|deployment`);
    return { physicalId: `aws.cdk.s3deployment.${id}`, ...answered(resource.properties) };
  },
  update: (resource, before, cloud) => {
    const moved = destination(before) !== destination(resource.properties);
    if (!retains(resource.properties) && moved) empty(before, cloud);
    deploy(resource, cloud);
    return answered(resource.properties);
  },
  remove: ({ properties }, cloud) => {
    if (!retains(properties) && !owned(properties, cloud)) empty(properties, cloud);
  },
};

function flag(properties: JsonObject, name: string, otherwise: boolean): boolean {
  return (scalarText(properties[name]) ?? String(otherwise)).toLowerCase() === 'true';
}

function retains(properties: JsonObject): boolean {
  return flag(properties, 'RetainOnDelete', true);
}

function prefixOf(properties: JsonObject): string {
  const prefix = scalarText(properties['DestinationBucketKeyPrefix']) ?? '';
  return prefix === '/' ? '' : prefix;
}

/** Where its objects begin: `aws s3 sync` ends a prefix with one slash. */
function destinationKey(properties: JsonObject): string {
  const prefix = prefixOf(properties);
  return prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`;
}

function destination(properties: JsonObject): string {
  return `${textAt(properties, 'DestinationBucketName') ?? ''}/${prefixOf(properties)}`;
}

function answered(properties: JsonObject): Made {
  const keys = properties['SourceObjectKeys'];
  return {
    attributes: {
      DestinationBucketArn: properties['DestinationBucketArn'] ?? null,
      SourceObjectKeys: isList(keys) && flag(properties, 'OutputObjectKeys', true) ? keys : [],
    },
  };
}

/** The words in which the function passes on that the AWS CLI failed. */
function failed(command: string, why: string): ResourceFailure {
  return new ResourceFailure(
    `Received response status [FAILED] from custom resource. Message returned: Command '['/opt/awscli/aws', 's3', ${command}]' returned non-zero exit status 1. (${why})`,
  );
}

function destinationBucket(properties: JsonObject, cloud: Cloud): Bucket {
  const name = textAt(properties, 'DestinationBucketName') ?? '';
  const bucket = cloud.buckets.get(name);
  if (bucket === undefined) throw failed(`'sync', 's3://${destination(properties)}'`, `there is no bucket ${name}`);
  return bucket;
}

/** The files of every source, a later source over an earlier one. */
function sources(properties: JsonObject, cloud: Cloud): ReadonlyMap<string, Buffer> {
  const names = listAt(properties, 'SourceBucketNames');
  const keys = listAt(properties, 'SourceObjectKeys');
  const markers = listAt(properties, 'SourceMarkers');
  const configs = listAt(properties, 'SourceMarkersConfig');
  const files = new Map<string, Buffer>();
  for (const [index, value] of keys.entries()) {
    const [name, key] = [scalarText(names[index]) ?? '', scalarText(value) ?? ''];
    const body = cloud.buckets.get(name)?.objects.get(key)?.body;
    if (body === undefined) throw failed(`'cp', 's3://${name}/${key}'`, 'there is no such object');
    if (!flag(properties, 'Extract', true)) {
      files.set(basename(key), body);
      continue;
    }
    const config = { markers: objectOf(markers[index]), config: objectOf(configs[index]) };
    for (const [path, content] of unzipped(body, `${name}/${key}`)) files.set(path, withMarkers(content, config));
  }
  return files;
}

function unzipped(body: Buffer, place: string): readonly (readonly [string, Buffer])[] {
  try {
    return [...filesOf(body)].map(([path, content]) => [path, Buffer.from(content)]);
  } catch (error) {
    if (!(error instanceof CodeFailure)) throw error;
    throw new ResourceFailure(
      `Received response status [FAILED] from custom resource. Message returned: File is not a zip file (${place})`,
    );
  }
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function deploy({ properties }: ExistingResource, cloud: Cloud): void {
  const bucket = destinationBucket(properties, cloud);
  const base = destinationKey(properties);
  const takes = syncFilter(listAt(properties, 'Exclude'), listAt(properties, 'Include'));
  const files = sources(properties, cloud);
  const system = lowered(properties, 'SystemMetadata');
  const metadata = lowered(properties, 'UserMetadata');
  for (const [path, body] of files) {
    if (!takes(path)) continue;
    const key = base + path;
    const headers = new Map(system);
    const type = contentType(path);
    if (!headers.has('content-type') && type !== undefined) headers.set('content-type', type);
    const versionId = nextVersionId(bucket, cloud);
    write(bucket, { ...plainObject(key, body, cloud.now()), versionId, headers, metadata });
  }
  if (!flag(properties, 'Prune', true)) return;
  // A filter guards what is there as well: `--delete` leaves what `--exclude` names.
  for (const key of [...bucket.objects.keys()]) {
    const path = key.slice(base.length);
    if (key.startsWith(base) && !files.has(path) && takes(path)) bucket.objects.delete(key);
  }
}

function lowered(properties: JsonObject, name: string): ReadonlyMap<string, string> {
  const entries = Object.entries(objectOf(properties[name]));
  return new Map(entries.map(([key, value]) => [key.toLowerCase(), scalarText(value) ?? '']));
}

function empty(properties: JsonObject, cloud: Cloud): void {
  const bucket = cloud.buckets.get(textAt(properties, 'DestinationBucketName') ?? '');
  const base = destinationKey(properties);
  for (const key of [...(bucket?.objects.keys() ?? [])]) if (key.startsWith(base)) bucket?.objects.delete(key);
}

/** Whether another deployment has taken the place over, which it says in a tag of the bucket. */
function owned(properties: JsonObject, cloud: Cloud): boolean {
  const name = textAt(properties, 'DestinationBucketName') ?? '';
  const account = cloud.buckets.get(name)?.account;
  if (account === undefined) return false;
  const prefix = prefixOf(properties);
  const tag = prefix === '' ? 'aws-cdk:cr-owned' : `aws-cdk:cr-owned:${prefix}`;
  const resource = cloud.registry.list('AWS::S3::Bucket', account).find(({ physicalId }) => physicalId === name);
  return listAt(resource?.properties, 'Tags').some((entry) => textAt(entry, 'Key')?.startsWith(tag) === true);
}
