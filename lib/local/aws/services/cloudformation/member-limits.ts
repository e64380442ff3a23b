import { validationError } from '../../errors';
import type { QueryParameters } from '../../wire/query-parameters';

/** What a member of a request may be. */
interface Limit {
  readonly min?: number;
  readonly max: number;
  /** Of the whole text. */
  readonly pattern?: RegExp;
}

/** Source: API model of CloudFormation in botocore 1.44.8 (2026-11), of every operation that takes the member. */
const texts: Readonly<Record<string, Limit>> = {
  ChangeSetName: { max: 1600, pattern: /^(?:[a-zA-Z][-a-zA-Z0-9]*|arn:[-a-zA-Z0-9:/]*)$/ },
  ClientRequestToken: { max: 128, pattern: /^[a-zA-Z0-9][-a-zA-Z0-9]*$/ },
  ClientToken: { max: 128 },
  Description: { max: 1024 },
  RoleARN: { min: 20, max: 2048 },
  StackPolicyBody: { max: 16_384 },
  StackPolicyDuringUpdateBody: { max: 16_384 },
  StackPolicyDuringUpdateURL: { max: 5120 },
  StackPolicyURL: { max: 5120 },
  TemplateURL: { max: 5120 },
  UniqueId: { max: 64 },
};

/** Stricter for one operation: it makes the name that others take. */
const newChangeSet: Limit = { max: 128, pattern: /^[a-zA-Z][-a-zA-Z0-9]*$/ };
const mostTags = 50;
const mostNotificationArns = 5;

/** Refuses members that are too long, too many or misspelt, with all of them. @throws ServiceError (ValidationError) */
export function assertLimits(parameters: QueryParameters): void {
  const creates = parameters.get('Action') === 'CreateChangeSet';
  const problems = Object.entries(texts).flatMap(([name, limit]) =>
    textProblems(name, parameters.get(name) ?? '', creates && name === 'ChangeSetName' ? newChangeSet : limit),
  );
  if (parameters.has('Tags')) problems.push(...tagProblems(parameters));
  if (parameters.has('NotificationARNs')) {
    const arns = parameters.list('NotificationARNs');
    if (arns.length > mostNotificationArns)
      problems.push(problem('notificationARNs', `[${arns.join(', ')}]`, length('less', mostNotificationArns)));
  }
  if (problems.length === 0) return;
  const count = problems.length === 1 ? '1 validation error' : `${problems.length} validation errors`;
  throw validationError(`${count} detected: ${problems.join('; ')}`);
}

function textProblems(name: string, value: string, { min = 1, max, pattern }: Limit): readonly string[] {
  // A member without a value is one that was not sent.
  if (value === '') return [];
  const member = name.charAt(0).toLowerCase() + name.slice(1);
  return [
    ...(value.length > max ? [problem(member, value, length('less', max))] : []),
    ...(value.length < min ? [problem(member, value, length('greater', min))] : []),
    ...(pattern === undefined || pattern.test(value)
      ? []
      : [
          problem(
            member,
            value,
            `Member must satisfy regular expression pattern: ${pattern.source.replace(/^\^(?:\(\?:)?/, '').replace(/\)?\$$/, '')}`,
          ),
        ]),
  ];
}

function tagProblems(parameters: QueryParameters): readonly string[] {
  const tags = parameters.structures('Tags');
  return [
    ...(tags.length > mostTags ? [problem('tags', `${tags.length} tags`, length('less', mostTags))] : []),
    ...tags.flatMap((tag, index) => [
      ...textProblems(`tags.${index + 1}.member.key`, tag.get('Key') ?? '', { max: 128 }),
      ...textProblems(`tags.${index + 1}.member.value`, tag.get('Value') ?? '', { max: 256 }),
    ]),
  ];
}

function length(side: 'less' | 'greater', limit: number): string {
  return `Member must have length ${side} than or equal to ${limit}`;
}

function problem(member: string, value: string, rule: string): string {
  return `Value '${value.slice(0, 200)}' at '${member}' failed to satisfy constraint: ${rule}`;
}
