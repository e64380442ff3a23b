import { dataSourceKey } from '../../../../../lib/review/rules/bedrock/data-source-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(dataSourceKey, {
  type: 'AWS::Bedrock::DataSource',
  right: { ServerSideEncryptionConfiguration: { KmsKeyArn: 'x' } },
  wrong: { 'ServerSideEncryptionConfiguration.KmsKeyArn': [undefined] },
});
