import { createLocalPulumi } from '../../../../lib/local/pulumi';
import { AzureRehearsal } from '../../../../lib/local/rehearsal/azure-rehearsal';
import { root } from '../../../helpers/command';

test('has no stages to report when an earlier step failed and nothing was brought up', () => {
  const program = { root, main: 'bin/azure.js', project: 'llmops-kit', stack: 'dev', config: {} };
  expect(new AzureRehearsal(createLocalPulumi(), [{ stage: 'initialization', program }]).stacks()).toEqual([]);
});
