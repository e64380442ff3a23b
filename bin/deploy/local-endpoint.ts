import type { AwsClientOptions } from '../../lib/cloud/aws/client-options';
import { consolePath, endpointOf, isStateFolder, startLocalAws } from '../../lib/local/aws';
import { clientEnvironment } from '../../lib/local/aws/environment';

/** The local AWS endpoint of a state, for clients of one account and region. */
export interface LocalEndpoint {
  readonly clients: AwsClientOptions;
  /** Environment of programs that use it. */
  readonly set: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

/**
 * The AWS endpoint that works on a state folder now, or else one that is started and ends with `close`.
 * @throws CodedError (StateInUse, StateNewer, StateDamaged, StateForeign, StateNotWritable, StateFull)
 */
export async function openLocalEndpoint(
  state: string,
  { account, region }: { readonly account: string; readonly region: string },
  holdSpeed = 1,
): Promise<LocalEndpoint> {
  let url = await running(state);
  let close = (): Promise<void> => Promise.resolve();
  if (url === undefined) {
    const cloud = await startLocalAws({
      state,
      crash: () => process.kill(process.pid, 'SIGKILL'),
      // With a listener, everything that the handlers of a type need is asked of the role that deploys.
      onAsked: () => undefined,
      earlyValidation: true,
      holdSpeed,
    });
    close = () => cloud.close();
    ({ url } = cloud);
  }
  const set = clientEnvironment(url, account, region);
  return { clients: { region, local: { endpoint: url, accessKeyId: set['AWS_ACCESS_KEY_ID'] ?? '' } }, set, close };
}

/**
 * Milliseconds after which a process that lives is taken for another one that got the number of a cloud which crashed. A cloud
 * answers within milliseconds; on a machine with much other work, or in a debugger, it has taken seconds.
 */
const patience = 60_000;

/** The address of the endpoint that works on a folder now. */
async function running(state: string): Promise<string | undefined> {
  const endpoint = isStateFolder(state) ? endpointOf(state) : undefined;
  if (endpoint === undefined || !lives(endpoint.pid)) return undefined;
  try {
    const { ok } = await fetch(`${endpoint.url}${consolePath}status`, { signal: AbortSignal.timeout(patience) });
    return ok ? endpoint.url : undefined;
  } catch {
    return undefined;
  }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Another user's process.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
