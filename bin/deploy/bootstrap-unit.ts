import { bootstrapVersion } from '../../lib/cloud/aws/bootstrap';
import type { AwsClientOptions } from '../../lib/cloud/aws/client-options';
import { clientConfig } from '../../lib/cloud/aws/client-options';
import { awsOperations } from '../../lib/cloud/aws/operations';
import { awsQuestions } from '../../lib/cloud/aws/questions';
import { AwsStacks } from '../../lib/cloud/aws/stacks';
import type { Json } from '../../lib/constraints/json';
import { tryParseJson } from '../../lib/constraints/json';
import type { UnitEnd, UnitState } from '../../lib/deploy';
import { causalEvents } from '../../lib/deploy';
import type { SettledAwsPlan } from '../../lib/plan';
import { partitionOf } from '../../lib/plan/aws/partition';
import type { Result } from '../../lib/platform';
import type { MissingRight, RightsStack, Statement } from '../../lib/rights';
import { deployStatement, executionRights, missingRights } from '../../lib/rights';
import { applyLocally, withSdk } from '../bootstrap/apply-locally';
import type { AwsBootstrap } from '../bootstrap/aws-rights';
import { toolkitRoles } from '../bootstrap/toolkit-roles';
import { tailOf } from './cloud-units';

/** What the bootstrap of an account is asked and made with. */
export interface BootstrapUnitOptions {
  readonly aws: SettledAwsPlan;
  readonly environment: string;
  readonly clients: AwsClientOptions;
  readonly root: string;
  /** Environment of the CDK CLI. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** What brings the rights that are missing. */
  readonly command: string;
  /** The bootstrap of a local cloud, and the folder of its files. @default - a person bootstraps the account */
  readonly local?: { readonly folder: string; readonly make: (region: string) => Result<AwsBootstrap> };
}

/** Rights that a stop names. */
const mostNamed = 5;

/** The bootstrap of account and region: there, and with the rights that the templates need. */
export class BootstrapUnit {
  constructor(private readonly options: BootstrapUnitOptions) {}

  /** @param stacks - the templates of the environment. @param tell - told what could not be asked */
  async state(stacks: readonly RightsStack[], tell: (line: string) => void): Promise<UnitState> {
    const { aws, clients, local } = this.options;
    const { account, bootstrapQualifier: qualifier } = aws;
    const { region } = clients;
    // Who bootstraps decides with which rights CloudFormation deploys: not by default with those of an administrator.
    if ((await bootstrapVersion(clients, qualifier)) === undefined) {
      if (local !== undefined) return { kind: 'absent' };
      return this.stuck(`account ${account} is not bootstrapped in ${region} with qualifier ${qualifier}`);
    }
    const missing = await this.missing(stacks, tell);
    if (missing.length === 0) return { kind: 'done' };
    const named = missing.slice(0, mostNamed).map(({ action, resources }) => `${action} on ${resources.join(', ')}`);
    const more = missing.length > mostNamed ? `; and ${missing.length - mostNamed} more` : '';
    return this.stuck(
      `the bootstrap of account ${account} in ${region} lacks ${missing.length} rights that the templates need: ${named.join('; ')}${more}`,
    );
  }

  /** Bootstraps a local cloud with the generated rights. */
  async run(tell: (line: string) => void): Promise<UnitEnd> {
    const { local, root, clients, env, signal } = this.options;
    const made = local?.make(clients.region);
    if (local === undefined || made === undefined)
      throw new Error('only a local cloud is bootstrapped by a deployment');
    if (!made.ok) {
      const events = made.issues.map(({ path, message, fix = '' }) => ({
        resource: path,
        reason: `${message}; ${fix}`,
      }));
      return { ok: false, events, tail: '' };
    }
    const { code, output } = await applyLocally(made.value, {
      root,
      folder: local.folder,
      deployTemplate: withSdk(clients),
      env,
      signal,
      onLine: tell,
    });
    if (code === 0) return { ok: true, changed: true };
    const stacks = new AwsStacks(clients);
    const { toolkitStack } = made.value;
    const events = await Promise.all([`${toolkitStack}-rights`, toolkitStack].map((name) => stacks.failures(name)));
    return { ok: false, events: causalEvents(events.flat()), tail: tailOf(output) };
  }

  private stuck(why: string): UnitState {
    const { command, environment, local } = this.options;
    const then = local === undefined ? `, then what out/bootstrap/${environment}/aws-commands.txt says` : '';
    return { kind: 'stuck', why, fix: `${command}${then}` };
  }

  /** What the roles of the bootstrap lack. A role that cannot be asked about lacks nothing: the stacks will tell. */
  private async missing(
    stacks: readonly RightsStack[],
    tell: (line: string) => void,
  ): Promise<readonly MissingRight[]> {
    const { aws, clients } = this.options;
    const { region } = clients;
    const target = { partition: partitionOf(region), account: aws.account, region };
    const rights = executionRights(stacks, target);
    if (!rights.ok) {
      for (const { path, message } of rights.issues) tell(`rights not verified: ${path}: ${message}`);
      return [];
    }
    const ask = awsQuestions(awsOperations(clientConfig(clients)));
    const roles = toolkitRoles(aws, region);
    const names = stacks.map(({ name }) => name);
    const needed: readonly (readonly [role: string, statements: readonly Statement[]])[] = [
      [roles.execution, rights.value.statements],
      [roles.deploy, [deployStatement(names, target)]],
    ];
    const lacking = needed.map(async ([role, statements]) => {
      const answer = await ask.rolePolicies(role);
      if (answer.kind === 'value') return missingRights(answer.value.flatMap(asJson), statements);
      const why = answer.kind === 'absent' ? 'it does not exist' : `${answer.why}, ${answer.got}`;
      tell(`rights not verified: the policies of ${role} could not be read: ${why}`);
      return [];
    });
    return (await Promise.all(lacking)).flat();
  }
}

function asJson(document: unknown): readonly Json[] {
  const read = tryParseJson(JSON.stringify(document));
  return read === undefined ? [] : [read];
}
