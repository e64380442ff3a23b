import { repositoryNotScanned } from '../../../../../lib/review/rules/ci/repository-not-scanned';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(repositoryNotScanned, {
  type: 'AWS::ECR::Repository',
  right: { ImageScanningConfiguration: { ScanOnPush: true } },
  wrong: { 'ImageScanningConfiguration.ScanOnPush': [false, undefined] },
});
