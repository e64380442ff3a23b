import { tmpdir } from 'node:os';
import { CdkCli } from '../../../../lib/local/rehearsal/cdk-cli';

test('fails in a project without the CDK CLI and says what to install', () => {
  expect(() => new CdkCli({ root: tmpdir(), env: {}, home: tmpdir() })).toThrow(
    /: cannot resolve aws-cdk; install aws-cdk .*\[CdkCliMissing\]$/,
  );
});
