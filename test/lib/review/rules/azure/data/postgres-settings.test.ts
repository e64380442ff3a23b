import { postgresSettings } from '../../../../../../lib/review/rules/azure/data/postgres-settings';
import { azureFound } from '../../../../../helpers/azure-found';

const setting = (name: string, value: string) => [
  { type: 'Microsoft.DBforPostgreSQL/flexibleServers/configurations', name: `a/${name}`, properties: { value } },
];

test.each([
  ['require_secure_transport', 'on', 'OFF'],
  ['ssl_min_protocol_version', 'TLSv1.2', 'TLSv1'],
  ['log_connections', 'on', 'off'],
  ['pgaudit.log', 'ddl', 'none'],
])('%s may be %s, and not %s', (name, right, wrong) => {
  expect(azureFound(postgresSettings, setting(name, right))).toEqual([]);
  expect(azureFound(postgresSettings, setting(name, wrong))).toEqual([
    `Microsoft.DBforPostgreSQL/flexibleServers/configurations/a/${name} value`,
  ]);
});

test('other settings are left alone', () => {
  expect(azureFound(postgresSettings, setting('autovacuum', 'off'))).toEqual([]);
});
