import type { LocalAwsEvent, StandIn } from '../../../../lib/local/aws';
import { beginDeletion } from '../../../../lib/local/aws/cloudformation/deletion';
import { beginDeployment } from '../../../../lib/local/aws/cloudformation/executor';
import { ChildStacks } from '../../../../lib/local/aws/cloudformation/nested-stacks';
import type { ExecutionOptions } from '../../../../lib/local/aws/cloudformation/operation';
import { planDeployment } from '../../../../lib/local/aws/cloudformation/plan';
import type { DeploymentRequest, Plan } from '../../../../lib/local/aws/cloudformation/planned';
import { Stack } from '../../../../lib/local/aws/cloudformation/stack';
import type { Work } from '../../../../lib/local/aws/cloudformation/work';
import { finish } from '../../../../lib/local/aws/cloudformation/work';
import { Cloud } from '../../../../lib/local/aws/state/cloud';
import { Ledger } from '../../../../lib/local/aws/state/ledger';
import type { StateStore } from '../../../../lib/local/aws/state/store';

export const testAccount = '111111111111';
export const testRegion = 'eu-central-1';

/** A template as tests write it. */
export interface TestTemplate {
  readonly Resources: Readonly<Record<string, unknown>>;
  readonly [section: string]: unknown;
}

/** The engine without HTTP. */
export class Engine {
  readonly cloud: Cloud;
  /** The clock, in milliseconds since 1970. It stands still until a test moves it. */
  time = Date.parse('2026-11-25T00:00:00Z');

  constructor(
    seed = 'test',
    onEvent: (event: LocalAwsEvent) => void = () => undefined,
    standIns: Readonly<Record<string, StandIn>> = {},
    ledger = new Ledger(),
  ) {
    this.cloud = new Cloud(seed, () => new Date(this.time), onEvent, { standIns, ledger });
    this.cloud.nested = new ChildStacks(this.cloud);
  }

  /** An engine that goes on with what a store holds. */
  static async on(store: StateStore): Promise<Engine> {
    return new Engine('test', undefined, {}, await Ledger.open(store));
  }

  /** Writes everything, as the end of a request does. */
  async save(): Promise<void> {
    for (const stack of this.cloud.allStacks()) this.cloud.touch(stack);
    await this.cloud.ledger.flush();
  }

  stack(name: string, account = testAccount, region = testRegion): Stack {
    const stacks = this.cloud.stacks(account, region);
    const found = stacks.find((stack) => stack.name === name && !stack.deleted);
    if (found !== undefined) return found;
    const id = `arn:aws:cloudformation:${region}:${account}:stack/${name}/${stacks.length}`;
    const stack = new Stack({ id, name, account, region, createdAt: this.cloud.now() });
    stacks.push(stack);
    return stack;
  }

  plan(stack: Stack, template: TestTemplate, parameters: Readonly<Record<string, string>> = {}): Plan {
    return planDeployment(stack, this.request(template, parameters), this.cloud);
  }

  deploy(stack: Stack, template: TestTemplate, parameters: Readonly<Record<string, string>> = {}): Stack {
    finish(this.begin(stack, template, parameters));
    return stack;
  }

  /** A deployment that has started: each step is one `next`. */
  begin(
    stack: Stack,
    template: TestTemplate,
    parameters: Readonly<Record<string, string>> = {},
    options: Partial<ExecutionOptions> = {},
  ): Work {
    const plan = this.plan(stack, template, parameters);
    return beginDeployment(stack, plan, this.cloud, {
      disableRollback: false,
      clientRequestToken: undefined,
      ...options,
    });
  }

  destroy(stack: Stack, retain: readonly string[] = [], token?: string): Stack {
    finish(beginDeletion(stack, this.cloud, retain, token));
    return stack;
  }

  request(template: TestTemplate, parameters: Readonly<Record<string, string>>): DeploymentRequest {
    return {
      templateText: JSON.stringify(template),
      parameters: Object.entries(parameters).map(([key, value]) => ({ key, value, usePreviousValue: false })),
      tags: [],
      capabilities: [],
      notificationArns: [],
    };
  }
}

/** Reasons of failed events, oldest first. */
export function failures(stack: Stack): readonly string[] {
  return stack.events.flatMap(({ status, reason, logicalId }) =>
    status.endsWith('_FAILED') ? [`${logicalId}: ${reason ?? ''}`] : [],
  );
}

/** `<logical id> <status>` of every event, oldest first. */
export function trail(stack: Stack): readonly string[] {
  return stack.events.map(({ logicalId, status }) => `${logicalId} ${status}`);
}

export function output(stack: Stack, key: string): string | undefined {
  return stack.deployment?.outputs.find((entry) => entry.key === key)?.value;
}
