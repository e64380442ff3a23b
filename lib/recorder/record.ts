import type { ResourceTransformation } from '@pulumi/pulumi';
import { runtime } from '@pulumi/pulumi';
import type { Recording } from '../graph';
import { withoutVersionAliases } from '../graph';
import { RecordingMonitor } from './recording-monitor';

/** What `pulumi` would tell the program about where it runs. */
export interface RecordOptions {
  readonly project: string;
  readonly stack: string;
  readonly organization: string;
  /** Stack configuration, for example `azure-native:location`. */
  readonly config: Readonly<Record<string, string>>;
}

// The SDK keeps one monitor per process: a second recording waits for the first.
let previous: Promise<unknown> = Promise.resolve();

/**
 * Runs a Pulumi program unchanged, in this process, against a monitor that only writes down: no engine, no plugin, no
 * login, no network. The URNs are the engine's own and the same program gives the same bytes.
 *
 * What it does not prove: the provider's checks, its defaults and what it would replace.
 *
 * Errors: rejects with whatever the program throws.
 */
export function record(program: () => Promise<unknown>, options: RecordOptions): Promise<Recording> {
  const next = previous.then(() => recordAlone(program, options));
  previous = next.catch(() => undefined);
  return next;
}

async function recordAlone(program: () => Promise<unknown>, options: RecordOptions): Promise<Recording> {
  const { project, stack, organization, config } = options;
  const monitor = new RecordingMonitor(project, stack);
  runtime.setMockOptions(monitor, project, stack, true, organization);
  runtime.setAllConfig({ ...config });
  let failure: { readonly cause: unknown } | undefined;
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
  if (failure !== undefined) throw failure.cause;
  return {
    project,
    stack,
    registrations: [...monitor.registrations.values()].toSorted((a, b) => (a.urn < b.urn ? -1 : 1)),
    problems: monitor.problems.toSorted(),
  };
}

/**
 * Drops the 21 to 50 aliases that azure-native adds to each resource for its older API versions. A recording does not
 * hold them, and resolving them would take two fifths of its time.
 */
const dropVersionAliases: ResourceTransformation = ({ props, opts }) => ({
  props,
  opts: { ...opts, aliases: (opts.aliases ?? []).filter((alias) => !isVersionAlias(alias)) },
});

function isVersionAlias(alias: unknown): boolean {
  if (typeof alias !== 'object' || alias === null || !('type' in alias) || typeof alias.type !== 'string') return false;
  return withoutVersionAliases([{ type: alias.type }]).length === 0;
}
