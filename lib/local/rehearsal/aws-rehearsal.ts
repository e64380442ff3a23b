import { join } from 'node:path';
import type { LocalAws } from '../aws';
import { readStage } from './assembly';
import type { RehearsedKnowledge } from './aws-questions';
import { AwsQuestions } from './aws-questions';
import type { SecondBeginning } from './aws-second-days';
import { CdkCli } from './cdk-cli';
import type { StackTemplate } from './change';
import type { Finished } from './process-group';
import type { StepOutcome } from './progress';
import type { RehearsedStack } from './report';
import { StackApi } from './stack-api';

/** The AWS half of an environment. */
export interface AwsTarget {
  /** JavaScript file of the CDK app. */
  readonly app: string;
  readonly account: string;
  readonly region: string;
  /** Stack name in CloudFormation to its id in the app, for example `foundation`. */
  readonly stackIds: Readonly<Record<string, string>>;
  /** Whether stacks have termination protection; a rehearsal does not destroy them then. */
  readonly terminationProtection: boolean;
  /** The stacks of the second beginning. @default - as first deployed */
  readonly again?: SecondBeginning;
  /** The knowledge base that is asked questions. @default - none is asked */
  readonly knowledge?: RehearsedKnowledge;
  /** Bootstraps account and region with the rights that the synthesized stacks need. */
  readonly bootstrap: (place: BootstrapPlace) => Promise<Finished>;
}

/** Where and with what an account is bootstrapped. */
export interface BootstrapPlace {
  /** Folder of the assembly. */
  readonly assembly: string;
  /** Folder for what the bootstrap writes. */
  readonly folder: string;
  /** Creates a stack, and waits. @returns its status; of a request that is refused the reason */
  readonly deployTemplate: (name: string, template: string) => Promise<string>;
  /** Environment of programs that use the local cloud. */
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Called for each line that is printed. */
  readonly onLine: (line: string) => void;
}

/** What an AWS rehearsal runs on. */
export interface AwsRehearsalOptions {
  readonly root: string;
  readonly configFile: string;
  readonly environment: string;
  readonly target: AwsTarget;
  readonly cloud: LocalAws;
  /** Folder for the assembly and the CLI's caches. */
  readonly workFolder: string;
  readonly signal: AbortSignal;
}

/** CloudFormation calls that change a stack. */
const changing: ReadonlySet<string> = new Set(['ExecuteChangeSet', 'CreateStack', 'UpdateStack', 'DeleteStack']);

/** Drives the real CDK CLI through the life of an environment. */
export class AwsRehearsal {
  private readonly assembly: string;
  private readonly pattern: string;
  private readonly home: string;

  constructor(private readonly options: AwsRehearsalOptions) {
    this.assembly = join(options.workFolder, 'cdk.out');
    this.pattern = `${options.environment}/*`;
    this.home = join(options.workFolder, 'cdk-home');
  }

  /** Synthesizes every environment; findings of the CDK's validation are errors. */
  async synthesize(detail: (text: string) => void): Promise<StepOutcome> {
    const { configFile, target } = this.options;
    const finished = await this.cdk(detail).synthesize(target.app, this.assembly, { config: configFile });
    return outcome(finished, () => 'templates synthesized and validated');
  }

  /** Bootstraps account and region. */
  async bootstrap(detail: (text: string) => void): Promise<StepOutcome> {
    const { target, cloud, workFolder, signal } = this.options;
    const { account, region } = target;
    const finished = await target.bootstrap({
      assembly: this.assembly,
      folder: workFolder,
      deployTemplate: (name, template) => new StackApi(cloud, account, region).create(name, template),
      env: { ...cloud.env(account, region), CDK_HOME: this.home },
      signal,
      onLine: detail,
    });
    return outcome(finished, () => `account ${account}, region ${region}, with the rights that the templates need`);
  }

  /** The stacks as synthesized, in deployment order. */
  templates(): readonly StackTemplate[] {
    return readStage(this.assembly, this.options.environment);
  }

  /**
   * Deploys while a late creation fails. Its stack must roll back and leave nothing that a retry would find; what the
   * deployment made before it stays.
   */
  async failOnce(detail: (text: string) => void): Promise<StepOutcome> {
    const { cloud } = this.options;
    const fault = lateFault(this.templates());
    let hit = '';
    cloud.plant((place) => {
      if (hit !== '' || place.action !== 'create' || !fault.matches(place)) return undefined;
      hit = `${place.stack}/${place.logicalId}`;
      return fault.reason;
    });
    const finished = await this.deployment(detail);
    cloud.plant();
    const failed = cloud.stacks().filter(({ status }) => /FAILED|ROLLBACK/.test(status));
    const kept = failed.flatMap(({ stack, resources }) =>
      resources.flatMap(({ logicalId, status }) =>
        /_(?:SKIPPED|FAILED)$/.test(status) ? [`${stack}/${logicalId}`] : [],
      ),
    );
    const seen = `${failed.map(({ stack, status }) => `${stack} ${status}`).join(', ')}${kept.length === 0 ? '' : `, kept ${kept.join(', ')}`}`;
    const failures = [
      ...(hit === '' ? [`no creation matched the planted fault: ${fault.what}`] : []),
      ...(finished.code === 0 ? ['the CDK CLI reported success'] : []),
      ...failed.flatMap(({ stack, status }) => (status === 'ROLLBACK_COMPLETE' ? [] : [`${stack} ended as ${status}`])),
    ];
    return { summary: hit === '' ? 'nothing failed' : seen, failures };
  }

