import { browserNotRecorded } from '../../../../../lib/review/rules/bedrock/browser-not-recorded';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(browserNotRecorded, {
  type: 'AWS::BedrockAgentCore::BrowserCustom',
  right: { RecordingConfig: { Enabled: true, S3Location: { Bucket: 'b', Prefix: 'p' } } },
  wrong: { 'RecordingConfig.Enabled': [false, undefined], 'RecordingConfig.S3Location': [undefined] },
});
