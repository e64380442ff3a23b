import type { MessageCode } from '../../../messages';
import { messageOf } from '../../../messages';
import type { Issue } from '../../../platform';
import { isError } from '../../../platform';
import type { Cause } from '../../cause';
import type { OfflineCheck, PreflightInput } from '../../check';
import { at, passed } from '../../check';
import { noneKnown } from '../../next-place';
import type { Finding } from '../../outcome';

interface PlanQuestion {
  readonly id: string;
  readonly cause: Cause;
  readonly asks: string;
  readonly seen: string;
  readonly codes: readonly MessageCode[];
}

/** What the plan already knows, by the cause that its issues have. */
const questions: readonly PlanQuestion[] = [
  {
    id: 'offered',
    cause: 'not-offered',
    asks: 'Does the catalogue know that the place offers every size, model, version and kind of offer?',
    seen: 'every size, model and kind of offer is in the catalogue for its place',
    codes: [
      'InstanceNotInRegion',
      'ModelNotInRegion',
      'NoInstanceOffered',
      'NoInstancesInRegion',
      'RegionWithoutInstance',
      'ScaleToZeroNotInRegion',
      'SkuNotInRegion',
      'UnknownModelVersion',
    ],
  },
  {
    id: 'quotas',
    cause: 'quota',
    asks: 'Do the quotas of the config allow what all environments of the account, region and type need together?',
    seen: 'no quota of the config is too small',
    codes: ['QuotaExhausted'],
  },
  {
    id: 'lifecycle',
    cause: 'lifecycle',
    asks: 'Does every model version answer today?',
    seen: 'no version of the plan is retired',
    codes: ['ModelRetired', 'ModelNotDeployedBefore'],
  },
  {
    id: 'names',
    cause: 'name-taken',
    asks: 'Are the planned names legal, and different from each other?',
    seen: 'every name follows its service, and no two are equal',
    codes: ['NameCollision'],
  },
  {
    id: 'ranges',
    cause: 'network',
    asks: 'Do the address ranges of the environments differ?',
    seen: 'no two ranges overlap',
    codes: ['OverlappingCidrs'],
  },
];

const known = new Set<string>(questions.flatMap(({ codes }) => codes));

/** Whether an issue of the plan is about the cloud, so that preflight reports it. Any other error is bad input. */
export function isPlanFinding({ code }: Issue): boolean {
  return known.has(code);
}

/** Checks of what the plan knows without a cloud. */
export const planChecks: readonly OfflineCheck[] = questions.flatMap((question) =>
  (['aws', 'azure'] as const).map((cloud) => ({
    id: `${cloud}.plan-${question.id}`,
    cloud,
    asks: question.asks,
    questions: [],
    run: (input: PreflightInput) => {
      const check = { id: `${cloud}.plan-${question.id}`, cloud };
      const issues = input.issues.filter((issue) => applies(issue, question, input, cloud));
      if (issues.length > 0) return issues.map((issue) => findingOf(issue, question.cause, at(check, issue.path)));
      return input[cloud] === undefined ? [] : [passed(at(check, input.environment), question.seen)];
    },
  })),
);

/** An issue names its cloud, or is about the platform: then it is reported with the first cloud of the environment. */
function applies(issue: Issue, { codes }: PlanQuestion, input: PreflightInput, cloud: 'aws' | 'azure'): boolean {
  if (!isError(issue) || !codes.includes(issue.code)) return false;
  const text = `${issue.path} ${issue.message}`;
  if (/\bazure\b|Azure|^environments\.[^.]*\.azure/.test(text)) return cloud === 'azure';
  if (/\baws\b|SageMaker|Bedrock|bedrock/.test(text)) return cloud === 'aws';
  return cloud === (input.clouds.includes('aws') ? 'aws' : 'azure');
}

function findingOf(
  issue: Issue,
  cause: Cause,
  place: Omit<Finding, 'kind' | 'cause' | 'got' | 'expected' | 'fix' | 'next'>,
): Finding {
  const fix = issue.fix ?? messageOf(issue.code).fix;
  return {
    kind: 'finding',
    ...place,
    cause,
    got: issue.message,
    expected: issue.expected,
    fix,
    next: noneKnown,
  };
}
