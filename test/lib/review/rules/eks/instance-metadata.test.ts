import { instanceMetadata } from '../../../../../lib/review/rules/eks/instance-metadata';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(instanceMetadata, {
  type: 'AWS::EC2::LaunchTemplate',
  right: { LaunchTemplateData: { MetadataOptions: { HttpTokens: 'required' } } },
  wrong: { 'LaunchTemplateData.MetadataOptions.HttpTokens': ['optional', undefined] },
});

ruleCases(instanceMetadata, {
  type: 'AWS::EC2::Instance',
  right: { MetadataOptions: { HttpTokens: 'required' } },
  wrong: { 'MetadataOptions.HttpTokens': ['optional', undefined] },
});
