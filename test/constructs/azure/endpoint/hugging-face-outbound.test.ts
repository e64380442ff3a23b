import { ComponentResource } from '@pulumi/pulumi';
import { allowHuggingFace } from '../../../../constructs/azure/endpoint/hugging-face-outbound';
import { ofType, recordProgram, waitsFor } from '../../../helpers/azure-recording';
import { at } from '../../../helpers/json-path';

test('opens the managed network to hosts by name, one rule after another, and returns every rule', async () => {
  let returned = 0;
  const recording = await recordProgram(() => {
    const parent = new ComponentResource('example:Endpoint', 'chat');
    returned = allowHuggingFace('hub', { workspaceName: 'mlw', resourceGroupName: 'rg' }, { parent }).length;
  });
  const rules = ofType(recording, 'azure-native:machinelearningservices:ManagedNetworkSettingsRule');
  expect(returned).toBe(rules.length);
  expect(rules.map(({ inputs }) => at(inputs, 'properties', 'destination'))).toContain('cdn-lfs.huggingface.co');
  for (const { inputs } of rules)
    expect(inputs).toMatchObject({ workspaceName: 'mlw', properties: { type: 'FQDN', category: 'UserDefined' } });
  for (const [i, rule] of rules.entries()) {
    const previous = rules[i - 1];
    if (previous !== undefined) expect(waitsFor(recording, rule, previous)).toBe(true);
  }
});
