import type { JsonObject } from '../../../../constraints/json';
import { isObject } from '../../../../constraints/json';
import { listAt, textAt } from '../../../../constraints/value';
import type { CallContext } from '../call';
import { requireTable } from './tables';
import { mapBytes, readMap } from './values';

/** DescribeTable. The service counts items every six hours; here the count is of now. */
export function describeTable(input: JsonObject, context: CallContext): JsonObject {
  const { resource, name, arn, items } = requireTable(input['TableName'], context);
  const { properties } = resource;
  const counts = {
    ItemCount: items.size,
    TableSizeBytes: [...items.values()].reduce((sum, item) => sum + mapBytes(readMap(item, 'Item')), 0),
  };
  const indexes = (member: string): JsonObject => {
    const declared = listAt(properties, member).filter(isObject);
    if (declared.length === 0) return {};
    return {
      [member]: declared.map((index) => ({
        IndexName: index['IndexName'] ?? '',
        KeySchema: index['KeySchema'] ?? [],
        Projection: index['Projection'] ?? {},
        IndexArn: `${arn}/index/${textAt(index, 'IndexName') ?? ''}`,
        ...(member.startsWith('Global') ? { IndexStatus: 'ACTIVE' } : {}),
      })),
    };
  };
  const mode = textAt(properties, 'BillingMode') ?? 'PROVISIONED';
  return {
    Table: {
      TableName: name,
      TableArn: arn,
      TableId: context.cloud.ids.uuid(`table|${arn}`),
      TableStatus: 'ACTIVE',
      AttributeDefinitions: properties['AttributeDefinitions'] ?? [],
      KeySchema: properties['KeySchema'] ?? [],
      ...counts,
      ...(mode === 'PAY_PER_REQUEST' ? { BillingModeSummary: { BillingMode: mode } } : {}),
      ...(isObject(properties['ProvisionedThroughput'])
        ? { ProvisionedThroughput: properties['ProvisionedThroughput'] }
        : {}),
      ...indexes('LocalSecondaryIndexes'),
      ...indexes('GlobalSecondaryIndexes'),
      DeletionProtectionEnabled: properties['DeletionProtectionEnabled'] === true,
    },
  };
}
