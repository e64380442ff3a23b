import { usd } from './amounts';
import { endpointSection } from './endpoint-section';
import { breakable, html } from './markup';
import type { Markup } from './markup';
import type { NoteRow, Price } from './note-row';
import type { NumberedReason, PlanNote } from './plan-note';
import { numberReasons, numbersOf } from './plan-note';

/** One environment: what is planned, what was weighed per endpoint, and every reason with its source. */
export function environmentSection(note: PlanNote): Markup {
  const { environment, tier, entry, rows, endpoints } = note;
  const reasons = numberReasons(rows);
  return html`<section aria-labelledby="environment-${environment}">
    <h2 id="environment-${environment}">${environment}</h2>
    <p class="quiet">${tier} · ${entry} · numbers lead to the reasons</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Plan of ${environment}">
      <table>
        <thead>
          <tr>
            <th scope="col">what</th>
            <th scope="col">cloud</th>
            <th scope="col">planned</th>
            <th scope="col" class="number">$ a month</th>
            <th scope="col">why</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => summaryRow(environment, row, reasons))}
        </tbody>
        ${totalRow(note)}
      </table>
    </div>
    ${endpoints.map((endpoint) => endpointSection(environment, endpoint))}
    <h3 id="${environment}-reasons">Reasons in ${environment}</h3>
    <ol class="reasons">
      ${reasons.map((reason) => reasonItem(environment, reason))}
    </ol>
  </section> `;
}

function summaryRow(environment: string, row: NoteRow, reasons: readonly NumberedReason[]): Markup {
  const refs = numbersOf(row, reasons).map(
    (n, i) => html`${i === 0 ? '' : ', '}<a href="#${environment}-reason-${n}">${n}</a>`,
  );
  return html`<tr>
    <th scope="row">${row.what}</th>
    <td>${row.cloud}</td>
    <td>
      ${row.lines.map(({ text, mood }) => html`<div${mood === undefined ? '' : html` class="${mood}"`}>${breakable(text)}</div>`)}
    </td>
    <td class="number">${priceText(row.price)}</td>
    <td class="refs">${refs}</td>
  </tr> `;
}

function totalRow({ total }: PlanNote): Markup {
  const missing = Object.entries(total.unknown).flatMap(([why, what]) =>
    what.length === 0 ? [] : [html`<div>On top of it, ${why}: ${what.join(', ')}.</div>`],
  );
  const beside =
    total.besideInstances.length === 0
      ? undefined
      : html`<div>On top of it, of endpoints: ${total.besideInstances.join('; ')}.</div>`;
  return html`<tfoot>
    <tr>
      <th scope="row">a month</th>
      <td></td>
      <td>
        <div>What has a price.</div>
        ${missing}${beside}
      </td>
      <td class="number">${usd(total.known)}</td>
      <td></td>
    </tr>
  </tfoot>`;
}

function reasonItem(environment: string, { number, rule, text, source }: NumberedReason): Markup {
  return html`<li id="${environment}-reason-${number}">
    ${text}
    <span class="quiet">[${rule}]${source === undefined ? '' : ` Source: ${source.name}, ${source.asOf}.`}</span>
  </li> `;
}

function priceText(price: Price | undefined): string {
  if (price === undefined) return '';
  return price.kind === 'known' ? usd(price.usdPerMonth) : price.why;
}
