import { createInterface } from 'node:readline/promises';
import type { Issue } from '../../lib/platform';

/**
 * Asks for the name of the environment.
 *
 * @param given - the name after `--yes`. @default - a person is asked
 * @returns the issue for which nothing is deleted; undefined when the name is right
 */
export async function confirm(
  environment: string,
  given: string | undefined,
  signal: AbortSignal,
): Promise<Issue | undefined> {
  const name = given ?? (process.stdin.isTTY ? await asked(environment, signal) : undefined);
  if (name === environment) return undefined;
  return {
    code: 'DestroyNotConfirmed',
    path: '--yes',
    message:
      name === undefined ? 'nobody is there to ask, and nothing was deleted' : 'another name: nothing was deleted',
    ...(name === undefined ? {} : { got: name }),
    expected: environment,
    fix: `add --yes ${environment}`,
  };
}

async function asked(environment: string, signal: AbortSignal): Promise<string | undefined> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await lines.question(`Type ${environment} to delete it: `, { signal })).trim();
  } catch {
    return undefined;
  } finally {
    lines.close();
  }
}
