import type { JsonObject } from '../../../../constraints/json';
import { scalarText } from '../../../../constraints/json';
import { ServiceError } from '../../errors';
import { authorize } from '../../iam/authorize';
import type { Cloud } from '../../state/cloud';
import type { Bucket, StoredObject } from '../../state/objects';
import type { Table } from '../../state/table';
import type { CallContext, WireAnswer } from '../call';
import type { RestInput } from '../rest-operations';
import { jsonAnswer } from '../rest-operations';
import { keyAccess } from '../s3/access';
import { requireIndex } from '../s3vectors/vector-index';
import type { IngestionTarget } from './ingest-document';
import { metadataSuffix, vectorsOfDocument } from './ingest-document';
import { requireBase, requireSource, roleOf } from './knowledge-bases';

/** Counts of a job. Source of the names: API model of Agents for Amazon Bedrock in botocore (2026-11). */
interface Statistics {
  readonly numberOfDocumentsScanned: number;
  readonly numberOfMetadataDocumentsScanned: number;
  readonly numberOfNewDocumentsIndexed: number;
  readonly numberOfModifiedDocumentsIndexed: number;
  readonly numberOfDocumentsDeleted: number;
  readonly numberOfDocumentsFailed: number;
}

/** A job; a record is replaced, never changed. */
interface Job {
  readonly id: string;
  readonly baseId: string;
  readonly sourceId: string;
  readonly description: string | undefined;
  readonly status: 'STARTING' | 'IN_PROGRESS' | 'COMPLETE' | 'FAILED';
  readonly statistics: Statistics;
  readonly failureReasons: readonly string[];
  readonly startedAt: Date;
  readonly updatedAt: Date;
}

/** A document in the index: what it was made from, and the keys of its vectors. */
interface IngestedDocument {
  readonly version: string;
  readonly vectorKeys: readonly string[];
}

const nothing: Statistics = {
  numberOfDocumentsScanned: 0,
  numberOfMetadataDocumentsScanned: 0,
  numberOfNewDocumentsIndexed: 0,
  numberOfModifiedDocumentsIndexed: 0,
  numberOfDocumentsDeleted: 0,
  numberOfDocumentsFailed: 0,
};

/** Jobs that run in this process: a job of the state folder that is not among them ended with the process before. */
const running = new WeakMap<Cloud, Set<string>>();

function runningIn(cloud: Cloud): Set<string> {
  const known = running.get(cloud) ?? new Set<string>();
  running.set(cloud, known);
  return known;
}

function jobsOf({ cloud, account, region }: CallContext): Table<Job> {
  return cloud.ledger.table<Job>(`ingestion-jobs/${account}/${region}`);
}

/** StartIngestionJob: the job runs after the answer. A knowledge base has one job at a time. */
export function startIngestionJob({ path, body }: RestInput, context: CallContext): WireAnswer {
  const { cloud } = context;
  const base = requireBase(path['knowledgeBaseId'] ?? '', context);
  const source = requireSource(base.id, path['dataSourceId'] ?? '', context);
  if (base.indexArn === undefined || source.bucket === undefined)
    throw new ServiceError(
      'NotImplemented',
      'The local cloud ingests documents of S3 into indexes of S3 Vectors; other sources and stores are declared and checked only',
      501,
    );
  const target: IngestionTarget = { base, source, index: requireIndex(base.indexArn, cloud), model: cloud.model };
  const ongoing = [...jobsOf(context).values()].find(
    (job) => job.baseId === base.id && shown(job, cloud).status.match(/^(?:STARTING|IN_PROGRESS)$/) !== null,
  );
  if (ongoing !== undefined)
    throw new ServiceError(
      'ConflictException',
      `There is an ongoing ingestion job for knowledge base ${base.id}: ${ongoing.id} of data source ${ongoing.sourceId}`,
      409,
    );
  const now = cloud.now();
  const job: Job = {
    id: cloud.ids.upper(cloud.ids.fresh('ingestion-job'), 10),
    baseId: base.id,
    sourceId: source.id,
    description: scalarText(body['description']),
    status: 'STARTING',
    statistics: nothing,
    failureReasons: [],
    startedAt: now,
    updatedAt: now,
  };
  jobsOf(context).set(job.id, job);
  runningIn(cloud).add(job.id);
  void cloud.functions.track(run(job, target, context));
  return jsonAnswer({ ingestionJob: view(job) }, 202);
}

