import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { StoreResource } from './arm-resource';
import { armUrl, operationEnd } from './arm-resource';
import type { BlobPlace } from './blob-prefix';
import { BlobPrefix } from './blob-prefix';
import type { StoreClient } from './store-client';
import type { StoreSubject } from './store-error';

/** A version of a model in a registry of Azure Machine Learning. */
export interface ModelVersionName {
  /** Name of the registry. */
  readonly registry: string;
  /** Its resource id. */
  readonly id: string;
  readonly name: string;
  /** A whole number, as the tools of Azure Machine Learning write versions. */
  readonly version: string;
}

/** A version as the registry has it. */
export interface RegisteredModel {
  readonly tags: Readonly<Record<string, string>>;
  /** Where its files are. */
  readonly modelUri: string;
}

const registered = z.object({
  properties: z.object({
    modelUri: z.string(),
    tags: z.record(z.string(), z.string()).nullish(),
  }),
});
const reference = z.object({
  blobReferenceForConsumption: z.object({
    blobUri: z.string(),
    credential: z.object({ sasUri: z.string().optional() }).optional(),
  }),
});

/**
 * A version of a model. Its files lie in the registry's own storage, which a signature of the registry opens; the version is
 * registered after them and is never changed. Source: azure-rest-api-specs, Microsoft.MachineLearningServices 2024-04-01,
 * `RegistryModelVersions_*` and `RegistryDataReferences_GetBlobReferenceSAS` (read 2026-12-01).
 */
export class ModelVersion {
  private readonly resource: StoreResource;
  private readonly subject: StoreSubject;

  constructor(
    private readonly client: StoreClient,
    private readonly of: ModelVersionName,
  ) {
    this.resource = { type: 'Microsoft.MachineLearningServices/registries', id: of.id };
    this.subject = { place: this.uri, role: 'AzureML Registry User', scope: of.id };
  }

  get uri(): string {
    const { registry, name, version } = this.of;
    return `azureml://registries/${registry}/models/${name}/versions/${version}`;
  }

  /** @returns undefined where there is no such version */
  async registered(): Promise<RegisteredModel | undefined> {
    const answer = await this.client.send({
      method: 'GET',
      url: this.url(),
      audience: 'arm',
      subject: this.subject,
      answers: [404],
    });
    if (answer.status === 404) {
      await answer.body?.cancel();
      return undefined;
    }
    const { properties } = registered.parse(await answer.json());
    return { modelUri: properties.modelUri, tags: properties.tags ?? {} };
  }

  /** The files of a registered version. Nothing is written there. */
  files({ modelUri }: RegisteredModel): BlobPrefix {
    return this.prefix(async () => {
      const { registry, name, version } = this.of;
      const assetId = `azureml://registries/${registry}/models/${name}/versions/${version}`;
      return signedPlace(
        await this.reference(`/datareferences/${name}/versions/${version}`, { assetId, blobUri: modelUri }),
      );
    });
  }

  /**
   * Where the files of a version are uploaded before it is registered.
   *
   * @param content - what tells uploads of different files apart: the same content is continued in the same place
   */
  upload(content: string): { readonly files: BlobPrefix; readonly uri: () => Promise<string> } {
    let begun: Promise<BlobReference> | undefined;
    const begin = (): Promise<BlobReference> =>
      (begun ??= this.reference(`${this.path()}/startPendingUpload`, {
        pendingUploadId: uploadId([this.uri, content].join('\n')),
        pendingUploadType: 'TemporaryBlobReference',
      }));
    return {
      files: this.prefix(async () => signedPlace(await begin())),
      uri: async () => (await begin()).blobUri,
    };
  }

  /** Registers the version. From here on it is served, and never changed. @throws CodedError */
  async register(modelUri: string, tags: Readonly<Record<string, string>>): Promise<void> {
    const begun = await this.client.send({
      method: 'PUT',
      url: this.url(),
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ properties: { modelType: 'custom_model', modelUri, tags, isAnonymous: false } }),
      audience: 'arm',
      subject: this.subject,
    });
    await operationEnd(this.client, begun, this.subject);
  }

  /** The command by which a person removes the version. */
  removal(): string {
    return `az rest --method delete --url '${armUrl(this.client, this.resource, this.path())}'`;
  }

  private prefix(at: () => Promise<BlobPlace>): BlobPrefix {
    return new BlobPrefix(this.client, {
      subject: { ...this.subject, place: `${this.uri}/` },
      at,
      // The storage is the registry's own: whoever removes a file there removes the version.
      removal: () => this.removal(),
    });
  }

  private async reference(path: string, body: object): Promise<BlobReference> {
    const answer = await this.client.send({
      method: 'POST',
      url: armUrl(this.client, this.resource, path),
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      audience: 'arm',
      subject: this.subject,
    });
    const { blobUri, credential } = reference.parse(await answer.json()).blobReferenceForConsumption;
    return { blobUri, sasUri: credential?.sasUri ?? blobUri };
  }

  private path(): string {
    return `/models/${this.of.name}/versions/${this.of.version}`;
  }

  private url(): string {
    return armUrl(this.client, this.resource, this.path());
  }
}

/** Files that a signature opens. */
interface BlobReference {
  readonly blobUri: string;
  readonly sasUri: string;
}

/** The first part of a path is the container; the signature is of the container or of what is below it. */
function signedPlace({ blobUri, sasUri }: BlobReference): BlobPlace {
  const { origin, pathname } = new URL(blobUri);
  const [container = '', ...folders] = pathname.split('/').filter((part) => part !== '');
  return {
    container: `${origin}/${container}`,
    prefix: folders.map((part) => `${decodeURIComponent(part)}/`).join(''),
    signature: new URL(sasUri).search.slice(1),
  };
}

/** An id in the form of a GUID that follows from what is uploaded. */
function uploadId(content: string): string {
  const hex = createHash('sha256').update(content).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
