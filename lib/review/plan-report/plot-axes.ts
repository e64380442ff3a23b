import { grouped } from './amounts';
import type { Markup } from './markup';
import { html } from './markup';
import type { PlottedOption } from './options';
import type { Scale } from './scales';
import { linearScale, scaleFor, tenth } from './scales';

/** Size of a plot and its margins, in units of the view box. */
export const frame = { width: 760, height: 400, left: 58, right: 20, top: 18, bottom: 50 };

/** Impossible sizes that are slower than the others by more than this factor are drawn at the edge. */
const tolerated = 1.5;

/** Factor of free space above the slowest size, for the label of the objective. */
const headroom = 1.02;

/** The two scales of a plot with their drawing. */
export interface Axes {
  readonly x: Scale;
  readonly y: Scale;
  /** Milliseconds at the upper edge; slower sizes are drawn there as arrows. */
  readonly highest: number;
  readonly drawing: Markup;
}

/** Scales that contain every possible size and the objective. Impossible sizes can be outside. */
export function axes(plotted: readonly PlottedOption[], objective: number | undefined): Axes {
  const possible = plotted.filter(({ rank }) => rank.kind !== 'impossible');
  const shown = Math.max(objective ?? 0, ...possible.map(farEnd));
  const slowest = Math.max(
    shown,
    ...plotted.map(({ msPerToken }) => msPerToken).filter((ms) => ms <= tolerated * shown),
  );
  const x = scaleFor(
    plotted.map(({ usdPerMonth }) => usdPerMonth),
    [frame.left, frame.width - frame.right],
  );
  const y = linearScale(slowest * headroom, [frame.height - frame.bottom, frame.top]);
  return { x, y, highest: y.domain[1], drawing: html`${xAxis(x)}${yAxis(y)}` };
}

function farEnd({ msPerToken, figures }: PlottedOption): number {
  return msPerToken * (1 + figures.errorPercent / 100);
}

function xAxis({ ticks, at, kind }: Scale): Markup {
  const bottom = frame.height - frame.bottom;
  return html`<g class="axis"
    >${ticks.map(
      (tick) =>
        html`<line x1="${tenth(at(tick))}" x2="${tenth(at(tick))}" y1="${frame.top}" y2="${bottom}" />
          <text x="${tenth(at(tick))}" y="${bottom + 18}" text-anchor="middle">${dollars(tick)}</text>`,
    )}<text
      class="axis-label"
      x="${(frame.left + frame.width - frame.right) / 2}"
      y="${frame.height - 10}"
      text-anchor="middle"
      >US dollars a month for the whole peak${kind === 'log' ? ', logarithmic' : ''}</text
    ></g
  >`;
}

function yAxis({ ticks, at }: Scale): Markup {
  const middle = (frame.top + frame.height - frame.bottom) / 2;
  return html`<g class="axis"
    >${ticks.map(
      (tick) =>
        html`<line
            x1="${frame.left}"
            x2="${frame.width - frame.right}"
            y1="${tenth(at(tick))}"
            y2="${tenth(at(tick))}"
          />
          <text x="${frame.left - 8}" y="${tenth(at(tick) + 4)}" text-anchor="end">${grouped(tick)}</text>`,
    )}<text class="axis-label" transform="translate(15 ${middle}) rotate(-90)" text-anchor="middle"
      >ms per output token</text
    ></g
  >`;
}

/** `$500`, `$20k`, `$1.5M`. */
function dollars(value: number): string {
  if (value >= 1e6) return `$${value / 1e6}M`;
  return value >= 1e4 ? `$${value / 1e3}k` : `$${grouped(value)}`;
}