/** GetIngestionJob. */
export function getIngestionJob({ path }: RestInput, context: CallContext): JsonObject {
  const job = jobsOf(context).get(path['ingestionJobId'] ?? '');
  if (job === undefined || job.baseId !== path['knowledgeBaseId'] || job.sourceId !== path['dataSourceId'])
    throw new ServiceError(
      'ResourceNotFoundException',
      `Ingestion job ${path['ingestionJobId'] ?? ''} is not found`,
      404,
    );
  return { ingestionJob: view(shown(job, context.cloud)) };
}

/** ListIngestionJobs, the newest first. */
export function listIngestionJobs({ path }: RestInput, context: CallContext): JsonObject {
  const source = requireSource(path['knowledgeBaseId'] ?? '', path['dataSourceId'] ?? '', context);
  const jobs = [...jobsOf(context).values()].filter(({ sourceId }) => sourceId === source.id);
  return {
    ingestionJobSummaries: jobs.toReversed().map((job) => {
      // A summary has no reasons of failure.
      return view({ ...shown(job, context.cloud), failureReasons: [] });
    }),
  };
}

/** A job as it is now: one that ended with the process before has failed. */
function shown(job: Job, cloud: Cloud): Job {
  if (job.status === 'COMPLETE' || job.status === 'FAILED' || runningIn(cloud).has(job.id)) return job;
  return { ...job, status: 'FAILED', failureReasons: ['The local cloud ended during the job: start another one'] };
}

function view(job: Job): JsonObject {
  return {
    knowledgeBaseId: job.baseId,
    dataSourceId: job.sourceId,
    ingestionJobId: job.id,
    ...(job.description === undefined ? {} : { description: job.description }),
    status: job.status,
    statistics: { ...job.statistics },
    ...(job.failureReasons.length === 0 ? {} : { failureReasons: job.failureReasons }),
    startedAt: job.startedAt.toISOString(),
    updatedAt: job.updatedAt.toISOString(),
  };
}

/** Documents between two turns of the event loop. */
const documentsPerTurn = 20;

async function run(job: Job, target: IngestionTarget, context: CallContext): Promise<void> {
  const { cloud } = context;
  const jobs = jobsOf(context);
  let current: Job = { ...job, status: 'IN_PROGRESS' };
  const save = (change: Partial<Job>): void => {
    current = { ...current, ...change, updatedAt: cloud.now() };
    jobs.set(job.id, current);
  };
  try {
    await turn();
    save({});
    for await (const { counts, problem } of ingest(target, context)) {
      save({
        statistics: added(current.statistics, counts),
        failureReasons: problem === undefined ? current.failureReasons : [...current.failureReasons, problem],
      });
    }
    save({ status: 'COMPLETE' });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    save({ status: 'FAILED', failureReasons: [...current.failureReasons, why] });
  } finally {
    runningIn(cloud).delete(job.id);
    if (cloud.ledger.lasting) cloud.ledger.soon();
  }
}

/** What one document adds to the counts of its job. */
interface DocumentResult {
  readonly counts: Partial<Statistics>;
  readonly problem?: string;
}

async function* ingest(target: IngestionTarget, context: CallContext): AsyncGenerator<DocumentResult> {
  const { source, index } = target;
  const bucket = authorizedBucket(target, context);
  const known = context.cloud.ledger.table<IngestedDocument>(`ingested/${source.id}`);
  const inside = [...bucket.objects.keys()].filter(
    (key) =>
      !key.endsWith('/') && (source.prefixes.length === 0 || source.prefixes.some((prefix) => key.startsWith(prefix))),
  );
  const documents = inside.filter((key) => !key.endsWith(metadataSuffix));
  yield { counts: { numberOfMetadataDocumentsScanned: inside.length - documents.length } };
  for (const [place, key] of documents.entries()) {
    if (place % documentsPerTurn === 0) await turn();
    yield await ingestOne(key, bucket, known, { target, context });
  }
  const there = new Set(documents);
  for (const [key, { vectorKeys }] of [...known.entries()]) {
    if (there.has(key)) continue;
    for (const vector of vectorKeys) index.vectors.delete(vector);
    known.delete(key);
    yield { counts: { numberOfDocumentsDeleted: 1 } };
  }
}

