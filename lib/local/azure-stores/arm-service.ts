import { z } from 'zod';
import { tryParseJson } from '../../constraints/json';
import type { StoreAnswer, StoreCall } from './exchange';
import { json, jsonError } from './exchange';
import { hashed } from './store-folder';

const version = z.object({
  properties: z.object({ modelUri: z.string(), tags: z.record(z.string(), z.string()).default({}) }),
});
const pendingUpload = z.object({ pendingUploadId: z.string() });
const dataReference = z.object({ blobUri: z.string() });
const about = z.object({ version });

/** What a store needs of Azure Resource Manager. */
export interface ArmCall extends StoreCall {
  /** Resource id of the store. */
  readonly id: string;
  /** Address of the server: containers of ML registries lie right below it. */
  readonly root: string;
}

/**
 * Azure Resource Manager as far as assets need it: whether a store exists, and the model versions of an ML registry. Source:
 * azure-rest-api-specs, Microsoft.MachineLearningServices 2024-04-01 (read 2026-12-01).
 */
export function armAnswer(call: ArmCall): StoreAnswer {
  const { method, path, id } = call;
  if (path.length === 0) {
    return method === 'GET'
      ? json(200, { id, properties: { provisioningState: 'Succeeded' } })
      : jsonError(405, 'MethodNotAllowed', 'only stacks create, change and delete stores');
  }
  const [kind, name = '', , number = '', action] = path;
  if (kind === 'models') return action === undefined ? versionAnswer(call, name, number) : uploadAnswer(call);
  if (kind === 'datareferences') return referenceAnswer(call);
  if (kind === 'importImage') {
    return jsonError(
      501,
      'NotImplemented',
      'the local registry imports nothing, because it connects to nothing outside of this machine: push with --from ADDRESS',
    );
  }
  return jsonError(404, 'InvalidResourceType', `the local Azure has no ${path.join('/')} of a store`);
}

function versionAnswer(call: ArmCall, name: string, number: string): StoreAnswer {
  const { method, body, store, id } = call;
  const key = `model ${name} ${number}`;
  const there = store.about(key);
  const former = there === undefined ? undefined : about.parse(there).version;
  const shown = (status: number, of: z.output<typeof version>): StoreAnswer =>
    json(status, { id: `${id}/models/${name}/versions/${number}`, name: number, ...of });
  switch (method) {
    case 'GET': {
      return former === undefined
        ? jsonError(404, 'NotFound', `Model ${name} version ${number} is not found`)
        : shown(200, former);
    }
    case 'DELETE': {
      store.remove(key);
      return { status: former === undefined ? 204 : 200 };
    }
    case 'PUT': {
      const wanted = version.safeParse(tryParseJson(body.toString('utf8')));
      if (!wanted.success) return jsonError(400, 'UserError', 'the body is no version of a model');
      if (former !== undefined && former.properties.modelUri !== wanted.data.properties.modelUri)
        return jsonError(409, 'Conflict', `Model ${name} version ${number} already exists`);
      store.put(key, [], () => ({ version: wanted.data }));
      return shown(former === undefined ? 201 : 200, wanted.data);
    }
    default: {
      return jsonError(405, 'MethodNotAllowed', `a version of a model takes no ${method}`);
    }
  }
}

/** The container of an upload follows from its id: the same id is the same place. */
function uploadAnswer({ body, store, root, id }: ArmCall): StoreAnswer {
  const wanted = pendingUpload.safeParse(tryParseJson(body.toString('utf8')));
  if (!wanted.success) return jsonError(400, 'UserError', 'the body has no pendingUploadId');
  const { pendingUploadId } = wanted.data;
  const container = `${hashed(id.toLowerCase())}-${hashed(pendingUploadId).slice(0, 12)}`;
  store.within(`container ${container}`).make();
  return json(200, { ...signed(`${root}/${container}`), pendingUploadId, pendingUploadType: 'TemporaryBlobReference' });
}

/** The server of the address has another port at each start. */
function referenceAnswer({ body, root }: ArmCall): StoreAnswer {
  const wanted = dataReference.safeParse(tryParseJson(body.toString('utf8')));
  if (!wanted.success) return jsonError(400, 'UserError', 'the body has no blobUri');
  return json(200, signed(`${root}${new URL(wanted.data.blobUri).pathname}`));
}

function signed(blobUri: string): object {
  const credential = { credentialType: 'SAS', sasUri: `${blobUri}?sig=local` };
  return { blobReferenceForConsumption: { blobUri, storageAccountArmId: '', credential } };
}
