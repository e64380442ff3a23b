import { controlCatalogues, controlRows, rules } from '../../../lib/review';
import { nagControls as rows, nagSource } from '../../../lib/review/nag-controls';
import { nagControls, nagVersion } from './nag-controls';

test('the rows of cdk-nag are those of the version that is installed', () => {
  expect(nagSource.url).toMatch(new RegExp(`/${nagVersion()}$`));
  for (const catalogue of controlCatalogues) {
    const written = Object.fromEntries(Object.entries(rows[catalogue]).map(([rule, text]) => [rule, text.split(' ')]));
    expect(written).toEqual(nagControls(catalogue));
    expect(Object.keys(written).length).toBeGreaterThan(60);
  }
});

test('a control has the rules of the kit and of cdk-nag; numbers of another edition stay apart', () => {
  const rest = controlRows('nist', rules).find(({ control }) => control === 'SC-28(1)');
  expect(rest?.rules).toContain('BucketKey');
  expect(rest?.nagRules).toContain('CloudWatchLogGroupEncrypted');
  const card = controlRows('pci', rules);
  expect(card.find(({ control }) => control === '4.2.1')).toMatchObject({ nagRules: [] });
  expect(card.find(({ control }) => control === '3.4 of 3.2.1')).toMatchObject({ rules: [] });
});

test.each(controlCatalogues)('controls of %s have one form each, in order and once', (catalogue) => {
  const form = {
    nist: /^[A-Z]{2}-\d+(\(\d+\))?$/,
    hipaa: /^164\.\d+(\([a-zA-Z0-9]+\))*$/,
    pci: /^A?\d+(\.\d+)*( of 3\.2\.1)?$/,
  };
  const names = controlRows(catalogue, rules).map(({ control }) => control);
  expect(names.filter((name) => !form[catalogue].test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});
