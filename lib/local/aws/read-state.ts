import type { CloudStatus, RequestPage } from './console';
import { requestPage, statusOf } from './console';
import type { RequestRecord } from './request-log';
import { keptRequests } from './request-log';
import { Cloud } from './state/cloud';
import { Ledger } from './state/ledger';
import { openStateFolder } from './state/level-store';

/** What a state folder holds on which no cloud works. */
export interface StateReader {
  readonly status: CloudStatus;
  /** @param from index of the first request; a negative one counts from the end */
  requests(from: number): RequestPage;
  close(): Promise<void>;
}

/**
 * Reads a state folder and changes nothing in it: operations that a process left are not gone on with.
 * @throws CodedError (StateInUse, StateNewer, StateDamaged, StateForeign, StateNotWritable, StateFull)
 */
export async function readState(path: string): Promise<StateReader> {
  const { store } = await openStateFolder(path);
  try {
    const ledger = await Ledger.open(store);
    const records = ledger.history<RequestRecord>('requests', keptRequests, { later: true });
    const status = statusOf(new Cloud('', () => new Date(), undefined, { ledger }), records);
    return {
      status,
      requests: (from) => requestPage(records, from),
      close: () => store.close(),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
