import { resolve } from '../../../lib/platform';
import { platform } from '../../helpers/platform';

const good = {
  id: 'DataLost',
  address: 'knowledge/Index',
  reason: 'the index is filled again from its documents',
  owner: 'ai-platform',
  until: '2027-01-31',
};

function issuesOf(accept: object): readonly string[] {
  return resolve({ ...platform(), accept: [accept] }).issues.map(({ code, path }) => `${code} ${path}`);
}

test.each<[string, object, string[]]>([
  ['a whole acceptance', good, []],
  ['an unknown code', { ...good, id: 'DataLoss' }, ['UnknownAcceptance accept[0].id']],
  ['what nobody accepts', { ...good, id: 'RightsOpened' }, ['NotAcceptable accept[0].id']],
  ['a short reason', { ...good, reason: 'it is fine' }, ['InvalidAcceptance accept[0].reason']],
  ['spaces as a reason', { ...good, reason: ' '.repeat(40) }, ['InvalidAcceptance accept[0].reason']],
  ['a day that is none', { ...good, until: '2027-02-30' }, ['InvalidAcceptance accept[0].until']],
  ['environments that exist', { ...good, environments: ['dev'] }, []],
  ['another environment', { ...good, environments: ['dev', 'prd'] }, ['UnresolvedReference accept[0].environments[1]']],
  ['no owner', { ...good, owner: '' }, ['InvalidAcceptance accept[0].owner']],
  [
    'all of it',
    { id: 'X', address: '', reason: '', owner: '', until: 'soon' },
    [
      'UnknownAcceptance accept[0].id',
      'InvalidAcceptance accept[0].reason',
      'InvalidAcceptance accept[0].until',
      'InvalidAcceptance accept[0].address',
      'InvalidAcceptance accept[0].owner',
    ],
  ],
])('%s', (_title, accept, expected) => {
  expect(issuesOf(accept)).toEqual(expected);
});
