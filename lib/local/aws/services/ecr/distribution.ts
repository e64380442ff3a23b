import { ServiceError } from '../../errors';
import { authorize } from '../../iam/authorize';
import type { CallContext, ServiceCall, WireAnswer, WireRequest } from '../call';
import { cachedRepository } from './pull-through-cache';
import type { Repository } from './store';
import {
  addPart,
  beginUpload,
  completeUpload,
  mediaTypeOf,
  putManifest,
  repositoryNamed,
  requireUpload,
} from './store';

/** A request to the registry, as its path names it. */
interface RegistryRequest {
  readonly request: WireRequest;
  readonly url: URL;
  readonly name: string;
  /** Digest, tag or upload id. */
  readonly reference: string;
}

type Answer = (request: RegistryRequest, repository: Repository, context: CallContext) => WireAnswer;

interface Operation {
  readonly action: string;
  /** Actions of ECR that the caller needs. Source: Amazon ECR User Guide, "IAM permissions for pushing and pulling" (read 2026-11-30). */
  readonly needs: readonly string[];
  readonly answer: Answer;
}

/** Source: OCI distribution specification 1.1, "Endpoints". ECR deletes through its own API only. */
const operations: Readonly<Record<string, Operation>> = {
  'GET manifests': { action: 'PullManifest', needs: ['BatchGetImage'], answer: getManifest },
  'HEAD manifests': { action: 'HeadManifest', needs: ['BatchGetImage'], answer: getManifest },
  'PUT manifests': { action: 'PushManifest', needs: ['PutImage'], answer: pushManifest },
  'GET blobs': { action: 'PullLayer', needs: ['GetDownloadUrlForLayer'], answer: getLayer },
  'HEAD blobs': { action: 'HeadLayer', needs: ['BatchCheckLayerAvailability'], answer: getLayer },
  'POST uploads': { action: 'BeginUpload', needs: ['InitiateLayerUpload'], answer: begin },
  'PATCH uploads': { action: 'UploadPart', needs: ['UploadLayerPart'], answer: upload },
  'PUT uploads': { action: 'CompleteUpload', needs: ['CompleteLayerUpload'], answer: complete },
  'GET uploads': { action: 'GetUpload', needs: ['UploadLayerPart'], answer: progress },
  'GET tags': { action: 'ListTags', needs: ['ListImages'], answer: listTags },
};

const paths = [
  /^\/v2\/(?<name>.+)\/(?<kind>manifests)\/(?<reference>[^/]+)$/,
  /^\/v2\/(?<name>.+)\/blobs\/(?<kind>uploads)\/?(?<reference>[^/]*)$/,
  /^\/v2\/(?<name>.+)\/(?<kind>blobs)\/(?<reference>[^/]+)$/,
  /^\/v2\/(?<name>.+)\/(?<kind>tags)\/list$/,
];

/** Whether a path is of the distribution API; no bucket has a name of two letters. */
export function isRegistryPath({ pathname }: URL): boolean {
  return pathname === '/v2' || pathname.startsWith('/v2/');
}

/** Reads a request of the distribution API, which pushes and pulls images. */
export function registryCall(request: WireRequest, url: URL): ServiceCall {
  const found = paths.map((path) => path.exec(url.pathname)?.groups).find((groups) => groups !== undefined);
  const { name = '', kind = '', reference = '' } = found ?? {};
  const operation = operations[`${request.method} ${kind}`];
  return {
    service: 'ecr',
    action: operation?.action ?? `${request.method} ${url.pathname}`,
    resource: name === '' ? undefined : `${name}${reference === '' ? '' : `@${reference}`}`,
    answer: (context) => {
      if (url.pathname === '/v2/' || url.pathname === '/v2') return { status: 200, headers: version, body: '{}' };
      if (operation === undefined) throw new ServiceError('UNSUPPORTED', 'The operation is unsupported.', 405);
      const { account, region, cloud } = context;
      const arn = `arn:aws:ecr:${region}:${account}:repository/${name}`;
      authorize(
        operation.needs.map((action) => ({ action: `ecr:${action}`, resource: arn })),
        context,
      );
      const repository =
        repositoryNamed(cloud, account, region, name) ??
        (operation.answer === getManifest ? cachedRepository(name, context) : undefined);
      if (repository === undefined) {
        throw new ServiceError(
          'NAME_UNKNOWN',
          `The repository with name '${name}' does not exist in the registry with id '${account}'`,
          404,
        );
      }
      return operation.answer({ request, url, name, reference: decodeURIComponent(reference) }, repository, context);
    },
    refusal: (error) => refusal(error, request.method),
  };
}

const version = { 'docker-distribution-api-version': 'registry/2.0', 'content-type': 'application/json' };

/** Codes of the specification for errors of ECR. Source: OCI distribution specification 1.1, "Error Codes". */
const codes: Readonly<Record<string, readonly [string, number]>> = {
  AccessDenied: ['DENIED', 403],
  ImageTagAlreadyExistsException: ['TAG_INVALID', 400],
  InvalidLayerException: ['DIGEST_INVALID', 400],
  InvalidParameterException: ['MANIFEST_INVALID', 400],
  LayersNotFoundException: ['MANIFEST_BLOB_UNKNOWN', 404],
  ReferencedImagesNotFoundException: ['MANIFEST_BLOB_UNKNOWN', 404],
  UploadNotFoundException: ['BLOB_UPLOAD_UNKNOWN', 404],
};

