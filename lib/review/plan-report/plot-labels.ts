import type { Tradeoff } from './frontier';
import type { Markup } from './markup';
import { html } from './markup';
import type { PlottedOption } from './options';
import type { Axes } from './plot-axes';
import { frame } from './plot-axes';
import type { Scale } from './scales';
import { tenth } from './scales';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Average width and height of a character in a label, in units of the view box. */
const character = { width: 6.6, height: 12 };
/** Distance from the centre of a mark to its label. */
const distance = 9;

/**
 * The numbers of the table next to their marks, the first option first. A number that would cover a mark or another number
 * is left out; the title of the mark and the table have it. Positions away from bars and steps are used first.
 */
export function placeLabels(
  options: readonly PlottedOption[],
  frontier: readonly Tradeoff[],
  { x, y, highest }: Axes,
): Markup {
  const places = options.map((option) => ({
    option,
    cx: x.at(option.usdPerMonth),
    cy: y.at(Math.min(option.msPerToken, highest)),
  }));
  const taken: Box[] = places.map(({ cx, cy }) => around(cx, cy, 5));
  const lines = [
    ...places.map(({ option, cx }) => bar(option, cx, y, highest)),
    ...frontier.slice(1).flatMap((step, i) => steps(frontier[i] ?? step, step, x, y)),
  ];
  const labels = places.flatMap(({ option, cx, cy }, i) => {
    const text = option.rank.kind === 'chosen' ? `${option.number} chosen` : String(option.number);
    const others = taken.filter((_box, j) => j !== i);
    const free = candidates(cx, cy, text).filter(
      ({ box }) => inside(box) && others.every((other) => !overlap(box, other)),
    );
    const place = free.find(({ box }) => lines.every((line) => !overlap(box, line))) ?? free[0];
    if (place === undefined) return [];
    taken.push(place.box);
    const { left, bottom } = place.box;
    return [html`<text class="label ${option.rank.kind}" x="${tenth(left)}" y="${tenth(bottom - 2.5)}">${text}</text>`];
  });
  return html`<g aria-hidden="true">${labels}</g>`;
}

/** Right, left, above, below, then the corners. */
function candidates(cx: number, cy: number, text: string): readonly { readonly box: Box }[] {
  const width = text.length * character.width;
  const { height } = character;
  const at = (left: number, top: number): { readonly box: Box } => ({
    box: { left, right: left + width, top, bottom: top + height },
  });
  const [right, left] = [cx + distance, cx - distance - width];
  const [above, below, middle] = [cy - distance - height, cy + distance, cy - height / 2];
  return [
    at(right, middle),
    at(left, middle),
    at(cx - width / 2, above),
    at(cx - width / 2, below),
    at(right - 4, above + 4),
    at(right - 4, below - 4),
    at(left + 4, above + 4),
    at(left + 4, below - 4),
  ];
}

function around(cx: number, cy: number, radius: number): Box {
  return { left: cx - radius, right: cx + radius, top: cy - radius, bottom: cy + radius };
}

/** The error bar of an option. */
function bar({ msPerToken, figures }: PlottedOption, cx: number, y: Scale, highest: number): Box {
  const share = figures.errorPercent / 100;
  const top = y.at(Math.min(highest, msPerToken * (1 + share)));
  return { left: cx - 1, right: cx + 1, top, bottom: y.at(Math.min(highest, msPerToken * Math.max(0, 1 - share))) };
}

/** The horizontal and the vertical part of the frontier between two options. */
function steps(from: Tradeoff, to: Tradeoff, x: Scale, y: Scale): readonly Box[] {
  const [left, right] = [x.at(from.usdPerMonth), x.at(to.usdPerMonth)];
  const [top, bottom] = [y.at(from.msPerToken), y.at(to.msPerToken)];
  return [
    { left, right, top: top - 1, bottom: top + 1 },
    { left: right - 1, right: right + 1, top, bottom },
  ];
}

function inside({ left, right, top, bottom }: Box): boolean {
  return left >= frame.left && right <= frame.width && top >= 0 && bottom <= frame.height - frame.bottom;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
