import { createHash } from 'node:crypto';
import type { LocalAws, StackView } from '../aws';
import type { StackTemplate } from './change';

/** The answer to one call of CloudFormation. */
interface Answer {
  readonly ok: boolean;
  /** The message of a refusal. */
  readonly message: string;
}

/**
 * A connection for each request. Between two of them this process synthesizes templates for longer than the server keeps an
 * idle connection, and hears of its end too late: a request on it failed.
 */
const oneRequest = { connection: 'close' };

/** How the deployment of one stack ended. */
export interface StackEnd {
  readonly stack: string;
  /** Status of the stack; `refused` when CloudFormation did not start. */
  readonly status: string;
  /** Why it failed; undefined when it did not. */
  readonly reason: string | undefined;
}

/**
 * Deploys templates as the CDK CLI does, without its processes: the template and assets go to the bootstrap bucket, and
 * CloudFormation is asked to create or update the stack. A call ends when its operation has ended.
 */
export class StackApi {
  constructor(
    private readonly cloud: LocalAws,
    private readonly account: string,
    private readonly region: string,
    /** Role that CloudFormation deploys with. @default - as who calls */
    private readonly role?: string,
  ) {}

  /** A stack of the account and region that is not deleted. */
  stack(name: string): StackView | undefined {
    return this.views().find(({ stack }) => stack === name);
  }

  views(): readonly StackView[] {
    return this.cloud.stacks().filter(({ account, region }) => account === this.account && region === this.region);
  }

  /** Creates or updates stacks in their order; ends at the first that fails. */
  async deployAll(stacks: readonly StackTemplate[]): Promise<readonly StackEnd[]> {
    const ends: StackEnd[] = [];
    for (const stack of stacks) {
      const end = await this.deploy(stack);
      ends.push(end);
      if (end.reason !== undefined) break;
    }
    return ends;
  }

  /** Creates a stack from a template that is sent inline. @returns its status; of a request that is refused the reason */
  async create(name: string, template: string): Promise<string> {
    const capabilities = { 'Capabilities.member.1': 'CAPABILITY_NAMED_IAM' };
    const { ok, message } = await this.call('CreateStack', {
      StackName: name,
      TemplateBody: template,
      ...capabilities,
    });
    return ok ? (this.stack(name)?.status ?? 'absent') : message;
  }

  /** Deletes a stack. */
  async delete(name: string): Promise<StackEnd> {
    await this.call('DeleteStack', { StackName: name });
    const left = this.stack(name);
    return { stack: name, status: left?.status ?? 'DELETE_COMPLETE', reason: left?.statusReason };
  }

  /**
   * Switches off the termination protection of every stack whose creation was rolled back: it refuses the deletion with
   * which the CDK CLI begins a retry, so whoever deploys switches it off, once.
   * @returns the names of those stacks
   */
  async releaseFailed(): Promise<readonly string[]> {
    const failed = this.views().filter(({ status }) => status === 'ROLLBACK_COMPLETE');
    const released: string[] = [];
    for (const { stack } of failed) {
      const { ok } = await this.call('UpdateTerminationProtection', {
        StackName: stack,
        EnableTerminationProtection: 'false',
      });
      if (ok) released.push(stack);
    }
    return released;
  }

  /** Deletes every version of every object of a bucket, and its delete markers. */
  async empty(bucket: string): Promise<void> {
    const listed = await this.s3('GET', `/${bucket}?versions`);
    const version = /<Key>([^<]*)<\/Key><VersionId>([^<]*)<\/VersionId>/g;
    for (const [, key = '', id = ''] of (await listed.text()).matchAll(version))
      await this.s3('DELETE', `/${bucket}/${key}?versionId=${id}`);
  }

  private async deploy({ name, template, assets }: StackTemplate): Promise<StackEnd> {
    const before = this.stack(name);
    const answer = await this.call(before === undefined ? 'CreateStack' : 'UpdateStack', {
      StackName: name,
      TemplateURL: await this.publish(template, assets),
      'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
      'Capabilities.member.2': 'CAPABILITY_AUTO_EXPAND',
      ...(this.role === undefined ? {} : { RoleARN: this.role }),
    });
    if (!answer.ok)
      return answer.message.startsWith('No updates')
        ? { stack: name, status: 'unchanged', reason: undefined }
        : { stack: name, status: 'refused', reason: answer.message };
    const { status = 'absent', statusReason } = this.stack(name) ?? {};
    const done = status === 'CREATE_COMPLETE' || status === 'UPDATE_COMPLETE';
    return { stack: name, status, reason: done ? undefined : (statusReason ?? status) };
  }

  /** @returns the URL of the template */
  private async publish(template: string, assets: readonly string[]): Promise<string> {
    const bucket = this.stagingBucket();
    for (const key of assets) {
      // The local cloud asks only whether an asset is there: nothing runs its code.
      const { ok } = await this.s3('HEAD', `/${bucket}/${key}`);
      if (!ok) await this.s3('PUT', `/${bucket}/${key}`, 'asset');
    }
    const key = `${createHash('sha256').update(template).digest('hex')}.json`;
    await this.s3('PUT', `/${bucket}/${key}`, template);
    return `${this.cloud.url}/${bucket}/${key}`;
  }

  /** The bucket of the bootstrap stack; the stack of another qualifier has another name. */
  private stagingBucket(): string {
    const buckets = this.views().flatMap(({ stack, outputs }) =>
      stack.startsWith('CDKToolkit') ? (outputs['BucketName'] ?? []) : [],
    );
    return buckets[0] ?? '';
  }

  private async call(action: string, parameters: Readonly<Record<string, string>>): Promise<Answer> {
    const response = await fetch(this.cloud.url, {
      method: 'POST',
      headers: {
        ...oneRequest,
        authorization: this.authorization('cloudformation'),
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ Action: action, Version: '2010-05-15', ...parameters }).toString(),
    });
    const text = await response.text();
    await this.cloud.idle();
    return { ok: response.ok, message: /<Message>([\s\S]*?)<\/Message>/.exec(text)?.[1] ?? text };
  }

  private s3(method: string, path: string, body?: string): Promise<Response> {
    return fetch(`${this.cloud.url}${path}`, {
      method,
      headers: { ...oneRequest, authorization: this.authorization('s3') },
      ...(body === undefined ? {} : { body }),
    });
  }

  /** The local cloud reads account, region and service of a signature and does not check it. */
  private authorization(service: string): string {
    const key = this.cloud.env(this.account, this.region)['AWS_ACCESS_KEY_ID'] ?? '';
    return `AWS4-HMAC-SHA256 Credential=${key}/20260101/${this.region}/${service}/aws4_request, SignedHeaders=host, Signature=00`;
  }
}
