import { createHash } from 'node:crypto';
import type { LocalAws } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { roleKey } from '../../../../../../lib/local/aws/credentials';
import { testAccount, testRegion } from '../../engine';
import { given, role } from '../../iam/access-fixture';
import { client } from '../../wire';

let cloud: LocalAws;
const digest = (content: string): string => `sha256:${createHash('sha256').update(content).digest('hex')}`;
const mediaType = 'application/vnd.oci.image.manifest.v1+json';
const [layer, config] = ['a layer', '{"architecture":"amd64"}'];
const manifest = (of: string = layer): string =>
  JSON.stringify({
    schemaVersion: 2,
    mediaType,
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: digest(config), size: config.length },
    layers: [{ mediaType: 'application/vnd.oci.image.layer.v1.tar', digest: digest(of), size: of.length }],
  });

/** One call to ECR as a role, or as the account. */
async function ecr(action: string, input: object, roleName?: string): Promise<Record<string, unknown>> {
  const key =
    roleName === undefined
      ? cloud.env(testAccount, testRegion)['AWS_ACCESS_KEY_ID']
      : roleKey(testAccount, roleName, 'me');
  const answer = await fetch(cloud.url, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${key ?? ''}/20261130/${testRegion}/ecr/aws4_request, SignedHeaders=host, Signature=00`,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AmazonEC2ContainerRegistry_V20150921.${action}`,
    },
    body: JSON.stringify(input),
  });
  return { status: answer.status, ...((await answer.json()) as object) };
}

/** A client of the distribution API, logged in as a role or as the account. */
async function registry(roleName?: string) {
  const { authorizationData } = await ecr('GetAuthorizationToken', {}, roleName);
  const [{ authorizationToken } = { authorizationToken: '' }] = authorizationData as { authorizationToken: string }[];
  return (method: string, path: string, body?: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(new URL(path, cloud.url), {
      method,
      headers: { authorization: `Basic ${authorizationToken}`, ...headers },
      ...(body === undefined ? {} : { body }),
    });
}

type Registry = Awaited<ReturnType<typeof registry>>;

async function pushLayer(call: Registry, name: string, content: string): Promise<number> {
  const begun = await call('POST', `/v2/${name}/blobs/uploads/`);
  const location = begun.headers.get('location') ?? '';
  const half = Math.floor(content.length / 2);
  await call('PATCH', location, content.slice(0, half), { 'content-range': `0-${half - 1}` });
  await call('PATCH', location, content.slice(half), { 'content-range': `${half}-${content.length - 1}` });
  return (await call('PUT', `${location}?digest=${digest(content)}`)).status;
}

async function push(call: Registry, name: string, tag: string, of: string = layer): Promise<Response> {
  await pushLayer(call, name, of);
  await pushLayer(call, name, config);
  return call('PUT', `/v2/${name}/manifests/${tag}`, manifest(of), { 'content-type': mediaType });
}

const repository = (name: string, properties: Readonly<Record<string, unknown>> = {}) => ({
  Type: 'AWS::ECR::Repository',
  Properties: { RepositoryName: name, ...properties },
});

beforeAll(async () => {
  cloud = await startLocalAws();
  await given(cloud, 'repositories', {
    Serving: repository('team/serving'),
    Fixed: repository('fixed', { ImageTagMutability: 'IMMUTABLE' }),
    Other: repository('other'),
    Pulls: role('pulls', [
      { Action: 'ecr:GetAuthorizationToken' },
      {
        Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchCheckLayerAvailability'],
        Resource: { 'Fn::GetAtt': ['Serving', 'Arn'] },
      },
    ]),
  });
});
afterAll(() => cloud.close());

test('an image that is pushed is pulled by tag and by digest, byte for byte', async () => {
  const call = await registry();
  const pushed = await push(call, 'team/serving', 'v1');
  expect([pushed.status, pushed.headers.get('docker-content-digest')]).toEqual([201, digest(manifest())]);
  for (const reference of ['v1', digest(manifest())]) {
    const pulled = await call('GET', `/v2/team/serving/manifests/${reference}`);
    expect([pulled.status, pulled.headers.get('content-type'), await pulled.text()]).toEqual([
      200,
      mediaType,
      manifest(),
    ]);
  }
  const head = await call('HEAD', `/v2/team/serving/blobs/${digest(layer)}`);
  expect([head.status, head.headers.get('content-length')]).toEqual([200, String(layer.length)]);
  expect(await (await call('GET', `/v2/team/serving/blobs/${digest(layer)}`)).text()).toBe(layer);
  expect(await (await call('GET', '/v2/team/serving/tags/list')).json()).toEqual({
    name: 'team/serving',
    tags: ['v1'],
  });
});

test('who is not logged in gets a challenge', async () => {
  const answer = await fetch(`${cloud.url}/v2/`);
  expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
    401,
    expect.stringContaining('Basic') as unknown,
  ]);
  const wrong = await fetch(`${cloud.url}/v2/`, { headers: { authorization: `Basic ${btoa('AWS:none')}` } });
  expect(wrong.status).toBe(401);
  expect((await (await registry())('GET', '/v2/')).status).toBe(200);
});

