import { itemTable } from '../services/dynamodb/tables';
import type { Provider } from './provider';

/** `AWS::DynamoDB::Table`: its items are deleted with it. */
export const dynamoDbTableProvider: Provider = {
  remove: ({ arn }, cloud) => {
    cloud.ledger.drop(itemTable(arn));
    return undefined;
  },
};
