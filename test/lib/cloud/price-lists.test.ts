import type { PriceList } from '../../../lib/cloud/price-lists';
import { awsPriceList, azurePriceList } from '../../../lib/cloud/price-lists';
import type { Answer, PriceListServer } from '../../helpers/price-lists';
import { azurePath, ec2Path, fixture, priceListServer, sagemakerPath, wholeLists } from '../../helpers/price-lists';

const http = { retries: 2, retryDelayMs: 5 };
const sagemakerCsv = fixture('AmazonSageMaker-eu-central-1.csv');
let server: PriceListServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function serve(answers: Readonly<Record<string, readonly Answer[]>>): Promise<string> {
  server = await priceListServer({ ...wholeLists(), ...answers });
  return server.url;
}

const sagemaker = async (...answers: readonly Answer[]): Promise<PriceList> =>
  awsPriceList(
    'sagemaker',
    'eu-central-1',
    await serve(answers.length === 0 ? {} : { [sagemakerPath]: answers }),
    http,
  );
const azure = async (answers: Readonly<Record<string, readonly Answer[]>> = {}): Promise<PriceList> =>
  azurePriceList('swedencentral', '2026-11-28', await serve(answers), http);
const pricesOf = (list: PriceList) =>
  list.ok ? list.prices.map(({ instanceType, usdPerHour }) => [instanceType, usdPerHour]) : list.reason;

test('of the SageMaker list only hosting of accelerated instances is read, with its date', async () => {
  const list = await sagemaker();
  expect(pricesOf(list)).toEqual([
    ['ml.g5.xlarge', 1.761],
    ['ml.g6e.12xlarge', 15.5],
    ['ml.g9.xlarge', 3.1],
  ]);
  expect(list).toMatchObject({
    prices: [
      {
        service: 'sagemaker',
        region: 'eu-central-1',
        source: 'AWS Price List AmazonSageMaker eu-central-1, version 20261120101112',
        asOf: '2026-11-20',
      },
      {},
      {},
    ],
  });
});

test('of the EC2 list only Linux on demand, on a shared host and without other software is read', async () => {
  const list = await awsPriceList('ec2', 'eu-central-1', await serve({}), http);
  expect(pricesOf(list)).toEqual([
    ['g5.xlarge', 1.258],
    ['p5.48xlarge', 68.8],
  ]);
});

test('every page of the Azure list is read, without Windows, Spot and sizes that have no accelerator', async () => {
  expect(pricesOf(await azure())).toEqual([
    ['Standard_NC40ads_H100_v5', 8.9],
    ['Standard_NC80adis_H100_v5', 17.8],
    ['Standard_NC128ads_B300_v9', 21.5],
  ]);
  expect(server?.requests[0]).toBe(
    `/api/retail/prices?$filter=serviceName eq 'Virtual Machines' and armRegionName eq 'swedencentral' and priceType eq 'Consumption'`,
  );
});

test('a busy server is called again', async () => {
  const list = await sagemaker({ status: 429, retryAfter: '0' }, { status: 503 }, { body: sagemakerCsv });
  expect(list.ok).toBe(true);
  expect(server?.requests).toHaveLength(3);
});

test('a server that remains busy gets no further request, and one that refuses gets only one', async () => {
  const busy = await sagemaker({ status: 429 });
  expect(busy).toMatchObject({ ok: false, list: 'AmazonSageMaker eu-central-1' });
  expect(pricesOf(busy)).toMatch(/answered 429 3 times$/);
  await server?.close();
  expect(pricesOf(await sagemaker({ status: 403 }))).toMatch(/answered 403$/);
  expect(server?.requests).toHaveLength(1);
});

const ends = sagemakerCsv.length;
test.each([
  ['in the middle of a line about another machine', ends - 30, /ends in the middle of a line/],
  ['in the middle of a price we want', sagemakerCsv.indexOf('1.7610000000') + 4, /ends in the middle of a line/],
  ['in a cell of its header', sagemakerCsv.indexOf('"TermType"') + 4, /ends in the middle of a line/],
  ['after a cell of its header', sagemakerCsv.indexOf(',"TermType"'), /no column termtype/],
  ['in a line before its header', 40, /ends in the middle of a line/],
  ['before its header', sagemakerCsv.indexOf('"SKU"'), /no header/],
])('a list cut off %s is no list', async (_where, cutAt, reason) => {
  expect(pricesOf(await sagemaker({ cutAt, body: sagemakerCsv }))).toMatch(reason);
});

test.each([
  ['a renamed column', sagemakerCsv.replace('"usageType"', '"useType"'), /format has changed: no column usagetype/],
  ['unknown usage types', sagemakerCsv.replaceAll('Host:', 'Serve:'), /no price of an accelerated instance/],
  ['no date', sagemakerCsv.replace('"Publication Date"', '"Published"'), /has no publication date/],
  ['a page of a proxy', '<html><body>Sign in</body></html>', /no header/],
])('a list with %s is not understood, rather than empty', async (_what, body, reason) => {
  expect(pricesOf(await sagemaker({ body }))).toMatch(reason);
});

test('silence ends the wait', async () => {
  const url = await serve({ [sagemakerPath]: ['silence'] });
  const list = await awsPriceList('sagemaker', 'eu-central-1', url, { ...http, idleTimeoutMs: 200 });
  expect(pricesOf(list)).toBe('no answer for 0.2 s');
});

const firstPage = fixture('azure-swedencentral-1.json');
test.each([
  [
    'a second page that is cut off',
    { [`${azurePath}#2`]: [{ cutAt: 300, body: fixture('azure-swedencentral-2.json') }] },
    /not JSON/,
  ],
  ['a second page that fails', { [`${azurePath}#2`]: [{ status: 500 }] }, /answered 500 3 times/],
  [
    'another currency',
    { [azurePath]: [{ body: firstPage.replace('"BillingCurrency": "USD"', '"BillingCurrency": "EUR"') }] },
    /in USD/,
  ],
  ['a renamed list', { [azurePath]: [{ body: firstPage.replace('"Items"', '"Prices"') }] }, /format has changed/],
  [
    'a next page elsewhere',
    { [azurePath]: [{ body: firstPage.replace('$NEXT', 'https://example.com/prices') }] },
    /on another host: example.com/,
  ],
])('an Azure list with %s is no list', async (_what, answers, reason) => {
  expect(pricesOf(await azure(answers))).toMatch(reason);
});

test('the EC2 list is requested by region, because the list of all regions has gigabytes', async () => {
  await awsPriceList('ec2', 'eu-central-1', await serve({}), http);
  expect(server?.requests).toEqual([ec2Path]);
});
