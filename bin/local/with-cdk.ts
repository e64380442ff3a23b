import type { LocalAws, LocalAwsEvent, StackPlace } from '../../lib/local/aws';
import type { Issue } from '../../lib/platform';
import type { Finding } from '../../lib/review';
import { validatorMissing } from '../check/cdk-findings';
import { entryPoint } from '../project/entry-point';
import type { JudgeProcess } from './cdk-judge';
import { CdkJudge, validatorProcess } from './cdk-judge';

/** Asks the validator of aws-cdk-lib about what is deployed to a cloud. */
export interface WithCdk {
  /** Takes an event of the cloud. */
  heard(event: LocalAwsEvent): void;
  /** Asks about every stack that exists, and from now on about each that changes. */
  watch(cloud: LocalAws): void;
  close(): void;
}

/** @param failed called once, when the validator cannot judge */
export function withCdk(
  failed: (issues: readonly Issue[]) => void,
  start: () => JudgeProcess = () => validatorProcess(entryPoint('cdk-validator')),
): WithCdk {
  let cloud: LocalAws | undefined;
  const judge = new CdkJudge(
    {
      found: (place, findings) => {
        cloud?.warn(place, findings.map(warningOf));
      },
      failed,
    },
    start,
  );
  const ask = (place: StackPlace): void => {
    const template = cloud?.deployedTemplate(place);
    if (template !== undefined) judge.ask(place, template);
  };
  return {
    heard: (event) => {
      const { account, region, stack, logicalId } = event;
      const done = event.kind === 'resource' && /^(?:CREATE|UPDATE|IMPORT)_COMPLETE$/.test(event.status);
      // The event of the stack itself, not of one that is nested in it. The answer to a client does not wait for this.
      if (done && logicalId === stack) setImmediate(ask, { account, region, stack });
    },
    watch: (running) => {
      cloud = running;
      for (const place of running.stacks()) ask(place);
    },
    close: () => {
      judge.close();
    },
  };
}

function warningOf({ address, type, path, message }: Finding): {
  readonly logicalId: string;
  readonly type: string;
  readonly what: string;
} {
  const what = path === '' ? message : `${path}: ${message}`;
  return { logicalId: address.slice(address.indexOf('/') + 1), type, what };
}

/** Why the validator cannot be asked. */
export function withCdkIssues(asked: boolean): readonly Issue[] {
  if (!asked) return [];
  try {
    require.resolve('aws-cdk-lib');
    return [];
  } catch {
    return [validatorMissing];
  }
}
