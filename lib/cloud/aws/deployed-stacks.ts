import { setTimeout } from 'node:timers/promises';
import type { CloudFormationClient, StackResourceDrift } from '@aws-sdk/client-cloudformation';
import type { Answer } from '../../preflight';
import { answered } from '../no-answer';
import type { AwsClientOptions } from './client-options';
import { clientConfig } from './client-options';

// A client that is not installed is an answer: nothing was asked.
const load = () => import('@aws-sdk/client-cloudformation');

/** Milliseconds between two questions about a detection, and how often it is asked: ten minutes together. */
const interval = 2_000;
const mostQuestions = 300;

/** A stack as CloudFormation has it. */
export interface DeployedStack {
  /** The template of its last deployment with macros applied, JSON or YAML. */
  readonly template: string;
  readonly account: string;
}

/** What CloudFormation says about the resources of a stack beside their template. */
export interface StackDrift {
  /** As `describe-stack-resource-drifts` writes it. */
  readonly document: { readonly StackResourceDrifts: readonly StackResourceDrift[] };
  /** Why nothing was compared anew, so that this is what an earlier detection found. @default - it was compared now */
  readonly refused?: Extract<Answer<never>, { kind: 'not-asked' }>;
}

/** How deployed stacks are read. */
export interface DeployedStackOptions extends AwsClientOptions {
  /** Waits between two questions about a detection. @default - a timer */
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

/** What is deployed on AWS, read only: a detection of drift reads resources and notes its own result. */
export class DeployedStacks {
  private client: Promise<CloudFormationClient> | undefined;

  constructor(private readonly options: DeployedStackOptions) {}

  /** The template of a stack, `absent` where there is no such stack. */
  async stack(name: string): Promise<Answer<DeployedStack>> {
    const permissions = ['cloudformation:DescribeStacks', 'cloudformation:GetTemplate'];
    return answered(
      async () => {
        const { DescribeStacksCommand, GetTemplateCommand } = await load();
        const api = await this.api();
        const { Stacks: [stack] = [] } = await api.send(new DescribeStacksCommand({ StackName: name })).catch(absence);
        const [, , , , account = ''] = stack?.StackId?.split(':') ?? [];
        // A stack whose first change set was never executed has no template yet.
        if (stack === undefined || stack.StackStatus === 'REVIEW_IN_PROGRESS') throw new Absent();
        const request = { StackName: name, TemplateStage: 'Processed' } as const;
        const { TemplateBody: template = '' } = await api.send(new GetTemplateCommand(request));
        return { template, account };
      },
      permissions,
      ['StackAbsent'],
    );
  }

  /** Has CloudFormation compare a stack with what is live, where that is permitted, and reads what it found. */
  async drift(name: string): Promise<Answer<StackDrift>> {
    const detected = await this.detect(name);
    const read = await answered(() => this.drifts(name), ['cloudformation:DescribeStackResourceDrifts']);
    if (read.kind !== 'value') return read;
    const document = { StackResourceDrifts: read.value };
    return { kind: 'value', value: detected.kind === 'not-asked' ? { document, refused: detected } : { document } };
  }

  private detect(name: string): Promise<Answer<void>> {
    const permissions = ['cloudformation:DetectStackDrift', 'cloudformation:DescribeStackDriftDetectionStatus'];
    const pause = this.options.pause ?? ((milliseconds: number) => setTimeout(milliseconds));
    return answered(async () => {
      const { DetectStackDriftCommand, DescribeStackDriftDetectionStatusCommand } = await load();
      const api = await this.api();
      const { StackDriftDetectionId } = await api.send(new DetectStackDriftCommand({ StackName: name }));
      for (let count = 0; count < mostQuestions; count += 1) {
        const status = await api.send(new DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId }));
        if (status.DetectionStatus === 'DETECTION_COMPLETE') return;
        // Of a detection that failed, the resources that it came to have their result.
        if (status.DetectionStatus === 'DETECTION_FAILED')
          throw new Unfinished(`detection failed: ${status.DetectionStatusReason ?? 'no reason given'}`);
        await pause(interval);
      }
      throw new Unfinished('detection did not end within ten minutes');
    }, permissions);
  }

  private async drifts(name: string): Promise<readonly StackResourceDrift[]> {
    const { DescribeStackResourceDriftsCommand } = await load();
    const api = await this.api();
    const found: StackResourceDrift[] = [];
    let token: string | undefined;
    do {
      const page = await api.send(
        new DescribeStackResourceDriftsCommand({
          StackName: name,
          ...(token === undefined ? {} : { NextToken: token }),
        }),
      );
      found.push(...(page.StackResourceDrifts ?? []));
      token = page.NextToken;
    } while (token !== undefined);
    return found;
  }

  /** Closes the connections. */
  async close(): Promise<void> {
    (await this.client)?.destroy();
  }

  private api(): Promise<CloudFormationClient> {
    this.client ??= load().then(({ CloudFormationClient: Client }) => new Client(clientConfig(this.options)));
    return this.client;
  }
}

/** There is no such stack. */
class Absent extends Error {
  readonly code = 'StackAbsent';
}

/** A detection that ended without comparing every resource. */
class Unfinished extends Error {
  readonly code: string;

  constructor(why: string) {
    super(why);
    this.code = why;
  }
}

/** CloudFormation has no error of its own for a stack that does not exist. */
function absence(error: unknown): never {
  if (error instanceof Error && error.name === 'ValidationError' && error.message.includes('does not exist'))
    throw new Absent();
  throw error;
}
