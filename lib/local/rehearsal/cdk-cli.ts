import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Json, JsonObject } from '../../constraints/json';
import { isObject, tryParseJson } from '../../constraints/json';
import { CodedError } from '../../messages';
import { inheritable } from '../aws';
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
    return this.node([this.entry, ...args, '--no-color', '--no-notices', '--ci', 'false'], {});
  }

  /**
   * Runs an app as the CLI does for `synth`, which gives the same assembly for a process less.
   *
   * @param app - JavaScript file
   * @param outdir - folder of the assembly
   * @param context - context beside that of `cdk.json`
   */
  synthesize(app: string, outdir: string, context: Readonly<Record<string, string>>): Promise<Finished> {
    const settings = readSettings(this.options.root);
    const all = {
      ...settings.context,
      'aws:cdk:enable-path-metadata': settings.pathMetadata !== false,
      'aws:cdk:enable-asset-metadata': settings.assetMetadata !== false,
      'aws:cdk:disable-version-reporting': settings.versionReporting === false,
      'aws:cdk:bundling-stacks': ['**'],
      ...context,
    };
    return this.node([app], { CDK_OUTDIR: outdir, CDK_CONTEXT_JSON: JSON.stringify(all) });
  }

  private node(args: readonly string[], more: Readonly<Record<string, string>>): Promise<Finished> {
    const { root, env, home, signal, onLine } = this.options;
    return runNode(args, {
      cwd: root,
      env: {
        ...inheritable(process.env),
        ...env,
        CDK_HOME: home,
        CDK_DISABLE_CLI_TELEMETRY: 'true',
        AWS_EC2_METADATA_DISABLED: 'true',
        ...more,
      },
      ...(signal === undefined ? {} : { signal }),
      ...(onLine === undefined ? {} : { onLine }),
    });
  }
}

/** What the CLI reads from `cdk.json`. */
interface CdkSettings {
  readonly context: JsonObject;
  readonly pathMetadata: Json | undefined;
  readonly assetMetadata: Json | undefined;
  readonly versionReporting: Json | undefined;
}

/** The settings of a project; a project without `cdk.json` has none. */
function readSettings(root: string): CdkSettings {
  const file = join(root, 'cdk.json');
  const read = existsSync(file) ? tryParseJson(readFileSync(file, 'utf8')) : undefined;
  const settings = isObject(read) ? read : {};
  const { context, pathMetadata, assetMetadata, versionReporting } = settings;
  return { context: isObject(context) ? context : {}, pathMetadata, assetMetadata, versionReporting };
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
