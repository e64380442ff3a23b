import type { LocalAws, LocalAwsEvent } from '../aws';
import type { StackTemplate } from './change';
import { ended, reasonsOf } from './ends';
import type { StepOutcome } from './progress';
import type { StackApi } from './stack-api';

const bucketType = 'AWS::S3::Bucket';

/** What was seen of a part of the second beginning, and what should have been otherwise. */
interface Seen {
  readonly seen: readonly string[];
  readonly failures: readonly string[];
}

const nothing: Seen = { seen: [], failures: [] };

/** Creates the stacks of an environment again after they were deleted. */
export class AwsSecondBeginning {
  /** @param events every event of the cloud so far; what follows is added to them */
  constructor(
    private readonly api: StackApi,
    private readonly cloud: LocalAws,
    private readonly events: readonly LocalAwsEvent[],
  ) {}

  /**
   * Creates the stacks. What an earlier stack retained keeps its name: a creation is refused until its owner has deleted it.
   * Where a stack has buckets, its last creation fails once, after a service has written into them: they block the retry
   * until they are empty.
   *
   * @param line the line of the config that says what stayed; undefined when there is none
   * @param resources counts the resources of the stacks
   */
  async run(stacks: readonly StackTemplate[], line: string | undefined, resources: () => number): Promise<StepOutcome> {
    const taken = await this.takenNames(stacks);
    const filled = taken.failures.length > 0 ? nothing : await this.filledBuckets(stacks);
    const firstEvent = this.events.length;
    const ends = await this.api.deployAll(stacks);
    const failed = ends.filter(({ reason }) => reason !== undefined);
    return {
      summary: [
        ...(line === undefined ? [] : [`with ${line}`]),
        ...taken.seen,
        ...filled.seen,
        failed.length === 0 ? `then ${ends.length} stacks, ${resources()} resources` : ended(failed),
      ].join('; '),
      failures: [...taken.failures, ...filled.failures, ...reasonsOf(ends, this.events.slice(firstEvent))],
    };
  }

  /** Where something with a name was retained, it refuses the stacks; then it is deleted, as its owner does by hand. */
  private async takenNames(stacks: readonly StackTemplate[]): Promise<Seen> {
    const types = [...new Set(this.events.flatMap(retainedType))].filter((type) =>
      stacks.some(({ template }) => template.includes(`"${type}"`)),
    );
    const names = this.cloud.retained(types);
    if (names.length === 0) return nothing;
    const firstEvent = this.events.length;
    const refused = (await this.api.deployAll(stacks)).at(-1);
    const reasons = refused === undefined ? [] : reasonsOf([refused], this.events.slice(firstEvent));
    if (refused === undefined || !reasons.some((reason) => reason.includes('already exists')))
      return { seen: [], failures: [`retained names were not refused: ${reasons.join('; ')}`] };
    await this.api.delete(refused.stack);
    const deleted = await this.deleteByHand(types);
    return {
      seen: [`${ended([refused])}, because retained names are taken; retained ${deleted.join(', ')} deleted by hand`],
      failures: [],
    };
  }

  /** Deletes what was retained of some types and has a name. @returns the types, short */
  private async deleteByHand(types: readonly string[]): Promise<readonly string[]> {
    const deleted = new Set<string>();
    for (const { type, physicalId } of this.cloud.retained(types)) {
      if (type === bucketType) await this.api.empty(physicalId);
      deleted.add(type.replace('AWS::', ''));
    }
    for (const type of types) await this.cloud.deleteRetained(type);
    return [...deleted].toSorted();
  }

  private async filledBuckets(stacks: readonly StackTemplate[]): Promise<Seen> {
    const at = stacks.findIndex(({ template }) => template.includes(`"${bucketType}"`));
    const stack = stacks[at];
    if (stack === undefined) return nothing;
    const { api, cloud } = this;
    cloud.plant((place) => {
      if (place.stack !== stack.name || !place.last) return undefined;
      for (const bucket of this.buckets(stack.name)) cloud.write(bucket, 'written-by-a-service');
      return 'The rehearsal makes the last creation of this stack fail';
    });
    const firstEvent = this.events.length;
    const ends = await api.deployAll(stacks.slice(0, at + 1));
    cloud.plant();
    const early = ends.find(({ stack: name, reason }) => name !== stack.name && reason !== undefined);
    if (early !== undefined)
      return { seen: [ended([early])], failures: reasonsOf([early], this.events.slice(firstEvent)) };
    const first = ends.at(-1);
    const held = this.buckets(stack.name);
    // As the CDK CLI does with a stack that failed to be created.
    const deletion = this.events.length;
    const retried = await api.delete(stack.name);
    const kept = this.events.slice(deletion).flatMap(retainedType).includes(bucketType);
    const names = `${held.join(', ')} ${held.length === 1 ? 'is' : 'are'}`;
    const until =
      held.length === 0 ? '' : kept ? `, its name taken until ${names} deleted by hand` : ` until ${names} empty`;
    const seen = `${stack.name} ${first?.status ?? ''}, retry ${retried.status}${until}`;
    for (const bucket of held) await api.empty(bucket);
    if (retried.status !== 'DELETE_COMPLETE') await api.delete(stack.name);
    // A bucket that stays when its stack is deleted keeps its name; the deletion itself succeeds.
    if (kept) await cloud.deleteRetained(bucketType);
    const honest = retried.status === (held.length === 0 || kept ? 'DELETE_COMPLETE' : 'DELETE_FAILED');
    return { seen: [seen], failures: honest ? [] : [`a filled bucket did not block the retry: ${seen}`] };
  }

  private buckets(stack: string): readonly string[] {
    return (this.api.stack(stack)?.resources ?? []).flatMap(({ type, physicalId, status }) =>
      type === bucketType && physicalId !== '' && !/^DELETE_(?:COMPLETE|SKIPPED)$/.test(status) ? [physicalId] : [],
    );
  }
}

function retainedType(event: LocalAwsEvent): readonly string[] {
  return event.kind === 'resource' && event.status === 'DELETE_SKIPPED' ? [event.type] : [];
}
