import type { AwsStandbyPlan, AzureStandbyPlan, MonthlyAmount, QuotaNeed, StandbyPlan } from '../../plan';
import { grouped, marked, usd } from './amounts';
import type { NoteRow } from './note-row';
import { notPriced, plain } from './note-row';

/** The second region: what is copied, what is not, and what serves there. */
export function awsStandbyRows(standby: AwsStandbyPlan): readonly NoteRow[] {
  return rows('aws', standby.region.value, standby, quotasOf(standby));
}

/** The second location: what is copied, what is not, and what serves there. */
export function azureStandbyRows(standby: AzureStandbyPlan): readonly NoteRow[] {
  const tokens = Object.values(standby.modelQuotas ?? {}).map(({ value }) => value);
  return rows('azure', standby.location.value, standby, [...quotasOf(standby), ...tokens]);
}

function quotasOf({ endpoints = {} }: StandbyPlan): readonly QuotaNeed[] {
  return Object.values(endpoints).flatMap(({ quota }) => (quota === undefined ? [] : [quota.value]));
}

const units = { instances: 'instances', vcpu: 'vCPUs', kTpm: 'thousand tokens a minute' } as const;

function rows(
  cloud: NoteRow['cloud'],
  place: string,
  standby: StandbyPlan,
  quotas: readonly QuotaNeed[],
): readonly NoteRow[] {
  const { replicated, notReplicated, serving } = standby;
  return [
    {
      what: 'standby',
      cloud,
      lines: [
        plain(`${place}: ${servingText(standby)}`),
        ...replicated.value.map(({ what, by, lag }) => plain(`${what}: by ${by}; lag: ${lag}`)),
        ...notReplicated.value.map(({ what, why, how }) => plain(`not replicated: ${what}, because ${why}; ${how}`)),
      ],
      // Neither copies between regions nor a further location of a registry have a price in the catalogue.
      price: notPriced,
      because: [...replicated.because, ...serving.because],
    },
    ...quotas.map(({ name, needed, unit }): NoteRow => ({
      what: 'standby quota',
      cloud,
      lines: [{ text: `request ${grouped(needed)} ${units[unit]} of "${name}" in ${place}`, tone: 'warn' }],
      because: serving.because,
    })),
  ];
}

/** The price is in no total: what runs there is an environment of its own, with a plan of its own. */
function servingText(standby: StandbyPlan): string {
  const price = warmPrice(standby);
  switch (standby.serving.value) {
    case 'none':
      return `nothing serves${price === undefined ? '' : `; warm would cost ${price} a month`}`;
    case 'zero':
      return `serving is planned at zero${price === undefined ? '' : `; once it runs, it costs ${price} a month`}`;
    case 'warm':
      return `serving is planned warm${price === undefined ? '' : ` for ${price} a month, in no total`}; deploy it as an environment of its own`;
  }
}

function warmPrice({ serving, endpoints }: StandbyPlan): string | undefined {
  const rejected = serving.rejected.find(({ value }) => value === 'warm');
  const amounts: readonly MonthlyAmount[] =
    endpoints === undefined
      ? rejected?.usdPerMonth === undefined
        ? []
        : [rejected]
      : Object.values(endpoints).map(({ usdPerMonth: { value, price } }) => ({ usdPerMonth: value, price }));
  const price = (amounts.find((amount) => amount.price.basis === 'estimated') ?? amounts[0])?.price;
  if (price === undefined) return undefined;
  return marked(usd(amounts.reduce((sum, { usdPerMonth }) => sum + usdPerMonth, 0)), price);
}
