import { ListError, textOf } from './http';
import type { HttpOptions, ListedPrice, PriceList } from './types';

/** Azure Retail Prices: public, no account. */
export const azureEndpoint = 'https://prices.azure.com';

/** Sizes with accelerators: the N series. */
const accelerated = /^Standard_N[CDV]\w*$/;
/** A region has a few thousand prices of virtual machines, a thousand on a page; more pages mean a loop. */
const mostPages = 200;

/**
 * On-demand Linux prices of accelerated VM sizes in a region. If one page cannot be read, the list is not read.
 *
 * Format: learn.microsoft.com/rest/api/cost-management/retail-prices/azure-retail-prices, as of 2026-11.
 *
 * @param today - ISO date of the prices, since the service states none
 */
export async function azurePriceList(
  region: string,
  today: string,
  endpoint: string = azureEndpoint,
  http: HttpOptions = {},
): Promise<PriceList> {
  const list = `Azure Retail Prices ${region}`;
  const filter = `serviceName eq 'Virtual Machines' and armRegionName eq '${region}' and priceType eq 'Consumption'`;
  try {
    const prices = new Map<string, number>();
    let url: string | undefined = `${endpoint}/api/retail/prices?$filter=${encodeURIComponent(filter)}`;
    for (let pages = 0; url !== undefined; pages += 1) {
      if (pages === mostPages) throw new ListError(`it has more than ${mostPages} pages`);
      const page: Page = parsePage(await collected(textOf(url, http)));
      for (const item of page.items) {
        const price = linuxPrice(item, region);
        if (price !== undefined) prices.set(price.size, price.usd);
      }
      url = next(page, endpoint);
    }
    if (prices.size === 0) throw new ListError('it has no price of a size with accelerators');
    const source = `Azure Retail Prices ${region}`;
    return {
      ok: true,
      list,
      prices: [...prices].map(([instanceType, usdPerHour]): ListedPrice => ({
        service: 'azure-vm',
        instanceType,
        region,
        usdPerHour,
        source,
        asOf: today,
      })),
    };
  } catch (error) {
    if (error instanceof ListError) return { ok: false, list, code: 'PriceListUnread', reason: error.message };
    throw error;
  }
}

interface Page {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly nextPageLink: string | undefined;
}

function parsePage(text: string): Page {
  let page: unknown;
  try {
    page = JSON.parse(text);
  } catch {
    throw new ListError('a page is not JSON: it was cut off, or something else answered');
  }
  if (!isRecord(page) || !Array.isArray(page.Items) || page.BillingCurrency !== 'USD') {
    throw new ListError('its format has changed: a page without Items in USD');
  }
  const { NextPageLink: link } = page;
  if (link !== undefined && link !== null && typeof link !== 'string') {
    throw new ListError('its format has changed: NextPageLink is not a link');
  }
  const items: readonly unknown[] = page.Items;
  return { items: items.filter(isRecord), nextPageLink: link === null || link === '' ? undefined : link };
}

/** The next page, if it is on the host of the endpoint. @throws ListError for a link to another host */
function next({ nextPageLink }: Page, endpoint: string): string | undefined {
  if (nextPageLink === undefined) return undefined;
  if (!URL.canParse(nextPageLink)) throw new ListError(`its next page is not a link: ${nextPageLink}`);
  const link = new URL(nextPageLink);
  // `host` leaves out port 443, which the service writes into the link.
  if (link.host !== new URL(endpoint).host) throw new ListError(`its next page is on another host: ${link.host}`);
  return link.href;
}

function linuxPrice(
  item: Readonly<Record<string, unknown>>,
  region: string,
): { readonly size: string; readonly usd: number } | undefined {
  const { armSkuName, armRegionName, productName, skuName, meterName, unitOfMeasure, type, retailPrice } = item;
  if (typeof armSkuName !== 'string' || !accelerated.test(armSkuName) || armRegionName !== region) return undefined;
  if (type !== 'Consumption' || unitOfMeasure !== '1 Hour') return undefined;
  const words = [productName, skuName, meterName].map(String).join(' ');
  if (/Windows|Spot|Low Priority|CloudServices/.test(words)) return undefined;
  return typeof retailPrice === 'number' && retailPrice > 0 ? { size: armSkuName, usd: retailPrice } : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function collected(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}
