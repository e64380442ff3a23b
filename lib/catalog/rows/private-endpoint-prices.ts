/** Price of an interface VPC endpoint, for an hour in one zone; traffic comes on top. */
export interface PrivateEndpointPrice {
  readonly region: string;
  readonly usdPerHour: number;
  readonly source: string;
  readonly asOf: string;
}

/** Read second-hand, from public notes that name usage type and day. A region without a row is unknown. */
const priceList = (usageType: string): string => `AWS Price List API, AmazonVPC, ${usageType}, as public notes have it`;

/** Prices of interface endpoints by region. */
export const privateEndpointPrices: readonly PrivateEndpointPrice[] = [
  { region: 'eu-central-1', usdPerHour: 0.012, source: priceList('EUC1-VpcEndpoint-Hours'), asOf: '2026-09-22' },
  { region: 'us-east-1', usdPerHour: 0.01, source: priceList('USE1-VpcEndpoint-Hours'), asOf: '2026-08-20' },
  { region: 'us-west-2', usdPerHour: 0.01, source: priceList('USW2-VpcEndpoint-Hours'), asOf: '2026-10-06' },
];
