import { CodedError } from '../../lib/messages';

/** The coded error that a function throws, now or as a rejection. Fails the test when it throws anything else. */
export async function codedErrorOf(run: () => unknown): Promise<CodedError> {
  try {
    await run();
  } catch (error) {
    if (error instanceof CodedError) return error;
    throw error;
  }
  throw new Error('nothing was thrown, expected a coded error');
}
