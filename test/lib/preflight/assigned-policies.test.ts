import type { AssignedPolicy } from '../../../lib/preflight/assigned-policies';
import { assignedPolicies, unresolvedAssignments } from '../../../lib/preflight/assigned-policies';
import { policyOutcomes } from '../../../lib/preflight/checks/azure-policy-outcomes';
import type { PlannedResource } from '../../../lib/preflight/planned-resources';
import type { Applies } from '../../../lib/preflight/policy-scope';
import { applies } from '../../../lib/preflight/policy-scope';

const file = (...content: readonly unknown[]) => ({ file: 'f.json', content });
const definitions = '/providers/Microsoft.Authorization/policyDefinitions';
const subscription = '/subscriptions/00000000-0000-4000-8000-0000000000d1';
const group = `${subscription}/resourceGroups/probe-dev`;
const today = '2026-12-01';

/** Denies every place that its parameter does not list. */
const places = {
  id: `${definitions}/places`,
  name: 'places',
  properties: {
    displayName: 'Allowed places',
    parameters: { list: { defaultValue: ['westeurope'] }, effect: { defaultValue: 'Audit' } },
    policyRule: {
      if: { field: 'location', notIn: "[parameters('list')]" },
      then: { effect: "[parameters('effect')]" },
    },
  },
};
const kinds = {
  id: `${definitions}/kinds`,
  properties: {
    displayName: 'No search',
    policyRule: { if: { field: 'type', equals: 'Microsoft.Search/searchServices' }, then: { effect: 'deny' } },
  },
};
const initiative = {
  id: `${subscription}/providers/Microsoft.Authorization/policySetDefinitions/baseline`,
  properties: {
    displayName: 'Baseline',
    parameters: { regions: { defaultValue: ['swedencentral'] }, mode: { defaultValue: 'Deny' } },
    policyDefinitions: [
      {
        policyDefinitionId: places.id,
        policyDefinitionReferenceId: 'places-1',
        parameters: { list: { value: "[parameters('regions')]" }, effect: { value: "[parameters('mode')]" } },
      },
      { policyDefinitionId: kinds.id.toUpperCase(), policyDefinitionReferenceId: 'kinds-1', parameters: {} },
    ],
  },
};
const assignmentId = `${subscription}/providers/Microsoft.Authorization/policyAssignments/baseline`;
const assignment = (properties: object = {}) => ({
  id: assignmentId,
  name: 'baseline',
  properties: { policyDefinitionId: initiative.id, displayName: 'Ours', ...properties },
});
const exemption = (properties: object = {}, scope = group) => ({
  id: `${scope}/providers/Microsoft.Authorization/policyExemptions/pilot`,
  name: 'pilot',
  properties: { policyAssignmentId: assignmentId, exemptionCategory: 'Waiver', ...properties },
});

const resource = (type: string, name: string, location = 'swedencentral'): PlannedResource => ({
  type,
  name,
  id: `${group}/providers/${type}/${name}`,
  fields: new Map<string, unknown>(Object.entries({ type, name, location })),
});
const vault = resource('Microsoft.KeyVault/vaults', 'kv-probe');
const search = resource('Microsoft.Search/searchServices', 'srch-probe');

function outcomes(content: readonly unknown[], resources = [vault, search]): readonly string[] {
  const place = { check: 'azure.organisation-policies', cloud: 'azure', place: 'f.json' } as const;
  const question = { place, location: 'swedencentral', allowedNext: 'none known', today };
  return assignedPolicies([file(...content)]).flatMap((policy) =>
    policyOutcomes(policy, resources, question).map((one) => `${policy.name}: ${one.kind}`),
  );
}

const all = [places, kinds, initiative];

