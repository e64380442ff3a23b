import type { MessageCode } from '../../messages';
import { marked, usd } from './amounts';
import { environmentSection } from './environment-section';
import type { Markup } from './markup';
import { html, page } from './markup';
import type { Tone } from './note-row';
import { pageStyle } from './page-style';
import type { PlanNote } from './plan-note';
import { allPrices, markLegend, priceWarning } from './price-words';

/** A warning about the config: the plan works, and a person should check it. */
export interface PlanWarning {
  readonly code: MessageCode;
  /** Dotted path in the config. */
  readonly path: string;
  readonly message: string;
  readonly expected: string;
  readonly fix?: string;
}

/** Content of the page. */
export interface PlanReport {
  readonly platform: string;
  readonly environments: readonly PlanNote[];
  readonly warnings: readonly PlanWarning[];
}

/**
 * A plan as one HTML file without scripts, which needs no network. The same report gives the same bytes: `datePlan` has
 * already decided which prices are stale.
 */
export function planPage({ platform, environments, warnings }: PlanReport): string {
  const title = `Plan of ${platform}`;
  return page(
    title,
    pageStyle,
    html`<h1>${title}</h1>
      <p class="quiet">Times are predicted, not measured, and have an error band. Prices have a source and a date.</p>
      ${overview(environments)} ${priceNotes(environments)} ${warningList(warnings)}
      ${environments.map(environmentSection)}`,
  );
}

function overview(environments: readonly PlanNote[]): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Environments">
    <table>
      <thead>
        <tr>
          <th scope="col">environment</th>
          <th scope="col">tier</th>
          <th scope="col">releases</th>
          <th scope="col">objectives</th>
          <th scope="col" class="number">$ a month</th>
          <th scope="col" class="number">not included</th>
        </tr>
      </thead>
      <tbody>
        ${environments.map(
          (note) =>
            html`<tr>
              <th scope="row"><a href="#environment-${note.environment}">${note.environment}</a></th>
              <td>${note.tier}</td>
              <td>${note.entry}</td>
              <td>${objectives(note)}</td>
              <td class="number">${marked(usd(note.total.usdPerMonth), note.total)}</td>
              <td class="number">${Object.values(note.total.unknown).flat().length}</td>
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Meaning of the marks on amounts, and how to renew the prices. */
function priceNotes(environments: readonly PlanNote[]): Markup | undefined {
  const prices = allPrices(environments.map((note) => note.prices));
  const warning = prices === undefined ? [] : priceWarning(prices);
  if (prices === undefined || warning.length === 0) return undefined;
  return html`<div class="issue">
      <strong>Prices</strong>
      ${warning.map((line) => html`<div>${line}</div>`)}
    </div>
    <p class="quiet">${markLegend(prices).join(' · ')}</p>`;
}

const results: Readonly<Record<PlanNote['objectives'], readonly [Tone, string]>> = {
  missed: ['bad', 'missed'],
  'at risk': ['warn', 'met, but not over the whole band'],
  met: ['good', 'met over the whole band'],
  none: ['quiet', 'none'],
};

function objectives(note: PlanNote): Markup {
  const [tone, text] = results[note.objectives];
  return html`<span class="${tone}">${text}</span>`;
}

function warningList(warnings: readonly PlanWarning[]): Markup | undefined {
  if (warnings.length === 0) return undefined;
  return html`<h2 id="warnings">Warnings</h2>
    ${warnings.map(
      ({ code, path, message, expected, fix }) =>
        html`<div class="issue">
          <strong>${path}</strong>: ${message} <span class="quiet">[${code}]</span>
          <div>Expected: ${expected}.${fix === undefined ? '' : ` Fix: ${fix}.`}</div>
        </div> `,
    )}`;
}
