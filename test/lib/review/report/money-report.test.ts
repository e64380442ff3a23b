import type { MoneyReport } from '../../../../lib/review/report/money-report';
import { moneyMarkdown, moneyText } from '../../../../lib/review/report/money-report';

const place = { environment: 'prod', cloud: 'azure' } as const;
const from = { region: 'eastus', asOf: '2026-08-11', source: 'a list' };
const report: MoneyReport = {
  base: 'main',
  next: 'plan.json',
  money: [
    {
      ...place,
      address: 'stack/search',
      type: 'azurerm_search_service',
      after: 73.73,
      inputs: {
        region: 'eastus',
        item: 'basic',
        count: 1,
        hours: 730,
        unitPrice: 0.101,
        asOf: '2024-07-01',
        source: 'a list',
      },
    },
    {
      ...place,
      address: 'stack/chat',
      type: 'azurerm_cognitive_deployment',
      rates: [
        {
          unit: 'million input tokens',
          before: { usd: 2.5, item: 'gpt-4o on GlobalStandard', ...from },
          after: { usd: 2, item: 'gpt-4.1 on GlobalStandard', ...from },
        },
      ],
    },
    { ...place, address: 'stack/pages', type: 'azurerm_cognitive_account', unknown: 'nobody prices it' },
  ],
  unverified: ['base: a macro makes 2 resources'],
};

test('the text has the sum of what is known, every input, and what is not priced by name', () => {
  expect(moneyText(report)).toEqual([
    'main → plan.json (offline)',
    '+$74 a month, 1 priced by use, 1 not priced',
    expect.stringMatching(/stack\/search.*\+\$74 a month/),
    '    nothing before, $74 after',
    '    1 x basic in eastus x 730 h at $0.101, a list, 2024-07-01',
    expect.stringMatching(/stack\/chat.*billed by use, so a month has no figure/),
    '    a unit of million input tokens: $2.5 (gpt-4o on GlobalStandard) before, $2 (gpt-4.1 on GlobalStandard) after, in eastus, a list, 2026-08-11',
    expect.stringMatching(/stack\/pages.*has no price: nobody prices it/),
    'unverified base: a macro makes 2 resources',
  ]);
});

test('the comment starts with its marker, so that the next one replaces it', () => {
  const lines = moneyMarkdown(report).split('\n');
  expect(lines[0]).toBe('<!-- llmops-kit cost -->');
  expect(lines[1]).toBe('## Cost: &#43;$74 a month, 1 priced by use, 1 not priced');
  expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(4);
});

test('a change without prices says so', () => {
  expect(moneyText({ ...report, money: [], unverified: [] })[1]).toBe('nothing that is priced changes');
});

test('what is moved names the address that it had', () => {
  const moved = { ...place, address: 'stack/new', from: 'stack/old', type: 'T', before: 5, after: 5 };
  expect(moneyText({ ...report, money: [moved] })[2]).toMatch(/T, moved from stack\/old: no change in price/);
});