describe('single definitions', () => {
  const single = {
    name: 'ours',
    properties: { policyDefinitionId: places.id, parameters: { list: { value: ['northeurope'] } } },
  };

  test('an assignment has the rule of its definition, its own values before defaults, and its enforcement', () => {
    expect(assignedPolicies([file(places), file(single)])).toMatchObject([
      {
        name: 'ours',
        rule: places.properties.policyRule,
        parameters: { list: ['northeurope'], effect: 'Audit' },
        reportsOnly: false,
      },
    ]);
    const cli = {
      name: 'cli',
      policyDefinitionId: places.id.toUpperCase(),
      enforcementMode: 'DoNotEnforce',
      displayName: 'Places',
    };
    expect(assignedPolicies([file(cli), file(places)])).toMatchObject([
      { name: 'Places', parameters: { list: ['westeurope'] }, reportsOnly: true },
    ]);
    expect(assignedPolicies([file(places)])).toEqual([]);
  });

  test('an assignment without its definition is not resolved', () => {
    expect(unresolvedAssignments([file(single)])).toEqual([{ name: 'ours', id: places.id }]);
    expect(unresolvedAssignments([file(single), file(places)])).toEqual([]);
  });
});

describe('initiatives', () => {
  test('every definition is assigned, with what the initiative makes of the values of the assignment', () => {
    const given = assignment({ parameters: { regions: { value: ['westeurope'] } } });
    expect(assignedPolicies([file(...all, given)])).toMatchObject([
      { name: 'Ours: Allowed places', parameters: { list: ['westeurope'], effect: 'Deny' } },
      { name: 'Ours: No search', parameters: {} },
    ]);
    expect(outcomes([...all, given])).toEqual(['Ours: Allowed places: finding', 'Ours: No search: finding']);
    expect(outcomes([...all, assignment()])).toEqual(['Ours: Allowed places: passed', 'Ours: No search: finding']);
  });

  test('the CLI writes properties at the top', () => {
    const flat = (one: { readonly properties: object }) => ({ ...one, ...one.properties, properties: undefined });
    expect(outcomes([...all.map(flat), flat(assignment())])).toEqual([
      'Ours: Allowed places: passed',
      'Ours: No search: finding',
    ]);
  });

  const withValue = (value: unknown) => ({
    ...initiative,
    properties: {
      ...initiative.properties,
      policyDefinitions: [
        { policyDefinitionId: places.id, parameters: { list: { value }, effect: { value: 'deny' } } },
      ],
    },
  });
  test.each([
    ['a literal that allows', ['swedencentral'], 'passed'],
    ['a literal that does not', ['westeurope'], 'finding'],
    ['a parameter in a list', ["[parameters('region')]"], 'passed'],
    ['a parameter that nobody declares', "[parameters('nobody')]", 'unverified'],
    ['another template', "[concat(parameters('regions'), createArray('x'))]", 'unverified'],
    ['another template in a list', ["[toLower('X')]"], 'unverified'],
    ['text that is escaped', ['[[x]'], 'finding'],
  ])('%s as the value of a definition', (_what, value, kind) => {
    const given = assignment({ parameters: { region: { value: 'swedencentral' } } });
    expect(outcomes([places, withValue(value), given], [vault])).toEqual([`Ours: Allowed places: ${kind}`]);
  });

  test('what is in no file is unresolved: the initiative, or some of its definitions', () => {
    expect(unresolvedAssignments([file(assignment())])).toEqual([{ name: 'Ours', id: initiative.id }]);
    expect(unresolvedAssignments([file(assignment(), initiative)])).toEqual([
      { name: 'Ours', id: `${places.id} and 1 more` },
    ]);
    expect(unresolvedAssignments([file(assignment(), initiative, places)])).toEqual([
      { name: 'Ours', id: kinds.id.toUpperCase() },
    ]);
    expect(unresolvedAssignments([file(assignment(), ...all)])).toEqual([]);
  });
});

