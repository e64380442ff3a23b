import { metadataHops } from '../../../../../lib/review/rules/eks/metadata-hops';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(metadataHops, {
  type: 'AWS::EC2::LaunchTemplate',
  right: { LaunchTemplateData: { MetadataOptions: { HttpPutResponseHopLimit: 1 } } },
  wrong: { 'LaunchTemplateData.MetadataOptions.HttpPutResponseHopLimit': [2] },
});
