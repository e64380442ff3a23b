import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalAws } from '../../lib/local/aws';
import { folderBytes } from '../../lib/local/aws';
import { PlainClient } from './plain-client';

/*
 * Deploys one stack again and again, each time with another value of each of 100 resources, and prints the heap after a
 * collection at two of the deployments: `node --expose-gc … memory-run.ts <memory|folder> <early> <late>`.
 */
const resources = 100;

function template(version: number): string {
  const topics = Array.from({ length: resources }, (_unused, index): [string, object] => [
    `Topic${index}`,
    { Type: 'AWS::SNS::Topic', Properties: { DisplayName: `version ${version} of topic ${index}` } },
  ]);
  return JSON.stringify({ Resources: Object.fromEntries(topics) });
}

/** Bytes of the heap that are in use when nothing is left to collect. */
function heap(): number {
  for (let round = 0; round < 3; round += 1) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

async function main(): Promise<void> {
  const [, , where, early, late] = process.argv;
  const folder = mkdtempSync(join(tmpdir(), 'llmops-memory-'));
  const state = join(folder, 'state');
  const cloud = await startLocalAws(where === 'folder' ? { state } : {});
  const client = new PlainClient(cloud.url);
  const seen: Record<string, number> = {};
  try {
    for (let version = 1; version <= Number(late); version += 1) {
      const parameters = { StackName: 'Again', TemplateBody: template(version) };
      await client.cloudFormation(version === 1 ? 'CreateStack' : 'UpdateStack', parameters);
      await cloud.idle();
      const [stack] = cloud.stacks();
      if (!/_COMPLETE$/.test(stack?.status ?? ''))
        throw new Error(`deployment ${version} ended as ${stack?.status ?? 'nothing'}`);
      if (version === Number(early)) seen['early'] = heap();
    }
    seen['late'] = heap();
    if (where === 'folder') seen['disk'] = folderBytes(state);
    console.log(JSON.stringify(seen));
  } finally {
    await cloud.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
