import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  fileOf,
  nestedProperties,
  resourceSchema,
  resourceTypes,
} from '../../../../lib/constraints/schema/service-spec';
import { specificationFiles } from './specification-files';

const folder = path.join(__dirname, '../../../../lib/constraints/schema/specification');

test('the files are what the package says: else run write-specification.ts', () => {
  const expected = specificationFiles();
  const names = readdirSync(folder).map((file) => file.replace('.json', ''));
  expect(names.toSorted()).toEqual([...expected.keys()].toSorted());
  const stale = names.filter((name) => readFileSync(path.join(folder, `${name}.json`), 'utf8') !== expected.get(name));
  expect(stale).toEqual([]);
});

test('every type that is listed has a schema, and every nested type that one names has properties', () => {
  const types = resourceTypes();
  expect(types.length).toBeGreaterThan(1800);
  expect(types.filter((type) => resourceSchema(type) === undefined)).toEqual([]);
  const lost = types.flatMap((type) =>
    Object.values(resourceSchema(type)?.properties ?? {})
      .map((property) => (property.type.type === 'array' ? property.type.element : property.type))
      .filter((nested) => nested.type === 'ref' && nestedProperties(nested) === undefined),
  );
  expect(lost).toEqual([]);
});

test.each([
  ['AWS::SageMaker::Model', 'sagemaker'],
  ['Alexa::ASK::Skill', 'alexa-ask'],
  ['Custom::Thing', 'custom-thing'],
  ['AWS::../secrets::Model', undefined],
  ['-types', undefined],
  ['', undefined],
])('the file of %s is %s', (type, file) => {
  expect(fileOf(type)).toBe(file);
});

test.each(['AWS::S3::Nothing', 'AWS::Nothing::Thing', 'AWS::S3::constructor', 'Custom::Thing', 'Thing'])(
  '%s has no schema',
  (type) => {
    expect(resourceSchema(type)).toBeUndefined();
  },
);
