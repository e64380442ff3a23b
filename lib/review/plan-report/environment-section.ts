import { marked, usd } from './amounts';
import { endpointSection } from './endpoint-section';
import type { Markup } from './markup';
import { breakable, html } from './markup';
import type { NoteRow, Price } from './note-row';
import type { NumberedReason, PlanNote } from './plan-note';
import { numberReasons, numbersOf } from './plan-note';
import { notIncluded, totalWords } from './price-words';

/** One environment: what is planned, the alternatives of each endpoint, and every reason with its source. */
export function environmentSection(note: PlanNote): Markup {
  const { environment, tier, entry, rows, endpoints } = note;
  const reasons = numberReasons(rows);
  return html`<section aria-labelledby="environment-${environment}">
    <h2 id="environment-${environment}">${environment}</h2>
    <p class="quiet">${tier} · ${entry} · numbers link to the reasons</p>
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
      ${row.lines.map(({ text, tone }) => html`<div${tone === undefined ? '' : html` class="${tone}"`}>${breakable(text)}</div>`)}
    </td>
    <td class="number">${priceText(row.price)}</td>
    <td class="refs">${refs}</td>
  </tr> `;
}

function totalRow({ total }: PlanNote): Markup {
  const missing = notIncluded(total);
  return html`<tfoot>
    <tr>
      <th scope="row">a month</th>
      <td></td>
      <td>
        <div>${sentence(totalWords(total))}</div>
        ${missing.length === 0 ? undefined : html`<div>Not included:</div>`}
        ${missing.map((line) => html`<div>${sentence(line)}</div>`)}
      </td>
      <td class="number">${marked(usd(total.usdPerMonth), total)}</td>
      <td></td>
    </tr>
  </tfoot>`;
}

function reasonItem(environment: string, { number, rule, text, source, stale }: NumberedReason): Markup {
  return html`<li id="${environment}-reason-${number}">
    ${text}
    <span class="quiet"
      >[${rule}]${source === undefined ? '' : ` Source: ${source.name}, ${source.asOf}${stale === true ? ', stale' : ''}.`}</span
    >
  </li> `;
}

function priceText(price: Price | undefined): string {
  if (price === undefined) return '';
  return price.kind === 'priced' ? marked(usd(price.usdPerMonth), price.price) : price.why;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
