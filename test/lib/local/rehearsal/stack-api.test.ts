import type { LocalAws } from '../../../../lib/local/aws';
import { startLocalAws } from '../../../../lib/local/aws';
import { StackApi } from '../../../../lib/local/rehearsal/stack-api';
import { testAccount, testRegion } from '../aws/engine';
import { client } from '../aws/wire';

let cloud: LocalAws;
beforeAll(async () => {
  cloud = await startLocalAws();
});
afterAll(() => cloud.close());

async function created(StackName: string): Promise<void> {
  await client(cloud, testAccount, testRegion).query('cloudformation', 'CreateStack', {
    StackName,
    EnableTerminationProtection: 'true',
    TemplateBody: JSON.stringify({ Resources: { Topic: { Type: 'AWS::SNS::Topic' } } }),
  });
  await cloud.idle();
}

test('a protected stack can be deleted after its creation was rolled back and its protection switched off', async () => {
  const api = new StackApi(cloud, testAccount, testRegion);
  await created('healthy');
  cloud.faults.add({ kind: 'fail', step: 'create', times: 1 });
  await created('failed');
  expect((await api.delete('failed')).status).toBe('ROLLBACK_COMPLETE');
  expect(await api.releaseFailed()).toEqual(['failed']);
  expect((await api.delete('failed')).status).toBe('DELETE_COMPLETE');
  // What is well stays protected.
  expect((await api.delete('healthy')).status).toBe('CREATE_COMPLETE');
});