describe('what is left out', () => {
  type Row = readonly [what: string, assigned: object, more: readonly object[], search: string];
  const management = '/providers/Microsoft.Management/managementGroups/corp';
  const rows: readonly Row[] = [
    ['nothing', {}, [], 'finding'],
    ['the subscription', { notScopes: [subscription] }, [], 'passed'],
    ['the resource group, in another case', { notScopes: [group.toUpperCase()] }, [], 'passed'],
    ['a group whose name begins so', { notScopes: [`${subscription}/resourceGroups/probe`] }, [], 'finding'],
    ['another group', { notScopes: [`${subscription}/resourceGroups/other`] }, [], 'finding'],
    ['the resource itself', { notScopes: [search.id] }, [], 'passed'],
    ['another resource', { notScopes: [vault.id] }, [], 'finding'],
    ['a management group', { notScopes: [management] }, [], 'unverified'],
    ['a management group and the group', { notScopes: [management, group] }, [], 'passed'],
    ['an exemption without an end', {}, [exemption()], 'passed'],
    ['an exemption until tomorrow', {}, [exemption({ expiresOn: '2026-12-02T00:00:00Z' })], 'passed'],
    ['an exemption until some time today', {}, [exemption({ expiresOn: '2026-12-01T23:59:00Z' })], 'unverified'],
    ['an exemption that ended yesterday', {}, [exemption({ expiresOn: '2026-11-30T23:59:59Z' })], 'finding'],
    ['an ended one and one that holds', {}, [exemption({ expiresOn: '2020-01-01' }), exemption()], 'passed'],
    ['an exemption of this definition', {}, [exemption({ policyDefinitionReferenceIds: ['KINDS-1'] })], 'passed'],
    [
      'an exemption of the other definition',
      {},
      [exemption({ policyDefinitionReferenceIds: ['places-1'] })],
      'finding',
    ],
    ['an exemption of no definition by name', {}, [exemption({ policyDefinitionReferenceIds: [] })], 'passed'],
    ['an exemption of another assignment', {}, [exemption({ policyAssignmentId: `${assignmentId}-2` })], 'finding'],
    ['an exemption of another group', {}, [exemption({}, `${subscription}/resourceGroups/other`)], 'finding'],
    ['an exemption of a management group', {}, [exemption({}, management)], 'unverified'],
    [
      'an assignment of another subscription',
      { scope: '/subscriptions/00000000-0000-4000-8000-0000000000d2' },
      [],
      'passed',
    ],
    ['an assignment of another group', { scope: `${subscription}/resourceGroups/other` }, [], 'passed'],
    ['an assignment of the management group above', { scope: management }, [], 'finding'],
    ['overrides', { overrides: [{ kind: 'policyEffect', value: 'Audit' }] }, [], 'unverified'],
    ['selectors', { resourceSelectors: [{ name: 's', selectors: [] }] }, [], 'unverified'],
  ];
  test.each(rows)('%s', (_what, assigned, more, kind) => {
    expect(outcomes([...all, assignment(assigned), ...more], [search]).at(-1)).toBe(`Ours: No search: ${kind}`);
  });

  const one = (policy: Partial<AssignedPolicy>): Applies =>
    applies({ exclusions: [], unread: [], ...policy }, search.id, today);
  test('a resource is not in a scope that only begins like its id', () => {
    expect(one({ scope: `${group}/` })).toBe('applies');
    expect(one({ scope: group.slice(0, -1) })).toBe('excluded');
  });

  test('the outcome says until when an exemption holds, and that one has ended', () => {
    const place = { check: 'c', cloud: 'azure', place: 'p' } as const;
    const said = (content: object): unknown => {
      const policy = assignedPolicies([file(...all, assignment(), content)]).at(-1);
      return policy && policyOutcomes(policy, [search], { place, location: 'l', allowedNext: 'n', today });
    };
    expect(said(exemption({ expiresOn: '2027-01-31T00:00:00Z' }))).toMatchObject([
      {
        kind: 'passed',
        seen: expect.stringMatching(/1 are excluded or exempt, the first exemption until 2027-01-31/) as string,
      },
    ]);
    expect(said(exemption({ expiresOn: '2026-01-31T00:00:00Z' }))).toMatchObject([
      { kind: 'finding', got: expect.stringMatching(/the exemption 'pilot' ended on 2026-01-31/) as string },
    ]);
  });
});