  /** Deploys again after a creation that failed, as the documentation says: protection is switched off first. */
  async retry(detail: (text: string) => void): Promise<StepOutcome> {
    const { cloud, target } = this.options;
    const released = target.terminationProtection
      ? await new StackApi(cloud, target.account, target.region).releaseFailed()
      : [];
    const deployed = await this.deploy(detail);
    if (released.length === 0) return deployed;
    const what = `termination protection of ${released.join(', ')} switched off by hand`;
    return { ...deployed, summary: `${deployed.summary}, ${what}` };
  }

  /** Deploys every stack of the environment. */
  async deploy(detail: (text: string) => void): Promise<StepOutcome> {
    return outcome(await this.deployment(detail), () => {
      const stacks = this.stacks();
      return `${stacks.length} stacks, ${stacks.reduce((sum, { resources }) => sum + resources.length, 0)} resources`;
    });
  }

  /** Deploys again; every call that would change a stack is a failure of determinism. */
  async redeploy(detail: (text: string) => void): Promise<StepOutcome & { readonly changes: readonly string[] }> {
    const before = this.options.cloud.requests().length;
    const deployed = await this.deploy(detail);
    const changes = this.options.cloud
      .requests()
      .slice(before)
      .filter(({ action }) => changing.has(action))
      .map(({ action }) => `aws: ${action}`);
    const failures = [...deployed.failures, ...changes.map((change) => `second deploy changed something: ${change}`)];
    return { summary: changes.length === 0 ? 'no changes' : changes.join(', '), failures, changes };
  }

  /** Asks questions of the knowledge base; undefined where the environment has none. */
  questions(): AwsQuestions | undefined {
    const { cloud, target } = this.options;
    const { account, region, knowledge } = target;
    return knowledge === undefined ? undefined : new AwsQuestions({ cloud, account, region, knowledge });
  }

  /** Deletes every stack. One that remains is a failure, even if the CLI reports success. */
  async destroy(detail: (text: string) => void): Promise<StepOutcome> {
    const { failures } = outcome(await this.onAssembly(detail, 'destroy', this.pattern, '--force'), () => '');
    const left = this.stacks().filter(({ status }) => status !== 'DELETE_COMPLETE');
    if (left.length === 0) return { summary: 'every stack deleted', failures };
    const names = left.map(({ name, status }) => `${name} (${status})`).join(', ');
    return { summary: `not deleted: ${names}`, failures: [...failures, `not deleted: ${names}`] };
  }

  /** The stacks of the platform in the local cloud, without the bootstrap stack. */
  stacks(): readonly RehearsedStack[] {
    const { cloud, environment, target } = this.options;
    const { stackIds } = target;
    return cloud.stacks().flatMap(({ stack, status, resources }) => {
      const id = stackIds[stack];
      if (id === undefined) return [];
      return [
        {
          cloud: 'aws',
          name: `${environment}/${id}`,
          status,
          resources: resources.map(({ logicalId, type, physicalId }) => ({
            address: logicalId,
            type,
            physicalId,
          })),
        },
      ];
    });
  }

  private deployment(detail: (text: string) => void): Promise<Finished> {
    const options = ['--require-approval', 'never', '--concurrency', '6', '--progress', 'events'];
    return this.onAssembly(detail, 'deploy', this.pattern, ...options);
  }

  private onAssembly(detail: (text: string) => void, verb: string, ...args: readonly string[]): Promise<Finished> {
    return this.cdk(detail).run(verb, ...args, '--app', this.assembly);
  }

  private cdk(onLine: (line: string) => void): CdkCli {
    const { root, cloud, target, signal } = this.options;
    return new CdkCli({
      root,
      env: cloud.env(target.account, target.region),
      home: this.home,
      signal,
      onLine,
    });
  }
}

/** A creation that is made to fail, late in the deployment. */
interface LateFault {
  readonly what: string;
  readonly reason: string;
  matches(place: { readonly stack: string; readonly type: string; readonly last: boolean }): boolean;
}

/** The endpoint, which fails most often and last; without one, the last creation of the last stack. */
function lateFault(stacks: readonly StackTemplate[]): LateFault {
  const endpoint = 'AWS::SageMaker::Endpoint';
  if (stacks.some(({ template }) => template.includes(`"${endpoint}"`))) {
    return {
      what: endpoint,
      reason: 'The rehearsal makes the first creation of an endpoint fail',
      matches: ({ type }) => type === endpoint,
    };
  }
  const last = stacks.at(-1)?.name ?? '';
  return {
    what: `the last creation of ${last}`,
    reason: 'The rehearsal makes the last creation fail',
    matches: (place) => place.stack === last && place.last,
  };
}

/** Lines at the end of a failed command that usually contain the reason. */
const tailLines = 25;

function outcome(finished: Finished, summary: () => string): StepOutcome {
  if (finished.code === 0) return { summary: summary(), failures: [] };
  const tail = finished.output.trimEnd().split('\n').slice(-tailLines).join('\n');
  return {
    summary: `the CDK CLI ended with ${finished.code}`,
    failures: [`the CDK CLI ended with ${finished.code}:\n${tail}`],
  };
}
