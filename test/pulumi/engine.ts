import { spawn } from 'node:child_process';
import { accessSync, chmodSync, constants, cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ended, root } from '../helpers/command';
import type { ProviderCall } from './plugins/cloud-file';
import { CloudFile } from './plugins/cloud-file';

/** The file of a command on the path; undefined when there is none. */
export function onPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** How a command of the CLI ended. */
export interface CommandEnd {
  readonly code: number | null;
  readonly output: string;
  readonly calls: readonly ProviderCall[];
}

/** The real Pulumi CLI over the stand-in provider, in a folder of its own that links to this checkout. */
export class PulumiEngine {
  readonly cloud: CloudFile;
  private readonly work = mkdtempSync(path.join(tmpdir(), 'pulumi-lane-'));
  private readonly project = path.join(this.work, 'project');
  private readonly env: Readonly<Record<string, string>>;

  constructor(private readonly cli: string) {
    const files = { cloud: path.join(this.work, 'cloud.json'), calls: path.join(this.work, 'calls.jsonl') };
    this.cloud = new CloudFile(files.cloud, files.calls);
    this.linkProject();
    const home = path.join(this.work, 'home');
    const bin = path.join(this.work, 'bin');
    plugin(path.join(home, 'plugins/resource-azure-native-v3.28.0/pulumi-resource-azure-native'), 'provider');
    const host = 'pulumi-language-nodejs';
    if (onPath(host) === undefined) plugin(path.join(bin, host), 'language-host');
    mkdirSync(path.join(this.work, 'state'));
    this.env = {
      PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`,
      HOME: this.work,
      PULUMI_HOME: home,
      PULUMI_BACKEND_URL: `file://${path.join(this.work, 'state')}`,
      PULUMI_CONFIG_PASSPHRASE: 'rehearsal',
      PULUMI_SKIP_UPDATE_CHECK: 'true',
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: 'true',
      NO_COLOR: '1',
      STAND_IN_CLOUD: files.cloud,
      STAND_IN_CALLS: files.calls,
    };
  }

  /** Runs a command of the CLI in the project. @param config - a config file instead of that of the project */
  async run(args: readonly string[], config?: string): Promise<CommandEnd> {
    this.cloud.takeCalls();
    const child = spawn(this.cli, ['--non-interactive', '--color', 'never', '-C', this.project, ...args], {
      env: { ...this.env, ...(config === undefined ? {} : { LLMOPS_CONFIG: config }) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { code, stdout, stderr } = await ended(child);
    return { code, output: stdout + stderr, calls: this.cloud.takeCalls() };
  }

  /** Runs a command of the kit in the project, which finds this engine as the shell of a person would. */
  async llmops(args: readonly string[]): Promise<CommandEnd & { readonly stdout: string }> {
    this.cloud.takeCalls();
    const child = spawn(process.execPath, [path.join(root, 'bin/llmops.js'), ...args], {
      cwd: this.project,
      env: { ...this.env, AWS_EC2_METADATA_DISABLED: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { code, stdout, stderr } = await ended(child);
    return { code, stdout, output: stdout + stderr, calls: this.cloud.takeCalls() };
  }

  /** Writes a config beside that of the project. @returns its path */
  writeConfig(name: string, platform: unknown): string {
    const file = path.join(this.work, `${name}.config.cjs`);
    writeFileSync(file, `module.exports = ${JSON.stringify(platform)};\n`);
    return file;
  }

  /** `stack init` writes into stack files, so the project has copies of them; its code is linked. */
  private linkProject(): void {
    mkdirSync(this.project);
    for (const name of ['Pulumi.yaml', 'package.json', 'llmops.config.ts', 'cdk.json', 'pulumi'])
      cpSync(path.join(root, name), path.join(this.project, name), { recursive: true });
    for (const name of ['bin', 'lib', 'constructs', 'stacks', 'node_modules'])
      symlinkSync(path.join(root, name), path.join(this.project, name));
  }
}

/** An executable that starts a plugin of this folder. */
function plugin(file: string, name: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const typescript = path.join(root, 'bin/typescript.js');
  const main = path.join(__dirname, 'plugins', `${name}.ts`);
  writeFileSync(file, `#!/bin/sh\nexec "${process.execPath}" --require "${typescript}" "${main}" "$@"\n`);
  chmodSync(file, 0o755);
}
