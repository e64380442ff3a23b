import { volumePlain } from '../../../../../lib/review/rules/data/volume-plain';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(volumePlain, {
  type: 'AWS::EC2::Volume',
  right: { Encrypted: true, KmsKeyId: 'x' },
  wrong: { Encrypted: [false, undefined], KmsKeyId: [undefined] },
});

ruleCases(volumePlain, {
  type: 'AWS::EC2::LaunchTemplate',
  right: {
    LaunchTemplateData: { BlockDeviceMappings: [{ Ebs: { VolumeSize: 100, KmsKeyId: 'x', Encrypted: true } }] },
  },
  wrong: {
    'LaunchTemplateData.BlockDeviceMappings.0.Ebs.KmsKeyId': [undefined],
    'LaunchTemplateData.BlockDeviceMappings.0.Ebs.Encrypted': [false, undefined],
  },
});
