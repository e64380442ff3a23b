import type { RuleEffect } from '../../../lib/preflight/azure-rule';
import { effectOf } from '../../../lib/preflight/azure-rule';

const account = new Map<string, unknown>([
  ['type', 'Microsoft.CognitiveServices/accounts'],
  ['location', 'swedencentral'],
  ['sku.name', 'S0'],
]);
const parameters = { places: ['Sweden Central', 'westeurope'], other: ['northeurope'], effect: 'Deny' };
const known = { field: 'location', equals: 'swedencentral' };
const wrong = { field: 'location', equals: 'northeurope' };
const open = { field: 'Microsoft.CognitiveServices/accounts/publicNetworkAccess', equals: 'Enabled' };

type Row = readonly [what: string, test: unknown, effect: RuleEffect];

const rows: readonly Row[] = [
  ['equals, in another case', { field: 'LOCATION', equals: 'SwedenCentral' }, 'deny'],
  ['notEquals', { field: 'location', notEquals: 'swedencentral' }, 'none'],
  ['in a parameter, with spaces', { field: 'location', in: "[parameters('places')]" }, 'deny'],
  ['notIn a parameter', { field: 'location', notIn: "[parameters('places')]" }, 'none'],
  ['notIn another list', { field: 'location', notIn: "[parameters('other')]" }, 'deny'],
  ['a parameter that has no value', { field: 'location', in: "[parameters('none')]" }, 'unknown'],
  ['like', { field: 'type', like: 'Microsoft.CognitiveServices/*' }, 'deny'],
  ['notLike', { field: 'type', notLike: 'Microsoft.CognitiveServices/*' }, 'none'],
  ['contains', { field: 'type', contains: 'Cognitive' }, 'deny'],
  ['exists', { field: 'sku.name', exists: 'true' }, 'deny'],
  ['a field that the plan does not decide', open, 'unknown'],
  ['an operator that is not read', { field: 'location', match: '##' }, 'unknown'],
  ['a template that is not read', { field: 'location', equals: '[resourceGroup().location]' }, 'unknown'],
  ['a value instead of a field', { value: 1, equals: 1 }, 'unknown'],
  ['all, one wrong', { allOf: [known, open, wrong] }, 'none'],
  ['all, one open', { allOf: [known, open] }, 'unknown'],
  ['all, each known', { allOf: [known, { field: 'sku.name', equals: 'S0' }] }, 'deny'],
  ['any, one known', { anyOf: [wrong, open, known] }, 'deny'],
  ['any, one open', { anyOf: [wrong, open] }, 'unknown'],
  ['any, none', { anyOf: [wrong, wrong] }, 'none'],
  ['not', { not: wrong }, 'deny'],
  ['not open', { not: open }, 'unknown'],
  ['nothing', undefined, 'unknown'],
];

test.each(rows)('%s', (_, test, effect) => {
  expect(effectOf({ if: test, then: { effect: 'deny' } }, parameters, account)).toBe(effect);
});

test.each([
  ['audit', 'none'],
  ["[parameters('effect')]", 'deny'],
  ["[parameters('none')]", 'unknown'],
  ['deployIfNotExists', 'none'],
  [undefined, 'unknown'],
] as const)('the effect %s is %s', (effect, expected) => {
  expect(effectOf({ if: known, then: { effect } }, parameters, account)).toBe(expected);
});
