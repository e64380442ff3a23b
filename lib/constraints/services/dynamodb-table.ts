import type { Breach, Constraint, DeclaredResource } from '../constraint';
import { at, listAt, textAt } from '../value';
import { placesAt } from './places';

const lists = ['KeySchema', 'GlobalSecondaryIndexes/*/KeySchema', 'LocalSecondaryIndexes/*/KeySchema'];

/** The names of attributes at a path; undefined where one is not known. */
function names(resource: DeclaredResource, path: string): readonly string[] | undefined {
  const found = placesAt(resource.properties, path).map(({ value }) => textAt(value, 'AttributeName'));
  return found.every((name) => name !== undefined) ? found : undefined;
}

/** Whether every list of keys and attributes is written as a list. */
function isPlain({ properties }: DeclaredResource): boolean {
  return ['AttributeDefinitions', 'KeySchema', 'GlobalSecondaryIndexes', 'LocalSecondaryIndexes'].every((name) => {
    const value = properties[name];
    return value === undefined || Array.isArray(value);
  });
}

function attributes(resource: DeclaredResource): readonly Breach[] {
  const defined = names(resource, 'AttributeDefinitions/*');
  const keys = lists.map((path) => names(resource, `${path}/*`));
  if (!isPlain(resource) || defined === undefined || keys.some((list) => list === undefined)) return [];
  const used = [...new Set(keys.flatMap((list) => list ?? []))];
  const undefinedKeys = used.filter((name) => !defined.includes(name));
  const unused = defined.filter((name) => !used.includes(name));
  const found: Breach[] = [];
  if (undefinedKeys.length > 0) {
    found.push({
      pointer: '#/KeySchema',
      problem: `One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [${undefinedKeys.join(', ')}], AttributeDefinitions: [${defined.join(', ')}]`,
      fix: `Add ${undefinedKeys.join(', ')} to AttributeDefinitions.`,
    });
  } else if (unused.length > 0 && used.length > 0) {
    found.push({
      pointer: '#/AttributeDefinitions',
      problem: `One or more parameter values were invalid: Some AttributeDefinitions are not used. AttributeDefinitions: [${defined.join(', ')}], keys used: [${used.join(', ')}]. Not used: ${unused.join(', ')}`,
      fix: `Remove ${unused.join(', ')} from AttributeDefinitions: only keys are defined.`,
    });
  }
  return found;
}

function billing({ properties }: DeclaredResource): readonly Breach[] {
  const mode = at(properties, 'BillingMode') ?? (Object.hasOwn(properties, 'BillingMode') ? undefined : 'PROVISIONED');
  const places = [{ pointer: '#', value: properties }, ...placesAt(properties, 'GlobalSecondaryIndexes/*')];
  if (mode === 'PAY_PER_REQUEST') {
    return places.flatMap(({ pointer, value }) =>
      at(value, 'ProvisionedThroughput') === undefined
        ? []
        : [
            {
              pointer: `${pointer}/ProvisionedThroughput`,
              problem:
                'One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST',
              fix: 'Remove ProvisionedThroughput.',
            },
          ],
    );
  }
  if (mode !== 'PROVISIONED') return [];
  return places.flatMap(({ pointer, value }) =>
    at(value, 'ProvisionedThroughput') !== undefined || (pointer !== '#' && listAt(value, 'KeySchema').length === 0)
      ? []
      : [
          {
            pointer,
            problem: `One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED. No provisioned throughput specified for the ${pointer === '#' ? 'table' : 'global secondary index'}`,
            fix: 'Add ProvisionedThroughput, or set BillingMode to PAY_PER_REQUEST.',
          },
        ],
  );
}

/** Keys and attributes of a table fit together, and so do billing mode and throughput. */
export const dynamodbTable: Constraint = {
  id: 'dynamodb-table',
  types: ['AWS::DynamoDB::Table'],
  source: {
    url: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html',
    asOf: '2026-11-30',
  },
  check: (resource) => [...attributes(resource), ...billing(resource)],
};
