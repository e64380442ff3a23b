import { buildPrivileged } from '../../../../../lib/review/rules/ci/build-privileged';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(buildPrivileged, {
  type: 'AWS::CodeBuild::Project',
  right: { Environment: { PrivilegedMode: false } },
  wrong: { 'Environment.PrivilegedMode': [true] },
});
