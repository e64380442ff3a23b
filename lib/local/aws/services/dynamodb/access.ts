import type { Json, JsonObject } from '../../../../constraints/json';
import { isList, isObject, scalarText } from '../../../../constraints/json';
import { listAt, objectAt, textAt } from '../../../../constraints/value';
import type { AccessRequest } from '../../iam/context';
import type { CallContext } from '../call';
import { tableArnOf } from './tables';

/** Actions of the parts of a transaction. Source: Service Authorization Reference, Amazon DynamoDB (not compared with the page). */
const partActions: Readonly<Record<string, string>> = {
  ConditionCheck: 'ConditionCheckItem',
  Delete: 'DeleteItem',
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
};

/** What a caller must be allowed to do: the action on each table that the request names, or on the index. */
export function dynamoDbAccess(action: string, input: JsonObject, context: CallContext): readonly AccessRequest[] {
  if (action.startsWith('Batch')) {
    return Object.entries(objectAt(input, 'RequestItems') ?? {}).map(([table, requests]) =>
      on(action, { table, keys: batchKeys(requests), part: input }, context),
    );
  }
  if (action.startsWith('Transact')) {
    return listAt(input, 'TransactItems').flatMap((element) =>
      Object.entries(isObject(element) ? element : {}).flatMap(([kind, part]) => {
        const name = Object.hasOwn(partActions, kind) ? partActions[kind] : undefined;
        if (name === undefined || !isObject(part)) return [];
        const keys = [part['Key'] ?? part['Item'] ?? null];
        return [on(name, { table: scalarText(part['TableName']) ?? '', keys, part }, context)];
      }),
    );
  }
  const index = scalarText(input['IndexName']);
  const keys = input['Key'] ?? input['Item'];
  const request = on(
    action,
    { table: scalarText(input['TableName']) ?? '', keys: keys === undefined ? [] : [keys], part: input },
    context,
  );
  return [index === undefined ? request : { ...request, resource: `${request.resource}/index/${index}` }];
}

function batchKeys(requests: Json): readonly Json[] {
  if (isList(requests))
    return requests.map(
      (request) => objectAt(request, 'PutRequest', 'Item') ?? objectAt(request, 'DeleteRequest', 'Key') ?? null,
    );
  return listAt(requests, 'Keys');
}

/** The table that a request names, the keys in it, and the part of the request about them. */
interface Asked {
  readonly table: string;
  readonly keys: readonly Json[];
  readonly part: JsonObject;
}

/** Source: Amazon DynamoDB Developer Guide, "Using IAM policy conditions for fine-grained access control" (not compared with the page). */
function on(action: string, { table, keys, part }: Asked, context: CallContext): AccessRequest {
  const leading = keys.length > 0 ? leadingKeys(table, keys, context) : queriedKeys(table, part, context);
  return {
    action: `dynamodb:${action}`,
    resource: tableArnOf(table, context),
    context: {
      'dynamodb:LeadingKeys': leading.length === 0 ? undefined : leading,
      'dynamodb:ReturnValues': scalarText(part['ReturnValues']),
      'dynamodb:Select': scalarText(part['Select']),
    },
  };
}

function partitionKey(table: string, { cloud, account, region }: CallContext): string | undefined {
  const arn = tableArnOf(table, { account, region });
  const found = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable']
    .flatMap((type) => cloud.registry.all(type))
    .find((known) => known.arn === arn);
  const key = listAt(found?.properties, 'KeySchema').find((element) => textAt(element, 'KeyType') === 'HASH');
  return textAt(key, 'AttributeName');
}

function leadingKeys(table: string, keys: readonly Json[], context: CallContext): readonly string[] {
  const name = partitionKey(table, context);
  return keys.flatMap((key) => (name === undefined ? [] : keyTextOf(objectAt(key, name))));
}

function keyTextOf(value: JsonObject | undefined): readonly string[] {
  return [value?.['S'] ?? value?.['N'] ?? value?.['B']].filter((text) => typeof text === 'string');
}

/** The value that a query of a table compares its partition key with. */
function queriedKeys(table: string, input: JsonObject, context: CallContext): readonly string[] {
  const text = scalarText(input['KeyConditionExpression']) ?? '';
  const name = partitionKey(table, context);
  const names = objectAt(input, 'ExpressionAttributeNames') ?? {};
  return [...text.matchAll(/(#?[\w.-]+)\s*=\s*(:\w+)/g)].flatMap(([, left = '', right = '']) =>
    (scalarText(names[left]) ?? left) === name ? keyTextOf(objectAt(input, 'ExpressionAttributeValues', right)) : [],
  );
}
