import { counted, usd } from '../plan-report/amounts';
import type { Markup } from '../plan-report/markup';
import { html } from '../plan-report/markup';
import { monthlyWords } from './monthly';
import type { MoneyDelta, Review } from './review';
import { shortAddress } from './short-address';
import type { PlaceSummary } from './verdict';
import { changesWords, cloudWords, verdictWords } from './verdict-words';

/** Steps of money that a card names. */
const mostSteps = 2;

/** One environment on one cloud: verdict, what is open, what happens, and what it costs. */
export function placeCard(place: PlaceSummary, { money }: Review): Markup {
  const { environment, cloud, verdict, blocking, warnings } = place;
  const open = [
    ...(blocking === 0 ? [] : [`${blocking} blocking`]),
    ...(warnings === 0 ? [] : [counted(warnings, 'warning')]),
  ];
  const here = money.filter((delta) => delta.environment === environment && delta.cloud === cloud);
  const more = place.money.after > place.money.before;
  return html`<li class="card ${verdict}">
    <div>
      <b>${environment} on ${cloudWords[cloud]}</b> <span class="pill ${verdict}">${verdictWords[verdict]}</span>
    </div>
    <div>${open.length === 0 ? 'nothing open' : open.join(', ')}; ${changesWords(place)}</div>
    <div class="money ${more ? 'warn' : ''}">
      ${monthlyWords(place.money)}${place.money.estimated ? ' (~ estimated)' : ''}
    </div>
    ${largestSteps(here).map(
      (delta) =>
        html`<div class="quiet where">
          ${shortAddress(delta.address)} ${sideWords(delta.before)} → ${sideWords(delta.after)}
        </div>`,
    )}
  </li>`;
}

function largestSteps(money: readonly MoneyDelta[]): readonly MoneyDelta[] {
  const step = ({ before = 0, after = 0 }: MoneyDelta): number => Math.abs(after - before);
  return money
    .filter((delta) => delta.unknown === undefined && step(delta) >= 0.005)
    .toSorted((a, b) => step(b) - step(a))
    .slice(0, mostSteps);
}

function sideWords(amount: number | undefined): string {
  return amount === undefined ? 'nothing' : usd(amount);
}
