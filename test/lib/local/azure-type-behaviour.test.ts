import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { dataPlaneTypes } from '../../../lib/local/azure-data';
import { storeTypes } from '../../../lib/local/azure-stores';
import { azureTypeBehaviour } from '../../../lib/local/azure-type-behaviour';
import { isKnownAzureType } from '../../../lib/local/pulumi';

const rooms = ['azure-data', 'azure-stores'].map((name) => resolve(__dirname, '../../../lib/local', name));
const types = [...Object.values(dataPlaneTypes), ...Object.values(storeTypes)].flat();

it('has every type that the code of the data planes names, and only types that a program can make', () => {
  const named = rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => readFileSync(join(room, file), 'utf8').match(/(?<=')azure-native:\w+:\w+(?=')/g) ?? []),
  );
  expect([...new Set(named)].toSorted()).toEqual([...new Set(types)].toSorted());
  expect(types.filter((type) => !isKnownAzureType(type))).toEqual([]);
});

it.each([
  ['azure-native:search:Service', 'modelled', ['search', 'search-services']],
  ['azure-native:network:VirtualNetwork', 'schema only', []],
  ['azure-native:network:Networks', 'not there', []],
  ['azure-native:other:Thing', 'not there', []],
])('says of %s that it is %s', (type, behaviour, by) => {
  expect(azureTypeBehaviour(type)).toEqual({ type, behaviour, by });
});
