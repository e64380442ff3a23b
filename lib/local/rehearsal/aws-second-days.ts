import type { LocalAws, LocalAwsEvent } from '../aws';
import { AwsSecondBeginning } from './aws-second-beginning';
import type { RehearsedChange, StackTemplate } from './change';
import { lasts } from './change';
import { ended, reasonsOf } from './ends';
import type { StepOutcome } from './progress';
import { StackApi } from './stack-api';

/** What the days after the first deployment are rehearsed on. */
export interface SecondDaysOptions {
  readonly cloud: LocalAws;
  readonly account: string;
  readonly region: string;
  /** The stacks of the environment as first deployed, in deployment order. */
  readonly original: () => readonly StackTemplate[];
  /** The stacks of the second beginning, where something that the account has once stayed. @default - as first deployed */
  readonly again?: SecondBeginning;
}

/** The stacks of an environment that comes up again beside what stayed. */
export interface SecondBeginning {
  /** The line of the config that says that it is there. */
  readonly line: string;
  readonly stacks: () => readonly StackTemplate[];
}

/** A resource of a stack: `<stack>/<logical id>` to its type and physical id. */
type Inventory = ReadonlyMap<string, { readonly type: string; readonly physicalId: string }>;

/** Changes of one line, and coming up again, through CloudFormation's API in this process. */
export class AwsSecondDays {
  private readonly api: StackApi;
  private readonly events: LocalAwsEvent[] = [];
  private originals: readonly StackTemplate[] | undefined;

  constructor(private readonly options: SecondDaysOptions) {
    this.api = new StackApi(options.cloud, options.account, options.region);
  }

  /** Keeps an event of the cloud; deployments are described from their events. */
  record(event: LocalAwsEvent): void {
    this.events.push(event);
  }

  /** Resources that a deletion kept on purpose while it ran. */
  async keptBy(deletion: () => Promise<void>): Promise<readonly string[]> {
    const firstEvent = this.events.length;
    await deletion();
    return this.events
      .slice(firstEvent)
      .flatMap((event) =>
        event.kind === 'resource' && event.status === 'DELETE_SKIPPED'
          ? [`${event.stack}/${event.logicalId} (${event.type}) stays when its stack is deleted`]
          : [],
      );
  }

  /** Deploys a change. Nothing that lasts may be replaced or deleted, unless the change names its type. */
  change(change: RehearsedChange, stacks: readonly StackTemplate[]): Promise<StepOutcome> {
    return this.deployed(change, stacks);
  }

  /**
   * Deploys the first templates again after a change. What the change replaced and its stack retained has the name that is
   * needed again, so it is deleted first, as the documentation asks for.
   */
  async takeBack(change: RehearsedChange): Promise<StepOutcome> {
    const deleted: string[] = [];
    for (const type of change.replaces) {
      const retained = await this.options.cloud.deleteRetained(type);
      deleted.push(...retained.map(() => type.replace('AWS::', '')));
    }
    const outcome = await this.deployed(change, this.original());
    if (deleted.length === 0) return outcome;
    return { ...outcome, summary: `${outcome.summary}; retained ${deleted.join(', ')} deleted by hand before` };
  }

  /** Creates the stacks again after they were deleted. */
  async upAgain(): Promise<StepOutcome> {
    const { cloud, again } = this.options;
    const beginning = new AwsSecondBeginning(this.api, cloud, this.events);
    return beginning.run(again?.stacks() ?? this.original(), again?.line, () => this.inventory().size);
  }

  private original(): readonly StackTemplate[] {
    this.originals ??= this.options.original();
    return this.originals;
  }

  private async deployed(change: RehearsedChange, stacks: readonly StackTemplate[]): Promise<StepOutcome> {
    const before = this.inventory();
    const firstEvent = this.events.length;
    const ends = await this.api.deployAll(stacks);
    const after = this.inventory();
    const lost = [...before].filter(
      ([address, { type, physicalId }]) => lasts(type, change) && after.get(address)?.physicalId !== physicalId,
    );
    const failures = [
      ...reasonsOf(ends, this.events.slice(firstEvent)),
      ...lost.map(([address, { type }]) => `${address} (${type}) was ${after.has(address) ? 'replaced' : 'deleted'}`),
    ];
    const failed = ends.filter(({ reason }) => reason !== undefined);
    const summary = failed.length > 0 ? ended(failed) : difference(before, after, this.events.slice(firstEvent));
    return { summary, failures };
  }

  private inventory(): Inventory {
    const names = new Set(this.original().map(({ name }) => name));
    return new Map(
      this.api
        .views()
        .filter(({ stack }) => names.has(stack))
        .flatMap(({ stack, resources }) =>
          resources.map(({ logicalId, type, physicalId }) => [`${stack}/${logicalId}`, { type, physicalId }] as const),
        ),
    );
  }
}

/** Types that a line of a report names; the events hold all. */
const namedTypes = 4;

/** What a deployment did, by kind and type: `1 replaced (AWS::Bedrock::DataSource), 2 updated (…)`. */
function difference(before: Inventory, after: Inventory, events: readonly LocalAwsEvent[]): string {
  const updated = new Set(
    events.flatMap((event) =>
      event.kind === 'resource' && event.status === 'UPDATE_COMPLETE' ? [`${event.stack}/${event.logicalId}`] : [],
    ),
  );
  const kinds = {
    created: [...after].filter(([address]) => !before.has(address)),
    replaced: [...after].filter(
      ([address, { physicalId }]) => (before.get(address)?.physicalId ?? physicalId) !== physicalId,
    ),
    updated: [...after].filter(
      ([address, { physicalId }]) => updated.has(address) && before.get(address)?.physicalId === physicalId,
    ),
    deleted: [...before].filter(([address]) => !after.has(address)),
  };
  const parts = Object.entries(kinds).flatMap(([kind, list]) => {
    if (list.length === 0) return [];
    const types = [...new Set(list.map(([, { type }]) => type.replace(/^AWS::/, '')))].sort();
    const more = types.length > namedTypes ? ` and ${types.length - namedTypes} more types` : '';
    return [`${list.length} ${kind} (${types.slice(0, namedTypes).join(', ')}${more})`];
  });
  return parts.length === 0 ? 'no resource changed' : parts.join(', ');
}
