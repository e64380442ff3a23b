import { keyOfKeyValue } from '../../../lib/graph';

test.each([
  ['a key of letters as it is', 'model', 'model'],
  ['every escaped character', 'gate~3Aendpoint~2Fblue', 'gate:endpoint/blue'],
  ['the separator of a label', 'model$prod', 'model$prod'],
  ['a text that is no encoding as it is', 'half~', 'half~'],
])('reads %s', (_name, encoded, key) => {
  expect(keyOfKeyValue(encoded)).toBe(key);
});
