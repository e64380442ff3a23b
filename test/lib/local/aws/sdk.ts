import type { LocalAws } from '../../../../lib/local/aws';
import { roleKey } from '../../../../lib/local/aws/credentials';
import { testAccount, testRegion } from './engine';

/** What a client of the AWS SDK is made with, to call a local cloud as a role of the test account or as the account. */
export function sdkOptions(cloud: LocalAws, role?: string) {
  const accessKeyId =
    role === undefined
      ? (cloud.env(testAccount, testRegion)['AWS_ACCESS_KEY_ID'] ?? '')
      : roleKey(testAccount, role, 'me');
  return {
    endpoint: cloud.url,
    region: testRegion,
    credentials: { accessKeyId, secretAccessKey: 'x' },
    maxAttempts: 1,
  };
}

/** The name and the message of the error that a call ends with; `done` for one that succeeds. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'done';
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}
