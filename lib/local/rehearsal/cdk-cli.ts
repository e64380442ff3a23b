import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { CodedError } from '../../messages';
import type { Finished } from './process-group';
import { runNode } from './process-group';

/** Where and how to run the CDK CLI. */
export interface CdkCliOptions {
  /** Folder with `cdk.json`. */
  readonly root: string;
  /** Environment of the local cloud: endpoint, keys, region. */
  readonly env: Readonly<Record<string, string>>;
  /** Folder for the caches of the CLI. It caches accounts by access key, so two local clouds need two folders. */
  readonly home: string;
  readonly signal?: AbortSignal;
  readonly onLine?: (line: string) => void;
}

/** The real CDK CLI of this project, with the local cloud as its only endpoint. */
export class CdkCli {
  private readonly entry: string;

  /** @throws CodedError (CdkCliMissing) when `aws-cdk` cannot be resolved from the root */
  constructor(private readonly options: CdkCliOptions) {
    this.entry = join(dirname(manifestOf(options.root)), 'bin', 'cdk');
  }

  /** Runs a command and waits for its end. */
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