async function ingestOne(
  key: string,
  bucket: Bucket,
  known: Table<IngestedDocument>,
  { target, context }: { readonly target: IngestionTarget; readonly context: CallContext },
): Promise<DocumentResult> {
  const document = bucket.objects.get(key);
  if (document === undefined) return { counts: {} };
  const metadataFile = bucket.objects.get(`${key}${metadataSuffix}`);
  const before = known.get(key);
  const version = versionOf(document, metadataFile);
  if (before?.version === version) return { counts: { numberOfDocumentsScanned: 1 } };
  try {
    authorizeReading(key, target, context);
  } catch (error) {
    return failed(key, error instanceof Error ? error.message : String(error));
  }
  const result = await vectorsOfDocument(document, metadataFile, target);
  if ('problem' in result) return failed(key, result.problem);
  const { vectors } = target.index;
  for (const vector of before?.vectorKeys ?? []) vectors.delete(vector);
  for (const vector of result.vectors) vectors.set(vector.key, vector);
  known.set(key, { version, vectorKeys: result.vectors.map((vector) => vector.key) });
  return {
    counts: {
      numberOfDocumentsScanned: 1,
      ...(before === undefined ? { numberOfNewDocumentsIndexed: 1 } : { numberOfModifiedDocumentsIndexed: 1 }),
    },
  };
}

function failed(key: string, problem: string): DocumentResult {
  return {
    counts: { numberOfDocumentsScanned: 1, numberOfDocumentsFailed: 1 },
    problem: `Encountered error: ${problem} [file: ${key}]`,
  };
}

function versionOf(document: StoredObject, metadataFile: StoredObject | undefined): string {
  return `${document.etag} ${metadataFile?.etag ?? ''}`;
}

/** The bucket of a source, when the role may list it, embed and write vectors. @throws ServiceError (AccessDenied) */
function authorizedBucket({ base, source, index }: IngestionTarget, context: CallContext): Bucket {
  const as = { ...context, caller: roleOf(base) };
  const bucketArn = `arn:aws:s3:::${source.bucket ?? ''}`;
  const prefixes = source.prefixes.length === 0 ? [''] : source.prefixes;
  authorize(
    [
      ...prefixes.map((prefix) => ({ action: 's3:ListBucket', resource: bucketArn, context: { 's3:prefix': prefix } })),
      { action: 'bedrock:InvokeModel', resource: base.embeddingModelArn },
      { action: 's3vectors:PutVectors', resource: index.arn },
    ],
    as,
  );
  const bucket = context.cloud.buckets.get(source.bucket ?? '');
  if (bucket !== undefined) return bucket;
  throw new ServiceError('ValidationException', `The bucket ${source.bucket ?? ''} does not exist`);
}

function authorizeReading(key: string, { base, source }: IngestionTarget, context: CallContext): void {
  const as = { ...context, caller: roleOf(base) };
  const bucket = source.bucket ?? '';
  authorize(
    [{ action: 's3:GetObject', resource: `arn:aws:s3:::${bucket}/${key}` }, ...keyAccess('GetObject', bucket, as)],
    as,
  );
}

function added(left: Statistics, right: Partial<Statistics>): Statistics {
  return {
    numberOfDocumentsScanned: left.numberOfDocumentsScanned + (right.numberOfDocumentsScanned ?? 0),
    numberOfMetadataDocumentsScanned:
      left.numberOfMetadataDocumentsScanned + (right.numberOfMetadataDocumentsScanned ?? 0),
    numberOfNewDocumentsIndexed: left.numberOfNewDocumentsIndexed + (right.numberOfNewDocumentsIndexed ?? 0),
    numberOfModifiedDocumentsIndexed:
      left.numberOfModifiedDocumentsIndexed + (right.numberOfModifiedDocumentsIndexed ?? 0),
    numberOfDocumentsDeleted: left.numberOfDocumentsDeleted + (right.numberOfDocumentsDeleted ?? 0),
    numberOfDocumentsFailed: left.numberOfDocumentsFailed + (right.numberOfDocumentsFailed ?? 0),
  };
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
