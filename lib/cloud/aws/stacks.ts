import type { CloudFormationClient, OperationEvent, StackEvent } from '@aws-sdk/client-cloudformation';
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

  /** The id of the newest event of a stack; undefined when it has none. */
  async newestEvent(name: string): Promise<string | undefined> {
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
   * @param after - id of the newest event before them. @default - all events
   */
  async failures(name: string, after: string | undefined): Promise<readonly FailureEvent[]> {
    return [...(await this.stackEvents(name, after)), ...(await this.validationErrors(name))];
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

  /** Early validation leaves its findings with the change set; a region without this operation has none. */
  private async validationErrors(name: string): Promise<readonly FailureEvent[]> {
    const { DescribeEventsCommand } = await load();
    try {
      const { OperationEvents = [] } = await (
        await this.api()
      ).send(new DescribeEventsCommand({ StackName: name, Filters: { FailedEvents: true } }));
      return OperationEvents.filter(({ EventType }) => EventType === 'VALIDATION_ERROR').map(findingOf);
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
  };
}

/** CloudFormation has no error of its own for a stack that does not exist. */
function isAbsent(error: unknown): boolean {
  return error instanceof Error && error.name === 'ValidationError' && error.message.includes('does not exist');
}
