import type { Flaw } from './operators';
import type { Json, Place } from './template';
import { changed, isBlock, placesIn } from './template';

type Properties = { [key: string]: Json };

/** Widens and opens each statement of each policy of IAM in a resource. */
export function policies(type: string, of: Properties): readonly Flaw[] {
  return placesIn(of)
    .filter(
      ({ path, value }) =>
        typeof path.at(-1) === 'number' && path.at(-2) === 'Statement' && isBlock(value) && 'Effect' in value,
    )
    .flatMap(({ path, value }) =>
      isBlock(value)
        ? weakened(type, value).map(([operator, step, next]) => at(of, [...path, ...step], operator, next))
        : [],
    );
}

type Change = readonly [operator: string, step: Place['path'], next: Json | undefined];

function at(of: Properties, path: Place['path'], operator: string, next: Json | undefined): Flaw {
  return { operator, path: path.join('.'), properties: changed(of, path, next) };
}

function weakened(type: string, statement: Properties): readonly Change[] {
  if (statement.Effect === 'Deny') return [['remove denial', [], undefined]];
  const identity = statement.Principal === undefined;
  return [
    ...principals(type, statement),
    ...(statement.Condition === undefined ? [] : conditions(statement)),
    ...actions(type, statement),
    ...(identity ? resources(statement) : []),
  ];
}

/** Everybody instead of the principals. */
function principals(type: string, { Principal: principal }: Properties): readonly Change[] {
  if (principal === undefined || principal === '*' || type === 'AWS::EC2::VPCEndpoint') return [];
  if (isBlock(principal) && ('Federated' in principal || 'Service' in principal)) return [];
  return [['widen principal', ['Principal'], type === 'AWS::IAM::Role' ? { AWS: '*' } : '*']];
}

/** No condition, and each key of a condition less. */
function conditions({ Condition: condition }: Properties): readonly Change[] {
  const keys = isBlock(condition)
    ? Object.entries(condition).flatMap(([operator, block]) =>
        isBlock(block) && Object.keys(block).length > 1
          ? Object.keys(block).map((key): Change => ['remove condition key', ['Condition', operator, key], undefined])
          : [],
      )
    : [];
  const subjects = isBlock(condition)
    ? Object.entries(condition).flatMap(([operator, block]) =>
        isBlock(block)
          ? Object.entries(block).flatMap(([key, value]): Change[] =>
              key.endsWith(':sub') && typeof value === 'string'
                ? [['widen subject', ['Condition', operator, key], 'repo:*']]
                : [],
            )
          : [],
      )
    : [];
  return [['remove condition', ['Condition'], undefined], ...keys, ...subjects];
}

/** Every action, and every action of the service. */
function actions(type: string, { Action: action, Principal: principal }: Properties): readonly Change[] {
  const [first] = Array.isArray(action) ? action : [action];
  if (typeof first !== 'string' || first.endsWith('*') || first.startsWith('sts:')) return [];
  const service = `${first.split(':')[0] ?? ''}:*`;
  // The policy of a key is for the one key, and that of a group of packages for the group: the whole service is as wide.
  return principal === undefined || type !== 'AWS::KMS::Key'
    ? [
        ['widen action to all', ['Action'], '*'],
        ['widen action to service', ['Action'], service],
      ]
    : [];
}

/** Every resource, and every resource of the type. */
function resources({ Resource: resource }: Properties): readonly Change[] {
  if (resource === '*') return [];
  const [first] = Array.isArray(resource) ? resource : [resource];
  const every: Change = ['widen resource to all', ['Resource'], '*'];
  if (typeof first !== 'string') return [every];
  const wide = first.replace(/^(arn:[^:]*:[^:]*:[^:]*:[^:]*:(?:[a-z-]+[/:])?).*$/, '$1*');
  return wide === first || !wide.startsWith('arn:') ? [every] : [every, ['widen resource to type', ['Resource'], wide]];
}