test.each<[string, string, string | undefined, number, string]>([
  ['GET', '/v2/none/manifests/v1', undefined, 404, 'NAME_UNKNOWN'],
  ['GET', '/v2/other/manifests/v9', undefined, 404, 'MANIFEST_UNKNOWN'],
  ['GET', '/v2/other/manifests/constructor', undefined, 404, 'MANIFEST_UNKNOWN'],
  ['GET', `/v2/other/blobs/${digest('none')}`, undefined, 404, 'BLOB_UNKNOWN'],
  ['PUT', '/v2/other/manifests/v1', manifest('never pushed'), 404, 'MANIFEST_BLOB_UNKNOWN'],
  ['PUT', '/v2/other/manifests/v1', '{', 400, 'MANIFEST_INVALID'],
  ['POST', `/v2/other/blobs/uploads/?digest=${digest('a')}`, 'b', 400, 'DIGEST_INVALID'],
  ['PATCH', '/v2/other/blobs/uploads/none', 'b', 404, 'BLOB_UPLOAD_UNKNOWN'],
  ['DELETE', `/v2/other/manifests/${digest('a')}`, undefined, 405, 'UNSUPPORTED'],
])('%s %s is refused', async (method, path, body, status, code) => {
  const answer = await (await registry())(method, path, body);
  expect([answer.status, await answer.text()]).toEqual([
    status,
    expect.stringContaining(`"code":"${code}"`) as unknown,
  ]);
});

test('a tag of an immutable repository keeps its image', async () => {
  const call = await registry();
  expect((await push(call, 'fixed', 'v1')).status).toBe(201);
  expect((await push(call, 'fixed', 'v1')).status).toBe(201);
  const again = await push(call, 'fixed', 'v1', 'another layer');
  expect([again.status, await again.text()]).toEqual([400, expect.stringContaining('TAG_INVALID') as unknown]);
  expect((await push(call, 'fixed', 'v2', 'another layer')).status).toBe(201);
});

test('a layer of another repository is mounted', async () => {
  const call = await registry();
  await pushLayer(call, 'team/serving', 'shared');
  const mounted = await call('POST', `/v2/other/blobs/uploads/?mount=${digest('shared')}&from=team/serving`);
  expect(mounted.status).toBe(201);
  expect((await call('HEAD', `/v2/other/blobs/${digest('shared')}`)).status).toBe(200);
});

test('a role pulls what its policies allow, and pushes nothing', async () => {
  await push(await registry(), 'team/serving', 'v1');
  const call = await registry('pulls');
  expect((await call('GET', '/v2/team/serving/manifests/v1')).status).toBe(200);
  const refused = await call('POST', '/v2/team/serving/blobs/uploads/');
  expect([refused.status, await refused.text()]).toEqual([
    403,
    expect.stringMatching(
      /DENIED.*not authorized to perform: ecr:InitiateLayerUpload on resource: .*repository\/team\/serving/,
    ) as unknown,
  ]);
  expect((await call('GET', '/v2/other/manifests/v1')).status).toBe(403);
  expect(await ecr('DescribeRepositories', {}, 'pulls')).toMatchObject({ __type: 'AccessDeniedException' });
});

