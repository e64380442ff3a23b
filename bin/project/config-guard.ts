import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Issue, Result } from '../../lib/platform';
import { failure } from '../../lib/platform';
import { refuse } from '../terminal/issues';
import { exit, processTerminal } from '../terminal/terminal';
import type { ConfigPlace } from './config-problem';
import { configProblem, locationInConfig } from './config-problem';

/**
 * Runs the code of a config. Whatever that code does, the result is a value or an issue:
 *
 * - an error it throws, a promise it rejects and a rejection it leaves unhandled are issues;
 * - so is a promise that never settles, which would let the process end with exit code 0 and no answer;
 * - `process.exit` cannot be undone: the issue is printed and the exit code is 2, whatever code the config passed;
 * - what it prints goes to standard error, because standard output is for results such as those of `--json`.
 *
 * @param load - loads the config and waits for what it exports
 */
export async function guarded<T>(place: ConfigPlace, load: () => Promise<Result<T>>): Promise<Result<T>> {
  let stop: (issue: Issue) => void = () => undefined;
  const stopped = new Promise<Result<T>>((resolve) => {
    stop = (issue) => {
      resolve(failure([issue]));
    };
  });
  const restoreOutput = outputToStandardError();
  const onExit = (code: number): void => {
    restoreOutput();
    const json = process.argv.includes('--json');
    refuse([exits(code, place)], { json }, processTerminal(process.argv, process.env));
    // Ends at once: a listener that the config added could set the exit code back to 0.
    process.exit(exit.badInput);
  };
  const onError = (error: unknown): void => {
    stop(configProblem(error, place));
  };
  // The callback keeps the process alive until the result is used.
  const onDrained = (): void => {
    setImmediate(stop, neverSettles(place));
  };
  process.on('exit', onExit).on('uncaughtException', onError).on('beforeExit', onDrained);
  try {
    return await Promise.race([attempt(place, load), stopped]);
  } finally {
    process.off('exit', onExit).off('uncaughtException', onError).off('beforeExit', onDrained);
    restoreOutput();
  }
}

async function attempt<T>(place: ConfigPlace, load: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    const loaded = await load();
    // Node reports a rejection that nothing handles only after the code that caused it has returned.
    await nextTurn();
    return loaded;
  } catch (error) {
    return failure([configProblem(error, place)]);
  }
}

/** @returns a function that undoes it */
function outputToStandardError(): () => void {
  const { stdout, stderr } = process;
  const write = stdout.write.bind(stdout);
  stdout.write = stderr.write.bind(stderr);
  return () => {
    stdout.write = write;
  };
}

function exits(code: number, place: ConfigPlace): Issue {
  // Node calls the listeners of 'exit' from process.exit, so the caller is in the trace.
  const location = locationInConfig(new Error().stack ?? '', place);
  return {
    code: 'ConfigExits',
    path: place.file,
    message: 'the config ends the process while it loads, so there is no result',
    got: `process.exit with code ${code}`,
    expected: 'a config that only exports a platform',
    fix: 'remove process.exit; throw an error to stop the command',
    ...(location === undefined ? {} : { location }),
  };
}

function neverSettles({ file }: ConfigPlace): Issue {
  return {
    code: 'ConfigNeverSettles',
    path: file,
    message: 'the config exports a Promise that never settles: nothing is left that could resolve it',
    expected: 'a Promise that resolves to a platform, or rejects',
    fix: 'call resolve or reject on every path of the code that makes the Promise',
  };
}
