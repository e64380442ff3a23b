import { vectorTable } from '../services/s3vectors/vector-index';
import type { Provider } from './provider';

/** `AWS::S3Vectors::Index`: its vectors are deleted with it. */
export const vectorIndexProvider: Provider = {
  remove: ({ arn }, cloud) => {
    cloud.ledger.drop(vectorTable(arn));
    return undefined;
  },
};

/** `AWS::Bedrock::DataSource`: what is known of its documents is forgotten with it; their vectors stay in the index. */
export const dataSourceProvider: Provider = {
  remove: ({ physicalId }, cloud) => {
    cloud.ledger.drop(`ingested/${physicalId.split('|').at(-1) ?? physicalId}`);
    return undefined;
  },
};
