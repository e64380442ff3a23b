import { publishHandOff, readHandOff } from '../../../../constructs/azure';
import { inputsOf, recordProgram } from '../../../helpers/azure-recording';

const place = { storeName: 'appcs-example', keyPrefix: '/llmops/assistant/dev', resourceGroupName: 'rg-example' };

test('a value is published under the prefix, in a name that a resource can have', async () => {
  const recording = await recordProgram(() => {
    publishHandOff({ place, handOff: 'initialization/client~id', value: 'x' }, {});
  });
  expect(inputsOf(recording, 'appconfiguration:KeyValue')).toMatchObject({
    configStoreName: 'appcs-example',
    resourceGroupName: 'rg-example',
    keyValueName: '~2Fllmops~2Fassistant~2Fdev~2Finitialization~2Fclient~7Eid',
    value: 'x',
  });
});

test('what is read is a reference to the key in a recording', async () => {
  const recording = await recordProgram(async () => {
    const value = await readHandOff(place, 'initialization/client-id', 'dev-initialization');
    publishHandOff({ place, handOff: 'copy', value }, {});
  });
  expect(recording.problems).toEqual([]);
  expect(inputsOf(recording, 'appconfiguration:KeyValue')['value']).toBe(
    '${/llmops/assistant/dev/initialization/client-id#value}',
  );
});
