import { rmSync } from 'node:fs';
import { CodedError } from '../../../messages';
import { openStateFolder } from './level-store';
import { StateFolder } from './state-folder';

/** What the folder may be although it is given up. */
const givenUp: readonly string[] = ['StateDamaged', 'StateNewer', 'StateFull'];

/**
 * Removes a state folder with everything in it, a damaged one too.
 * @throws CodedError (StateInUse, StateForeign, StateNotWritable)
 */
export async function resetState(path: string): Promise<void> {
  try {
    const { store } = await openStateFolder(path);
    await store.close();
  } catch (error) {
    if (!(error instanceof CodedError) || !givenUp.includes(error.code)) throw error;
  }
  for (const file of StateFolder.files(path)) rmSync(file, { recursive: true, force: true });
}
