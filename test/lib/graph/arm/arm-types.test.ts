import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { armTypeRows } from '../../../../lib/graph/arm/arm-types';

const sdk = dirname(require.resolve('@pulumi/azure-native/package.json'));

/** Inputs that the class of a token takes, as its module sets them. */
function inputsOf(token: string): readonly string[] {
  const [module = '', name = ''] = token.split(':');
  const file = join(sdk, module, `${name.charAt(0).toLowerCase()}${name.slice(1)}.js`);
  if (!existsSync(file)) return [];
  return [...readFileSync(file, 'utf8').matchAll(/resourceInputs\["(\w+)"\] = \(?args/g)].map(
    ([, input = '']) => input,
  );
}

test('every row names a class of azure-native, and inputs that it takes', () => {
  expect(armTypeRows.length).toBeGreaterThan(200);
  const wrong = armTypeRows.filter((row) => {
    const [type = '', token = '', names = '', body = ''] = row.split(' ');
    const inputs = inputsOf(token);
    const wanted = [...names.split(','), body].filter((input) => input !== '' && input !== '-');
    // A backend has properties of its own within those of ARM.
    const lifts = body === '' && inputs.includes('properties') && token !== 'apimanagement:Backend';
    return (
      inputs.length === 0 ||
      lifts ||
      names.split(',').length !== type.split('/').length - 1 ||
      wanted.some((input) => !inputs.includes(input))
    );
  });
  expect(wrong).toEqual([]);
});

test('no type has two rows', () => {
  const types = armTypeRows.map((row) => row.split(' ')[0]?.toLowerCase());
  expect(new Set(types).size).toBe(types.length);
});
