import { runtime } from '@pulumi/pulumi';
import type { Recording } from '../graph';
import type { ProviderAnswers } from './recording-monitor';
import { RecordingMonitor } from './recording-monitor';
import { dropVersionAliases } from './version-aliases';

/** Where a program runs: what `pulumi` passes to it. */
export interface RecordOptions {
  /** Name of the Pulumi project. */
  readonly project: string;
  /** Name of the stack. */
  readonly stack: string;
  /** Organization of the stack. */
  readonly organization: string;
  /** Stack configuration, for example `azure-native:location`. */
  readonly config: Readonly<Record<string, string>>;
  /** What functions of providers answer. @default - only reads of App Configuration are answered */
  readonly answers?: ProviderAnswers;
}

// The SDK keeps one monitor per process: a second recording waits for the first.
let previous: Promise<unknown> = Promise.resolve();

/**
 * Runs a Pulumi program unchanged in this process and captures the resources it registers. It needs no engine, plugin,
 * login or network. The URNs are those the engine would make, and the same program gives the same bytes.
 *
 * A recording does not run the provider's checks, fill in its defaults or predict what it would replace.
 *
 * @throws (rejects with) what the program throws
 */
export function record(program: () => Promise<unknown>, options: RecordOptions): Promise<Recording> {
  const next = previous.then(() => recordAlone(program, options));
  previous = next.catch(() => undefined);
  return next;
}

async function recordAlone(program: () => Promise<unknown>, options: RecordOptions): Promise<Recording> {
  const { project, stack, organization, config, answers } = options;
  const monitor = new RecordingMonitor(project, stack, answers);
  runtime.setMockOptions(monitor, project, stack, true, organization);
  runtime.setAllConfig({ ...config });
  let failure: { readonly cause: unknown } | undefined;
  const restoreStacks = shortenStacks();
  try {
    await runtime.runInPulumiStack(async () => {
      runtime.registerStackTransformation(dropVersionAliases);
      try {
        return await program();
      } catch (cause) {
        // Kept back until the queue is empty: a rejected stack leaves calls behind that would reach the next recording.
        failure = { cause };
        return undefined;
      }
    });
    await runtime.disconnect();
  } finally {
    restoreStacks();
  }
  if (failure !== undefined) throw failure.cause;
  return {
    project,
    stack,
    registrations: [...monitor.registrations.values()].toSorted((a, b) => (a.urn < b.urn ? -1 : 1)),
    problems: monitor.problems.toSorted(),
  };
}

/**
 * Formats stacks without their frames until the returned function is called. The SDK reads the stack of every promise it
 * makes, for a report of leaked ones; mapping those frames to TypeScript takes two thirds of a recording. An error keeps
 * its frames: V8 formats them when the stack is first read, which is after the recording.
 */
function shortenStacks(): () => void {
  const before = Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace');
  Error.prepareStackTrace = String;
  return () => {
    if (before === undefined) Reflect.deleteProperty(Error, 'prepareStackTrace');
    else Object.defineProperty(Error, 'prepareStackTrace', before);
  };
}