function refusal(error: ServiceError, method: string): WireAnswer {
  const [code, status] = codes[error.code] ?? [error.code, error.status];
  const challenge = status === 401 ? { 'www-authenticate': 'Basic realm="ecr", service="ecr.amazonaws.com"' } : {};
  return {
    status,
    headers: { ...version, ...challenge },
    body: method === 'HEAD' ? '' : JSON.stringify({ errors: [{ code, message: error.message }] }),
  };
}

/** The refusal of a request without a login of this cloud. */
export function unauthorized(): ServiceError {
  return new ServiceError(
    'UNAUTHORIZED',
    'Not Authorized: the password of docker login is the one that GetAuthorizationToken gives',
    401,
  );
}

function getManifest({ request, reference }: RegistryRequest, { manifests, tags }: Repository): WireAnswer {
  const manifest = manifests.get(reference.startsWith('sha256:') ? reference : (tags.get(reference) ?? ''));
  if (manifest === undefined) throw new ServiceError('MANIFEST_UNKNOWN', 'Requested image not found', 404);
  return content(request, Buffer.from(manifest.text), manifest.digest, manifest.mediaType);
}

function getLayer({ request, reference }: RegistryRequest, { layers }: Repository): WireAnswer {
  const layer = layers.get(reference);
  if (layer === undefined) throw new ServiceError('BLOB_UNKNOWN', 'blob unknown to registry', 404);
  return content(request, layer, reference, 'application/octet-stream');
}

function content({ method }: WireRequest, body: Buffer, digest: string, type: string): WireAnswer {
  return {
    status: 200,
    headers: {
      ...version,
      'content-type': type,
      'content-length': String(body.length),
      'docker-content-digest': digest,
    },
    body: method === 'HEAD' ? '' : body,
  };
}

function pushManifest(
  { request, name, reference }: RegistryRequest,
  repository: Repository,
  { cloud }: CallContext,
): WireAnswer {
  const text = request.body.toString('utf8');
  const tag = reference.startsWith('sha256:') ? undefined : reference;
  const mediaType = mediaTypeOf(text, request.headers['content-type']);
  const stored = putManifest(repository, text, { mediaType, tag }, cloud);
  if (tag === undefined && stored.digest !== reference) {
    repository.manifests.delete(stored.digest);
    throw new ServiceError('DIGEST_INVALID', `provided digest did not match uploaded content: ${stored.digest}`);
  }
  return created(`/v2/${name}/manifests/${stored.digest}`, stored.digest);
}

function created(location: string, digest: string): WireAnswer {
  return { status: 201, headers: { ...version, location, 'docker-content-digest': digest }, body: '' };
}

/** An upload in one request, one of a layer that another repository has, or the first of several requests. */
function begin(asked: RegistryRequest, repository: Repository, context: CallContext): WireAnswer {
  const { url, name, request } = asked;
  const { cloud, account, region } = context;
  const [mount, from] = [url.searchParams.get('mount'), url.searchParams.get('from')];
  const source = from === null ? undefined : repositoryNamed(cloud, account, region, from);
  const mounted = mount === null ? undefined : (source?.layers.get(mount) ?? repository.layers.get(mount));
  if (mount !== null && mounted !== undefined) {
    const resource = `arn:aws:ecr:${region}:${account}:repository/${from ?? name}`;
    authorize([{ action: 'ecr:BatchCheckLayerAvailability', resource }], context);
    repository.layers.set(mount, mounted);
    return created(`/v2/${name}/blobs/${mount}`, mount);
  }
  const id = beginUpload(repository, cloud);
  const digest = url.searchParams.get('digest');
  if (digest === null) return accepted(name, id, 0);
  addPart(id, repository, request.body, cloud);
  completeUpload(id, repository, digest, cloud);
  return created(`/v2/${name}/blobs/${digest}`, digest);
}

function accepted(name: string, id: string, received: number): WireAnswer {
  const headers = {
    ...version,
    location: `/v2/${name}/blobs/uploads/${id}`,
    range: `0-${Math.max(0, received - 1)}`,
    'docker-upload-uuid': id,
  };
  return { status: 202, headers, body: '' };
}

/** A part must follow the one before. */
function upload(
  { request, name, reference }: RegistryRequest,
  repository: Repository,
  { cloud }: CallContext,
): WireAnswer {
  const before = bytesOf(requireUpload(reference, repository, cloud).parts);
  const start = /^(?:bytes )?(\d+)-/.exec(request.headers['content-range'] ?? '')?.[1];
  if (start !== undefined && Number(start) !== before) {
    throw new ServiceError('BLOB_UPLOAD_INVALID', `The next byte of the upload is ${before}, not ${start}`, 416);
  }
  return accepted(name, reference, addPart(reference, repository, request.body, cloud));
}

function progress({ name, reference }: RegistryRequest, repository: Repository, { cloud }: CallContext): WireAnswer {
  return { ...accepted(name, reference, bytesOf(requireUpload(reference, repository, cloud).parts)), status: 204 };
}

function bytesOf(parts: readonly Buffer[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

function complete(
  { request, url, name, reference }: RegistryRequest,
  repository: Repository,
  { cloud }: CallContext,
): WireAnswer {
  const digest = url.searchParams.get('digest') ?? '';
  if (request.body.length > 0) addPart(reference, repository, request.body, cloud);
  completeUpload(reference, repository, digest, cloud);
  return created(`/v2/${name}/blobs/${digest}`, digest);
}

function listTags({ name }: RegistryRequest, { tags }: Repository): WireAnswer {
  return { status: 200, headers: version, body: JSON.stringify({ name, tags: [...tags.keys()].sort() }) };
}
