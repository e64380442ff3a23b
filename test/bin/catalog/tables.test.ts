import { matching, rowsOf } from '../../../bin/catalog/tables';
import { catalog, offer } from '../../helpers/catalog';

const models = rowsOf(catalog, 'managed-models');
const figuresOf = (key: string) => models.find((row) => row.key === key)?.figures;

test('a managed model is shown with the states of its versions and the ways to call it', () => {
  expect(figuresOf('azure-openai gpt-legacy')).toBe(
    '1 legacy until 2027-04-14; Standard 3, DataZoneStandard 3, GlobalStandard 3; no token price',
  );
  expect(figuresOf('bedrock anthropic.profile-v1:0')).toBe(
    'generally-available; geographic 2, global 2; no token price',
  );
});

test('a managed model is shown with the price of every kind of offer', () => {
  const list = { usdPerMillionInputTokens: 2, usdPerMillionOutputTokens: 8, source: 'list', asOf: '2026-01-01' };
  const zone = { ...list, usdPerMillionInputTokens: 2.2, sku: 'DataZoneStandard', regions: ['eastus'] } as const;
  const managedModels = catalog.managedModels.map((row) => ({ ...row, tokenPrices: list, offerTokenPrices: [zone] }));
  const [first] = rowsOf({ ...catalog, managedModels }, 'managed-models');
  expect(first?.figures).toMatch(
    /; \$2 in, \$8 out a million tokens \(2026-01-01\), DataZoneStandard \$2\.2 in, \$8 out in 1 regions$/,
  );
});

test('a managed model is found by a region that it can be called from', () => {
  const found = matching(models, ['bedrock', 'us-east-1']).map(({ key }) => key);
  expect(found).toContain('bedrock anthropic.profile-v1:0');
  expect(matching(models, ['gpt-4.1', 'us-east-1'])).toEqual([]);
});

test('an instance that no source places in its region is shown so', () => {
  const unsure = { ...catalog, instances: [offer({ availability: 'unknown' }), offer({ region: 'us-east-1' })] };
  expect(rowsOf(unsure, 'instances').map(({ figures }) => figures.includes('no source says'))).toEqual([true, false]);
});
