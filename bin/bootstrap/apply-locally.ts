import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AwsClientOptions } from '../../lib/cloud/aws/client-options';
import { deployTemplate } from '../../lib/cloud/aws/deploy-template';
import type { Finished } from '../../lib/local/rehearsal/process-group';
import { runProgram } from '../../lib/local/rehearsal/process-group';
import { programFile } from '../deploy/programs';
import { awsFiles } from './aws-files';
import type { AwsBootstrap } from './aws-rights';

/** Where a bootstrap is applied. */
export interface LocalBootstrap {
  /** Folder of the project. */
  readonly root: string;
  /** Folder for the files. */
  readonly folder: string;
  /** Creates or updates a stack of the local cloud, and waits. @returns its status, or `unchanged` */
  readonly deployTemplate: (name: string, template: string) => Promise<string>;
  /** Environment of the CDK CLI. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
  readonly onLine?: (line: string) => void;
}

/** A cloud assembly of one stack, of a version that CDK CLIs since 2.170 read: the CLI bootstraps for an app with stacks only. */
const assembly = {
  version: '38.0.0',
  artifacts: { rights: { type: 'aws:cloudformation:stack', properties: { templateFile: 'aws-rights.json' } } },
};

/** Deploys templates to a local cloud with the SDK. */
export function withSdk(clients: AwsClientOptions): LocalBootstrap['deployTemplate'] {
  if (clients.local === undefined) throw new Error('a bootstrap is applied to a local cloud only');
  return (name, template) => deployTemplate(clients, name, template);
}

/** Deploys the policies and the bootstrap stack to the local cloud: what `aws-commands.txt` says, without the AWS CLI. */
export async function applyLocally(bootstrap: AwsBootstrap, options: LocalBootstrap): Promise<Finished> {
  const { root, env, signal, onLine = () => undefined } = options;
  const folder = join(options.folder, 'bootstrap', bootstrap.target.region);
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of awsFiles(bootstrap, folder)) writeFileSync(join(folder, name), text);
  const { target, qualifier, toolkitStack, executionPolicies, rights } = bootstrap;
  const place = `aws://${target.account}/${target.region}`;
  const app = { ...assembly, artifacts: { rights: { ...assembly.artifacts.rights, environment: place } } };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(app));
  const rightsStack = `${toolkitStack}-rights`;
  const status = await options.deployTemplate(rightsStack, JSON.stringify(bootstrap.rightsTemplate));
  if (!/^(?:unchanged|(?:CREATE|UPDATE)_COMPLETE)$/.test(status))
    return { code: 1, output: `stack ${rightsStack} ended as ${status}` };
  onLine(`stack ${rightsStack}: ${status}, policies with digest ${rights.digest}`);
  return runProgram(
    programFile('cdk', root, process.env.PATH),
    [
      'bootstrap',
      place,
      ...['--template', join(folder, 'aws-bootstrap.json'), '--qualifier', qualifier],
      ...['--toolkit-stack-name', toolkitStack],
      ...['--cloudformation-execution-policies', executionPolicies.join(',')],
      // The app of the project would be run only to look for environments.
      ...['--app', folder, '--no-color', '--no-notices', '--ci', 'false'],
      // Without --force the CLI does not update a bootstrap stack that the CDK's own template made.
      '--force',
    ],
    {
      cwd: root,
      env: { NODE_NO_WARNINGS: '1', CDK_DISABLE_CLI_TELEMETRY: 'true', ...env },
      onLine,
      ...(signal === undefined ? {} : { signal }),
    },
  );
}
