import type { CloudStatus, RequestPage } from '../../lib/local/aws';
import { consolePath, endpointOf, isStateFolder, readState } from '../../lib/local/aws';
import { CodedError } from '../../lib/messages';

/** Milliseconds after which a cloud that does not answer is taken for one that ended. */
const patience = 3_000;

/** A cloud, or the state that one left. */
export interface Asked {
  /** @default - no cloud works on the state */
  readonly running: { readonly url: string; readonly pid: number } | undefined;
  readonly status: CloudStatus;
  /**
   * @param from index of the first request; a negative one counts from the end
   * @returns undefined when the cloud has ended
   */
  requests(from: number): Promise<RequestPage | undefined>;
  close(): Promise<void>;
}

/**
 * Asks the cloud that works on a state folder, or reads the folder when none does.
 * @throws CodedError (StateAbsent, StateInUse, StateNewer, StateDamaged, StateNotWritable, StateFull)
 */
export async function askState(path: string): Promise<Asked> {
  if (!isStateFolder(path)) {
    throw new CodedError('StateAbsent', {
      place: path,
      message: 'there is no state of a local cloud',
      expected: 'a state folder',
    });
  }
  const running = endpointOf(path);
  const status = running === undefined ? undefined : await ask(running.url, 'status');
  if (running !== undefined && status !== undefined) {
    return {
      running,
      // The console of the cloud answers in this shape, in one version of the kit.
      status: status as CloudStatus,
      requests: async (from) => (await ask(running.url, `requests?from=${from}`)) as RequestPage | undefined,
      close: () => Promise.resolve(),
    };
  }
  const reader = await readState(path);
  return {
    running: undefined,
    status: reader.status,
    requests: (from) => Promise.resolve(reader.requests(from)),
    close: () => reader.close(),
  };
}

async function ask(url: string, question: string): Promise<unknown> {
  try {
    const response = await fetch(`${url}${consolePath}${question}`, { signal: AbortSignal.timeout(patience) });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The cloud that works on a state folder. @throws CodedError (LocalCloudNotRunning)
 */
function runningCloud(path: string): string {
  const running = isStateFolder(path) ? endpointOf(path) : undefined;
  if (running !== undefined) return running.url;
  throw new CodedError('LocalCloudNotRunning', {
    place: path,
    message: 'no local cloud works on this state',
    expected: 'the state folder of a local cloud that runs',
  });
}

/** Lists, adds or clears faults of a running cloud. @throws CodedError (LocalCloudNotRunning) */
export async function askFaults(
  path: string,
  method: 'GET' | 'POST' | 'DELETE',
  query: Record<string, string>,
): Promise<unknown> {
  const url = `${runningCloud(path)}${consolePath}faults?${new URLSearchParams(query).toString()}`;
  try {
    const response = await fetch(url, { method, signal: AbortSignal.timeout(patience) });
    return await response.json();
  } catch {
    throw new CodedError('LocalCloudNotRunning', {
      place: url,
      message: 'the local cloud does not answer',
      expected: 'a local cloud that runs',
    });
  }
}
