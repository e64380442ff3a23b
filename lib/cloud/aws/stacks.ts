import type {
  ChangeSetSummary,
  CloudFormationClient,
  OperationEvent,
  StackEvent,
} from '@aws-sdk/client-cloudformation';
import type { FailureEvent, StackFacts } from '../../deploy';
import type { AwsClientOptions } from './client-options';
import { clientConfig, loadSdk } from './client-options';

const sdk = '@aws-sdk/client-cloudformation';
const load = () => loadSdk(sdk, () => import('@aws-sdk/client-cloudformation'));

/** A resource of a stack, as CloudFormation lists it. */
export interface StackResource {
  readonly logicalId: string;
  readonly physicalId: string;
  readonly type: string;
}

/** What a stack has before an operation. */
export interface StackMark {
  /** Id of its newest event. @default - it has none */
  readonly event: string | undefined;
  /** Ids of the change sets that early validation refused. */
  readonly changeSets: readonly string[];
}

/** CloudFormation, read only: what a deployment asks about its stacks. */
export class AwsStacks {
  private client: Promise<CloudFormationClient> | undefined;

  constructor(private readonly options: AwsClientOptions) {}

  /** A stack by name; undefined when there is none. @throws CodedError (SdkMissing) */
  async describe(name: string): Promise<StackFacts | undefined> {
    const { DescribeStacksCommand } = await load();
    try {
      const { Stacks: [stack] = [] } = await (await this.api()).send(new DescribeStacksCommand({ StackName: name }));
      if (stack === undefined) return undefined;
      return {
        name,
        status: stack.StackStatus ?? '',
        reason: stack.StackStatusReason,
        changedAt: (stack.LastUpdatedTime ?? stack.CreationTime)?.toISOString() ?? '',
        terminationProtection: stack.EnableTerminationProtection ?? false,
      };
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  }

  /** The template as it was deployed; undefined when there is no such stack. */
  async template(name: string): Promise<string | undefined> {
    const { GetTemplateCommand } = await load();
    try {
      return (await (await this.api()).send(new GetTemplateCommand({ StackName: name }))).TemplateBody;
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  }

  /** The resources of a stack that exist. */
  async resources(name: string): Promise<readonly StackResource[]> {
    const { paginateListStackResources } = await load();
    const found: StackResource[] = [];
    for await (const page of paginateListStackResources({ client: await this.api() }, { StackName: name }))
      for (const {
        LogicalResourceId,
        PhysicalResourceId,
        ResourceType,
        ResourceStatus,
      } of page.StackResourceSummaries ?? [])
        if (ResourceStatus !== 'DELETE_COMPLETE' && PhysicalResourceId !== undefined)
          found.push({ logicalId: LogicalResourceId ?? '', physicalId: PhysicalResourceId, type: ResourceType ?? '' });
    return found;
  }

  /** What a stack has before an operation, so that {@link failures} are of that operation alone. */
  async mark(name: string): Promise<StackMark> {
    const changeSets = (await this.refusedChangeSets(name)).map(({ ChangeSetId: id }) => id ?? '');
    return { event: await this.newestEvent(name), changeSets };
  }

  private async newestEvent(name: string): Promise<string | undefined> {
    const { DescribeStackEventsCommand } = await load();
    try {
      const { StackEvents: [newest] = [] } = await (
        await this.api()
      ).send(new DescribeStackEventsCommand({ StackName: name }));
      return newest?.EventId;
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  }

  /**
   * Why the last operations on a stack failed, oldest first: events of resources, and what the early validation of a change set
   * found, which the events of a stack do not have.
   * @param after - what the stack had before them. @default - nothing
   */
  async failures(name: string, after?: StackMark): Promise<readonly FailureEvent[]> {
    return [...(await this.stackEvents(name, after?.event)), ...(await this.validationErrors(name, after))];
  }

  private async stackEvents(name: string, after: string | undefined): Promise<readonly FailureEvent[]> {
    const { paginateDescribeStackEvents } = await load();
    const found: FailureEvent[] = [];
    try {
      for await (const page of paginateDescribeStackEvents({ client: await this.api() }, { StackName: name }))
        for (const event of page.StackEvents ?? []) {
          if (event.EventId === after) return found.toReversed();
          if (event.ResourceStatus?.endsWith('_FAILED') === true) found.push(failureOf(event));
        }
    } catch (error) {
      if (!isAbsent(error)) throw error;
    }
    return found.toReversed();
  }

  /**
   * Early validation leaves its findings with the change set, which only its ARN finds; a region without this operation has none.
   * Source: aws-cloudformation/cloudformation-cli#1116 (2025-11-23), read 2026-12-01.
   */
  private async validationErrors(name: string, after: StackMark | undefined): Promise<readonly FailureEvent[]> {
    const { DescribeEventsCommand } = await load();
    const refused = await this.refusedChangeSets(name);
    const found: FailureEvent[] = [];
    for (const { ChangeSetId: id } of refused.filter(
      (one) => after?.changeSets.includes(one.ChangeSetId ?? '') !== true,
    )) {
      const request = { ChangeSetName: id, Filters: { FailedEvents: true } };
      const { OperationEvents = [] } = await (await this.api()).send(new DescribeEventsCommand(request));
      found.push(...OperationEvents.filter(({ EventType }) => EventType === 'VALIDATION_ERROR').map(findingOf));
    }
    return found;
  }

  /** The change sets of a stack that early validation refused. Who may not list them sees what the program printed. */
  private async refusedChangeSets(name: string): Promise<readonly ChangeSetSummary[]> {
    const { ListChangeSetsCommand } = await load();
    try {
      const { Summaries = [] } = await (await this.api()).send(new ListChangeSetsCommand({ StackName: name }));
      return Summaries.filter(({ StatusReason }) => StatusReason?.includes('AWS::EarlyValidation') === true);
    } catch {
      return [];
    }
  }

  private api(): Promise<CloudFormationClient> {
    this.client ??= load().then(({ CloudFormationClient: Client }) => new Client(clientConfig(this.options)));
    return this.client;
  }
}

function failureOf({ LogicalResourceId, ResourceType, ResourceStatusReason }: StackEvent): FailureEvent {
  return { resource: LogicalResourceId ?? '', type: ResourceType, reason: ResourceStatusReason ?? '' };
}

function findingOf(event: OperationEvent): FailureEvent {
  const { LogicalResourceId, ResourceType, ValidationPath, ValidationStatusReason, ValidationName } = event;
  const [, property] = /\/Properties\/(.+)$/.exec(ValidationPath ?? '') ?? [];
  return {
    resource: LogicalResourceId ?? '',
    type: ResourceType,
    property: property?.replaceAll('/', '.'),
    reason: ValidationStatusReason ?? ValidationName ?? '',
    early: true,
  };
}

/** CloudFormation has no error of its own for a stack that does not exist. */
function isAbsent(error: unknown): boolean {
  return error instanceof Error && error.name === 'ValidationError' && error.message.includes('does not exist');
}
