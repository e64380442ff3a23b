import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { CodedError } from '../../messages';
import type { Finished } from './process-group';
import { runNode } from './process-group';

export interface CdkCliOptions {
  /** Folder with `cdk.json`. */
  readonly root: string;
  /** Environment of the local cloud: endpoint, keys, region. */
  readonly env: Readonly<Record<string, string>>;
  /** Folder for the CLI's own caches. It remembers accounts by access key, which would mix up two local clouds. */
  readonly home: string;
  readonly signal?: AbortSignal;
  readonly onLine?: (line: string) => void;
}

/** The real CDK CLI of this project, talking to nothing but the local cloud. */
export class CdkCli {
  private readonly entry: string;

  /** @throws CodedError (CdkCliMissing) when `aws-cdk` cannot be resolved from the root */
  constructor(private readonly options: CdkCliOptions) {
    this.entry = join(dirname(manifestOf(options.root)), 'bin', 'cdk');
  }

  run(...args: readonly string[]): Promise<Finished> {
    const { root, env, home, signal, onLine } = this.options;
    return runNode([this.entry, ...args, '--no-color', '--no-notices', '--ci', 'false'], {
      cwd: root,
      env: {
        ...inherited(),
        ...env,
        CDK_HOME: home,
        CDK_DISABLE_CLI_TELEMETRY: 'true',
        AWS_EC2_METADATA_DISABLED: 'true',
      },
      ...(signal === undefined ? {} : { signal }),
      ...(onLine === undefined ? {} : { onLine }),
    });
  }
}

function manifestOf(root: string): string {
  try {
    return createRequire(join(root, 'package.json')).resolve('aws-cdk/package.json');
  } catch {
    throw new CodedError('CdkCliMissing', {
      place: root,
      message: 'cannot resolve aws-cdk',
      fix: 'install aws-cdk in the project whose stacks are rehearsed',
    });
  }
}

/** The caller's environment without anything that could lead to a real account. */
function inherited(): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_') && name !== 'NODE_OPTIONS'),
  );
}
