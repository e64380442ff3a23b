import { z } from 'zod';
import type { ImageRepository } from '../../../assets/ports';
import { OciRepository } from '../../oci';
import type { StoreResource } from './arm-resource';
import { armUrl, arrival, operationEnd } from './arm-resource';
import type { StoreClient } from './store-client';
import type { StoreSubject } from './store-error';

/** A repository of a container registry of Azure. */
export interface AcrRepository {
  /** Name of the registry. */
  readonly registry: string;
  /** Its resource id. */
  readonly id: string;
  readonly repository: string;
}

const refreshToken = z.object({ refresh_token: z.string() });
const accessToken = z.object({ access_token: z.string() });

/** Hosts are of Azure's public cloud. */
function hostOf({ registry }: AcrRepository): string {
  return `${registry}.azurecr.io`;
}

/**
 * A repository with the login of the caller. A token of Microsoft Entra becomes a token of the registry, and that one a token
 * for one repository. Source: Azure/acr, docs/AAD-OAuth.md (read 2026-12-01).
 *
 * @param right - what is done there
 */
export function acrRepository(client: StoreClient, of: AcrRepository, right: Right): ImageRepository {
  let token: Promise<string> | undefined;
  return new OciRepository({
    address: client.addresses.registry(of.registry),
    registry: hostOf(of),
    repository: of.repository,
    authorization: () => (token ??= loginOf(client, of, right)),
    send: (url, request) =>
      client.send({ method: 'GET', ...request, url, subject: subjectOf(of, roleOf(right)), answers: [404] }),
  });
}

type Right = 'pull' | 'pull,push';

function roleOf(right: Right): string {
  return right === 'pull' ? 'AcrPull' : 'AcrPush';
}

function subjectOf(of: AcrRepository, role: string): StoreSubject {
  return { place: `${hostOf(of)}/${of.repository}`, role, scope: of.id };
}

async function loginOf(client: StoreClient, of: AcrRepository, right: Right): Promise<string> {
  const subject = subjectOf(of, roleOf(right));
  const address = client.addresses.registry(of.registry);
  const service = hostOf(of);
  const form = async (path: string, fields: Readonly<Record<string, string>>): Promise<unknown> => {
    const answer = await client.send({
      method: 'POST',
      url: `${address}/oauth2/${path}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
      subject,
    });
    return answer.json();
  };
  const exchanged = await form('exchange', {
    grant_type: 'access_token',
    service,
    tenant: client.options.tenant,
    access_token: await client.tokenOf('registry'),
  });
  const scoped = await form('token', {
    grant_type: 'refresh_token',
    service,
    scope: `repository:${of.repository}:${right}`,
    refresh_token: refreshToken.parse(exchanged).refresh_token,
  });
  return `Bearer ${accessToken.parse(scoped).access_token}`;
}

/**
 * Has the registry import an image by digest, and waits for it. Nothing passes through this machine. What was imported already
 * is imported again without harm. Source: azure-rest-api-specs, Microsoft.ContainerRegistry 2023-07-01,
 * `Registries_ImportImage` (read 2026-12-01).
 *
 * @param image - `registry/repository@sha256:…`
 * @throws CodedError (AssetOperationFailed, AssetStoreBusy, AssetStoreDenied)
 */
export async function importImage(client: StoreClient, of: AcrRepository, image: string): Promise<void> {
  const [, registryUri = '', sourceImage = ''] = /^([^/]+)\/(.+)$/.exec(image) ?? [];
  const subject = subjectOf(of, 'Container Registry Data Importer and Data Reader');
  const resource: StoreResource = { type: 'Microsoft.ContainerRegistry/registries', id: of.id };
  const begun = await client.send({
    method: 'POST',
    url: armUrl(client, resource, '/importImage'),
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      source: { registryUri, sourceImage },
      untaggedTargetRepositories: [of.repository],
      mode: 'NoForce',
    }),
    audience: 'arm',
    subject,
  });
  const imported = { ...subject, place: `${subject.place} from ${image}` };
  if (await operationEnd(client, begun, imported)) return;
  // Some answers name no operation (Azure/acr#636): the registry itself is asked then.
  const digest = image.slice(image.indexOf('@') + 1);
  const repository = acrRepository(client, of, 'pull');
  await arrival(client, async () => (await repository.manifest(digest)) !== undefined, imported);
}
