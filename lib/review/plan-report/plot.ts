import { counted, marked, milliseconds, usd, withBand } from './amounts';
import type { EndpointNote } from './endpoint-note';
import type { Tradeoff } from './frontier';
import { frontierOf } from './frontier';
import type { Markup } from './markup';
import { html } from './markup';
import type { PlottedOption, SizeOption } from './options';
import { plottedOptions } from './options';
import type { Axes } from './plot-axes';
import { axes, frame } from './plot-axes';
import { placeLabels } from './plot-labels';
import { tenth } from './scales';

/**
 * Costs against time per token of every size with figures: the chosen size as a diamond, the frontier as a line,
 * dominated sizes grey, impossible sizes hollow. The table below it has the same content in words.
 */
export function frontierPlot(id: string, endpoint: EndpointNote, options: readonly SizeOption[]): Markup {
  const plotted = plottedOptions(options);
  const objective = endpoint.performance?.objective.timePerOutputTokenMs;
  const scales = axes(plotted, objective);
  const frontier = frontierOf(plotted.filter(({ rank }) => rank.kind !== 'impossible'));
  return html`<svg
    class="plot"
    viewBox="0 0 ${frame.width} ${frame.height}"
    role="img"
    aria-labelledby="${id}-title ${id}-desc"
  >
    <title id="${id}-title">
      Cost and time per token of ${counted(plotted.length, 'size')} for endpoint ${endpoint.key} on ${endpoint.cloud}
    </title>
    <desc id="${id}-desc">${description(frontier, options.length - plotted.length)}</desc>
    ${scales.drawing} ${objective === undefined ? undefined : objectiveLine(scales, objective)}
    ${frontierLine(scales, frontier)} ${plotted.map((option) => errorBar(scales, option))}
    ${plotted.toSorted(byProminence).map((option) => mark(scales, option))}
    ${placeLabels(plotted.toSorted(byProminence).toReversed(), frontier, scales)}
  </svg>`;
}

function description(frontier: readonly PlottedOption[], hidden: number): string {
  const [first, last] = [frontier[0], frontier.at(-1)];
  const place = ({ usdPerMonth, price, msPerToken }: PlottedOption): string =>
    `${marked(usd(usdPerMonth), price)} a month and ${milliseconds(msPerToken)}`;
  const ends = first === undefined || last === undefined ? '' : `, from ${place(first)} to ${place(last)}`;
  return [
    `${counted(frontier.length, 'size is', 'sizes are')} on the frontier${ends}.`,
    ...(hidden === 0 ? [] : [`${counted(hidden, 'size has', 'sizes have')} no price or no figures and no mark.`]),
    'The table below lists all of them.',
  ].join(' ');
}

function objectiveLine({ y }: Axes, objective: number): Markup {
  const at = tenth(y.at(objective));
  return html`<line class="objective" x1="${frame.left}" x2="${frame.width - frame.right}" y1="${at}" y2="${at}" />
    <text class="objective-label" x="${frame.width - frame.right - 4}" y="${tenth(at - 5)}" text-anchor="end"
      >objective ${milliseconds(objective)}</text
    >`;
}

/** Steps and not slopes: there is no size between two sizes. */
function frontierLine({ x, y }: Axes, frontier: readonly Tradeoff[]): Markup | undefined {
  if (frontier.length < 2) return undefined;
  const path = frontier.map(({ usdPerMonth, msPerToken }, i) => {
    const [left, top] = [tenth(x.at(usdPerMonth)), tenth(y.at(msPerToken))];
    return i === 0 ? `M${left} ${top}` : `H${left}V${top}`;
  });
  return html`<path class="frontier" d="${path.join('')}" />`;
}

function errorBar(
  { x, y, highest }: Axes,
  { usdPerMonth, msPerToken, figures, rank }: PlottedOption,
): Markup | undefined {
  const { errorPercent } = figures;
  if (msPerToken > highest) return undefined;
  const at = tenth(x.at(usdPerMonth));
  const far = Math.min(highest, msPerToken * (1 + errorPercent / 100));
  const near = msPerToken * Math.max(0, 1 - errorPercent / 100);
  return html`<line
    class="error ${rank.kind}"
    x1="${at}"
    x2="${at}"
    y1="${tenth(y.at(far))}"
    y2="${tenth(y.at(near))}"
  />`;
}

function mark({ x, y, highest }: Axes, option: PlottedOption): Markup {
  const { usdPerMonth, price, msPerToken, rank, name, number, reason, figures } = option;
  const [left, top] = [tenth(x.at(usdPerMonth)), tenth(y.at(Math.min(msPerToken, highest)))];
  const title = html`<title>
    ${number}. ${name}: ${marked(usd(usdPerMonth), price)} a month, ${withBand(msPerToken, figures.errorPercent)} a
    token. ${reason}
  </title>`;
  if (msPerToken > highest)
    return html`<path class="${rank.kind}" d="M${left} ${tenth(top - 5)}l5 9h-10z">${title}</path>`;
  return rank.kind === 'chosen'
    ? html`<path class="chosen" d="M${left} ${tenth(top - 8)}l8 8l-8 8l-8-8z">${title}</path>`
    : html`<circle class="${rank.kind}" cx="${left}" cy="${top}" r="${rank.kind === 'frontier' ? 5 : 4}"
        >${title}</circle
      >`;
}

/** The least important first, so that more important marks cover it. */
function byProminence(a: PlottedOption, b: PlottedOption): number {
  const order = { unknown: 0, impossible: 1, dominated: 2, frontier: 3, chosen: 4 };
  return order[a.rank.kind] - order[b.rank.kind] || b.number - a.number;
}
