import type { Alternative, OptionalAmount } from '../../plan';
import { counted, figure, marked, usd, withBand } from './amounts';
import type { EndpointNote } from './endpoint-note';
import type { Markup } from './markup';
import { breakable, html } from './markup';
import type { Rank, SizeOption } from './options';
import { plottedOptions, sizeOptions } from './options';
import { frontierPlot } from './plot';

/** One endpoint: the plot of the sizes that were compared, and the same as a table. */
export function endpointSection(environment: string, endpoint: EndpointNote): Markup {
  const { key, cloud } = endpoint;
  const id = `${environment}-${cloud}-${key}`;
  const options = sizeOptions(endpoint);
  const plotted = plottedOptions(options).length > 0;
  return html`<h3 id="${id}">Endpoint ${key} on ${cloud}</h3>
    ${plotted ? plotFigure(id, endpoint, options) : html`<p class="quiet">Nothing to plot: no size has both a price and figures.</p>`}
    ${optionsTable(id, endpoint, options)} ${servicesTable(id, endpoint)} `;
}

function plotFigure(id: string, endpoint: EndpointNote, options: readonly SizeOption[]): Markup {
  return html`<figure>
    <div class="scroll" tabindex="0" role="region" aria-label="Plot of endpoint ${endpoint.key} on ${endpoint.cloud}">
      ${frontierPlot(id, endpoint, options)}
    </div>
    <figcaption>
      Diamond: chosen. Filled and joined by steps: the frontier, where no size is both cheaper and faster. Grey:
      dominated by a cheaper or faster size. Hollow: not possible. Bars: error band of the prediction. Numbers are rows
      of the table; point at a mark for its name.
    </figcaption>
  </figure>`;
}

/** Heads of the columns of `figureCells`. */
const figureHeads = html`<th scope="col" class="number">first token</th>
  <th scope="col" class="number">per token</th>
  <th scope="col" class="number">tokens/s</th>
  <th scope="col" class="number">gCO2e/ktok</th>`;

function optionsTable(id: string, { key, cloud, performance }: EndpointNote, options: readonly SizeOption[]): Markup {
  const copies =
    performance === undefined ? '' : ` The chosen size needs ${counted(performance.copies, 'copy', 'copies')}.`;
  return html`<p class="quiet" id="${id}-about">
      Sizes compared, cheapest first. Each serves the same peak at every hour.${copies}
    </p>
    <div class="scroll" tabindex="0" role="region" aria-label="Sizes compared for endpoint ${key} on ${cloud}">
      <table aria-describedby="${id}-about">
        <thead>
          <tr>
            <th scope="col" class="number">#</th>
            <th scope="col">size</th>
            <th scope="col" class="number">$ a month</th>
            ${figureHeads}
            <th scope="col">result</th>
          </tr>
        </thead>
        <tbody>
          ${options.map(optionRow)}
        </tbody>
      </table>
    </div>`;
}

function optionRow({ number, name, figures, rank, reason, ...amount }: SizeOption): Markup {
  return html`<tr class="${rank.kind}">
    <td class="number">${number}</td>
    <th scope="row">${breakable(name)}</th>
    <td class="number">${monthly(amount)}</td>
    ${figureCells(figures)}
    <td class="why">${rank.kind === 'chosen' ? 'chosen' : `${rankText(rank)}: ${reason}`}</td>
  </tr> `;
}

/** Other services, priced over the planned week. Their costs are not comparable with those of sizes for the whole peak. */
function servicesTable(id: string, { key, cloud, service, usdPerMonth, services }: EndpointNote): Markup | undefined {
  if (services.length === 0) return undefined;
  return html`<p class="quiet" id="${id}-services">
      Services compared with ${service}, which costs ${marked(usd(usdPerMonth.value), usdPerMonth.price)} a month over
      the planned week.
    </p>
    <div class="scroll" tabindex="0" role="region" aria-label="Services compared for endpoint ${key} on ${cloud}">
      <table aria-describedby="${id}-services">
        <thead>
          <tr>
            <th scope="col">service</th>
            <th scope="col" class="number">$ a month</th>
            ${figureHeads}
            <th scope="col">result</th>
          </tr>
        </thead>
        <tbody>
          ${services.map(serviceRow)}
        </tbody>
      </table>
    </div>`;
}

function serviceRow({ value, figures, possible, reason, ...amount }: Alternative): Markup {
  return html`<tr class="service">
    <th scope="row">${breakable(value)}</th>
    <td class="number">${monthly(amount)}</td>
    ${figureCells(figures)}
    <td class="why">${possible === false ? 'not possible' : 'possible'}: ${reason}</td>
  </tr> `;
}

function monthly({ usdPerMonth, price }: OptionalAmount): string {
  return usdPerMonth === undefined ? 'no price' : marked(usd(usdPerMonth), price);
}

function figureCells(figures: SizeOption['figures']): Markup {
  if (figures === undefined) return html`<td colspan="4" class="quiet">no figures</td>`;
  const { timeToFirstTokenMs, timePerOutputTokenMs, tokensPerSecond, gramsCo2ePer1kTokens: grams } = figures;
  return html`<td class="number">${withBand(timeToFirstTokenMs, figures.firstTokenErrorPercent)}</td>
    <td class="number">${withBand(timePerOutputTokenMs, figures.errorPercent)}</td>
    <td class="number">${figure(tokensPerSecond)}</td>
    <td class="number">${grams === undefined ? '–' : figure(grams)}</td>`;
}

function rankText(rank: Rank): string {
  switch (rank.kind) {
    case 'chosen':
      return 'chosen';
    case 'frontier':
      return 'on the frontier';
    case 'dominated':
      return `dominated by ${rank.by}`;
    case 'impossible':
      return 'not possible';
    case 'unknown':
      return 'not compared';
  }
}
