import type { Json, JsonObject } from '../../../constraints/json';
import { resourceSchema, resourceTypes } from '../../../constraints/schema/service-spec';
import { suggestion } from '../../../constraints/suggest';
import { services } from '../services/table';
import type { Fault, StepAction } from './fault';
import { faultKinds } from './fault';

/** One thing that is wrong with a description of a fault. */
export interface FaultProblem {
  /** Name of the member. */
  readonly path: string;
  readonly message: string;
  readonly got?: Json;
  readonly expected: string;
  readonly fix: string;
}

const requestMembers = ['service', 'action'];
const stepMembers = ['stack', 'logicalId', 'type', 'step'];

/** Members of each kind beside `kind` and `times`. */
const members: Readonly<Record<Fault['kind'], readonly string[]>> = {
  throttle: requestMembers,
  error: [...requestMembers, 'status'],
  slow: [...requestMembers, 'milliseconds'],
  cut: requestMembers,
  'stream-error': requestMembers,
  delay: [...stepMembers, 'milliseconds'],
  fail: [...stepMembers, 'reason'],
  capacity: stepMembers,
  crash: stepMembers,
};

/** Milliseconds of the longest wait: ten minutes, after which clients have given up. */
const longestWait = 600_000;
const steps: readonly StepAction[] = ['create', 'update', 'delete'];

/** Reads the description of a fault, or everything that is wrong with it. */
export function readFault(
  input: JsonObject,
): { readonly fault: Fault } | { readonly problems: readonly FaultProblem[] } {
  const kind = input['kind'];
  if (!isKind(kind)) {
    const near = typeof kind === 'string' ? suggestion(kind, Object.keys(faultKinds)) : undefined;
    const expected = `one of ${Object.keys(faultKinds).join(', ')}`;
    const fix = `use ${near ?? 'fail'}`;
    return { problems: [{ path: 'kind', message: 'no such kind of fault', ...given(kind), expected, fix }] };
  }
  const problems = [...unknownMembers(kind, input), ...wrongMembers(kind, input)];
  // Every member was checked above: this is the parser of the description.
  return problems.length > 0 ? { problems } : { fault: input as unknown as Fault };
}

function isKind(value: Json | undefined): value is Fault['kind'] {
  return typeof value === 'string' && Object.hasOwn(faultKinds, value);
}

function unknownMembers(kind: Fault['kind'], input: JsonObject): readonly FaultProblem[] {
  const known = ['kind', 'times', ...members[kind]];
  return Object.keys(input)
    .filter((name) => !known.includes(name))
    .map((path) => ({
      path,
      message: `a fault of kind ${kind} has no such member`,
      ...given(input[path]),
      expected: `one of ${members[kind].join(', ')}, times`,
      fix: `remove ${path}, or use a kind that has it`,
    }));
}

function wrongMembers(kind: Fault['kind'], input: JsonObject): readonly FaultProblem[] {
  const texts = ['service', 'action', 'stack', 'logicalId', 'type', 'reason'];
  return [
    ...texts.flatMap((name) =>
      input[name] === undefined || typeof input[name] === 'string'
        ? []
        : [wrong(name, input[name], 'a text', 'write a name')],
    ),
    ...unknownService(input['service']),
    ...unknownType(input['type']),
    ...wholeNumber(input, 'times', 1, 1_000_000),
    ...(members[kind].includes('milliseconds')
      ? wholeNumber({ milliseconds: null, ...input }, 'milliseconds', 1, longestWait)
      : []),
    ...(kind === 'error' && input['status'] !== 500 && input['status'] !== 503
      ? [wrong('status', input['status'], '500 or 503', 'use 500')]
      : []),
    ...(input['step'] === undefined || steps.some((step) => step === input['step'])
      ? []
      : [wrong('step', input['step'], 'create, update or delete', 'use create')]),
  ];
}

/** A misspelt name would never meet anything, and the test that waits for its fault would pass. */
function unknownService(got: Json | undefined): readonly FaultProblem[] {
  const known = services.map(({ signingName }) => signingName);
  if (typeof got !== 'string' || known.includes(got)) return [];
  const fix = `use ${suggestion(got, known) ?? 'cloudformation'}`;
  return [{ path: 'service', message: 'no such service here', got, expected: `one of ${known.join(', ')}`, fix }];
}

/** Types of AWS only: a custom resource has any name. */
function unknownType(got: Json | undefined): readonly FaultProblem[] {
  if (typeof got !== 'string' || !/^AWS::(?!CloudFormation::)/.test(got) || resourceSchema(got) !== undefined)
    return [];
  const fix = `use ${suggestion(got, resourceTypes()) ?? 'a type that CloudFormation has'}`;
  return [{ path: 'type', message: 'no such resource type', got, expected: 'a type such as AWS::S3::Bucket', fix }];
}

function wholeNumber(input: JsonObject, path: string, least: number, most: number): readonly FaultProblem[] {
  const value = input[path];
  if (value === undefined) return [];
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return [];
  return [
    wrong(path, value ?? undefined, `a whole number from ${least} to ${most}`, `use ${least === 1 ? 1000 : least}`),
  ];
}

function wrong(path: string, got: Json | undefined, expected: string, fix: string): FaultProblem {
  return { path, message: got === undefined ? 'is missing' : 'is not what it must be', ...given(got), expected, fix };
}

function given(got: Json | undefined): { readonly got?: Json } {
  return got === undefined ? {} : { got };
}