test('the API of ECR pushes and describes the same image', async () => {
  const repositoryName = 'other';
  const upload = async (content: string) => {
    const { uploadId } = await ecr('InitiateLayerUpload', { repositoryName });
    const part = { repositoryName, uploadId, partFirstByte: 0, partLastByte: content.length - 1 };
    await ecr('UploadLayerPart', { ...part, layerPartBlob: Buffer.from(content).toString('base64') });
    return ecr('CompleteLayerUpload', { repositoryName, uploadId, layerDigests: [digest(content)] });
  };
  expect(await upload(layer)).toMatchObject({ status: 200, layerDigest: digest(layer) });
  await upload(config);
  const image = { repositoryName, imageManifest: manifest(), imageTag: 'api' };
  expect(await ecr('PutImage', image)).toMatchObject({ status: 200 });
  expect(await ecr('PutImage', image)).toMatchObject({ __type: 'ImageAlreadyExistsException' });
  const imageIds = [{ imageTag: 'api' }];
  expect(await ecr('DescribeImages', { repositoryName, imageIds })).toMatchObject({
    imageDetails: [{ imageDigest: digest(manifest()), imageTags: ['api'], imageManifestMediaType: mediaType }],
  });
  expect(await ecr('BatchGetImage', { repositoryName, imageIds: [...imageIds, { imageTag: 'none' }] })).toMatchObject({
    images: [{ imageManifest: manifest() }],
    failures: [{ failureCode: 'ImageNotFound' }],
  });
  expect(
    await ecr('BatchCheckLayerAvailability', { repositoryName, layerDigests: [digest(layer), digest('none')] }),
  ).toMatchObject({
    layers: [{ layerAvailability: 'AVAILABLE' }, { layerAvailability: 'UNAVAILABLE' }],
  });
  const { downloadUrl } = await ecr('GetDownloadUrlForLayer', { repositoryName, layerDigest: digest(layer) });
  expect(await (await fetch(String(downloadUrl))).text()).toBe(layer);
  expect(await ecr('BatchDeleteImage', { repositoryName, imageIds })).toMatchObject({
    imageIds: [{ imageTag: 'api' }],
  });
  expect(await ecr('ListImages', { repositoryName })).toMatchObject({ imageIds: [] });
});

test.each<[string, object, string]>([
  ['DescribeRepositories', { repositoryNames: ['none'] }, 'RepositoryNotFoundException'],
  ['DescribeImages', { repositoryName: 'other', imageIds: [{ imageTag: 'none' }] }, 'ImageNotFoundException'],
  ['PutImage', { repositoryName: 'other', imageManifest: manifest('never pushed') }, 'LayersNotFoundException'],
  ['UploadLayerPart', { repositoryName: 'other', uploadId: 'none', layerPartBlob: '' }, 'UploadNotFoundException'],
  ['GetDownloadUrlForLayer', { repositoryName: 'other', layerDigest: digest('none') }, 'LayersNotFoundException'],
  ['CreateRepository', { repositoryName: 'new' }, 'UnknownOperationException'],
])('%s with %j is refused with %s', async (action, input, code) => {
  expect(await ecr(action, input)).toMatchObject({ status: 400, __type: code });
});

test.each([
  [{}, 'DELETE_FAILED'],
  [{ EmptyOnDelete: true }, 'gone'],
])('a repository that holds an image, with %j, is %s when its stack is deleted', async (properties, outcome) => {
  const name = `held-${outcome.toLowerCase().replace('_', '-')}`;
  await given(cloud, name, { Repository: repository(name, properties) });
  await push(await registry(), name, 'v1');
  const { query } = client(cloud, testAccount, testRegion);
  await query('cloudformation', 'DeleteStack', { StackName: name });
  await cloud.idle();
  const { text } = await query('cloudformation', 'DescribeStacks', { StackName: name });
  expect(/<StackStatus>(.*?)</.exec(text)?.[1] ?? 'gone').toBe(outcome);
  const events = await query('cloudformation', 'DescribeStackEvents', { StackName: name });
  expect(events.text.includes('still contains images')).toBe(outcome === 'DELETE_FAILED');
});
