import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { azureLines, startLocalAzure } from '../../../bin/local/azure';
import { azureStateOf } from '../../../bin/local/options';
import type { AzureData, AzureResource } from '../../../lib/local/azure-data';
import { localToken } from '../../../lib/local/azure-data';
import { assigned, environment, ids, roleIds } from '../../lib/local/azure-data/environment';

let folder: string;
let data: AzureData;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'local-azure-'));
  data = await startLocalAzure(join(folder, 'state'), undefined);
});
afterEach(async () => {
  await data.close();
  rmSync(folder, { recursive: true });
});

const identity: AzureResource = {
  type: 'azure-native:managedidentity:UserAssignedIdentity',
  id: `${ids.search.replace(/\/providers.*/, '')}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/reader`,
  inputs: {},
  outputs: { principalId: ids.caller },
};

/** Writes what a deployment to the local Azure leaves. */
function deploy(resources: readonly AzureResource[]): void {
  const state = {
    version: 1,
    project: 'project',
    stack: 'dev-deployment',
    resources: resources.map((resource, place) => ({
      ...resource,
      urn: `urn:pulumi:dev-deployment::project::${resource.type}::${place}`,
      name: String(place),
      custom: true,
      dependencies: [],
      propertyDependencies: {},
      protect: false,
      retainOnDelete: false,
      created: '2026-12-01T00:00:00Z',
      modified: '2026-12-01T00:00:00Z',
    })),
    outputs: {},
    retained: [],
    softDeleted: [],
  };
  const path = azureStateOf(join(folder, 'state'));
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'project.dev-deployment.stack.json'), JSON.stringify(state));
}

const question = { messages: [{ role: 'user', content: 'The lift is closed on Mondays.\nWhen is the lift closed?' }] };

async function ask(token: string): Promise<number> {
  const answer = await fetch(`${data.openAi('models')}/openai/deployments/chat/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify(question),
  });
  await answer.arrayBuffer();
  return answer.status;
}

it('has nothing before a deployment, and makes no folder', () => {
  expect(data.directory()).toEqual({ endpoints: [], identities: [] });
  expect(azureLines(data)).toHaveLength(1);
});

it('answers the identities of what was deployed while it runs, and refuses one without a role', async () => {
  expect(await ask(localToken(ids.caller))).toBe(404);
  deploy([...environment, identity]);
  const listed: unknown = await (await fetch(data.url)).json();
  expect(listed).toEqual({
    endpoints: [
      { type: 'azure-native:cognitiveservices:Account', name: 'models', url: data.openAi('models') },
      { type: 'azure-native:search:Service', name: 'vectors', url: data.search('vectors') },
    ],
    identities: [{ name: 'reader', principalId: ids.caller, token: localToken(ids.caller) }],
  });
  expect(await ask(localToken(ids.caller))).toBe(200);
  expect(await ask(localToken(ids.writer))).toBe(403);
  deploy([...environment, assigned(ids.writer, roleIds.openAiUser, ids.account)]);
  expect(await ask(localToken(ids.writer))).toBe(200);
  expect(azureLines(data).join('\n')).toContain(data.search('vectors'));
});

it('does not list tokens to a page of a browser', async () => {
  expect((await fetch(data.url, { headers: { origin: 'http://example.com' } })).status).toBe(403);
});

it('says that a damaged state cannot be read', () => {
  const path = azureStateOf(join(folder, 'state'));
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'project.dev-deployment.stack.json'), '{');
  expect(azureLines(data).join('\n')).toMatch(/^local Azure at .*cannot be read: /);
});
