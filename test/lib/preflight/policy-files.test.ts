import { kindsOf, serviceControlPolicies } from '../../../lib/preflight/policy-files';

const document = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] };
const described = { Policy: { PolicySummary: { Name: 'x' }, Content: JSON.stringify(document) } };
const rule = { if: { field: 'location', notIn: "[parameters('places')]" }, then: { effect: 'deny' } };
const id = '/providers/Microsoft.Authorization/policyDefinitions/places';
const parameters = { places: { type: 'Array', defaultValue: ['westeurope'] } };
const definition = { id, name: 'places', properties: { policyRule: rule, parameters } };
const assigned = {
  name: 'ours',
  properties: { policyDefinitionId: id, parameters: { places: { value: ['northeurope'] } } },
};
const file = (content: unknown) => ({ file: 'f.json', content });

test.each([
  ['a document', document, ['service-control']],
  ['what the CLI of Organizations prints', described, ['service-control']],
  ['a definition of Azure Resource Manager', definition, ['definition']],
  ['a definition of the CLI', { id, policyRule: rule }, ['definition']],
  ['a list of assignments', [assigned], ['assignment']],
  ['an initiative', { id, properties: { policyDefinitions: [{ policyDefinitionId: id }] } }, ['initiative']],
  ['an exemption of the CLI', { policyAssignmentId: '/a', exemptionCategory: 'Waiver' }, ['exemption']],
  ['an answer with value', { value: [definition, assigned] }, ['definition', 'assignment']],
  ['something else', { name: 'package' }, undefined],
  ['one of two', [definition, { name: 'package' }], undefined],
  ['an empty list', [], undefined],
  ['text', 'text', undefined],
  ['content that is no JSON', { Policy: { Content: '{' } }, undefined],
])('%s', (_, content, kinds) => {
  expect(kindsOf(content)).toEqual(kinds);
});

test('documents keep their file', () => {
  expect(serviceControlPolicies([file(described), file(document), file(definition)])).toEqual([
    { file: 'f.json', document },
    { file: 'f.json', document },
  ]);
});
