import type { Markup } from '../plan-report/markup';
import { html } from '../plan-report/markup';
import type { Row, RowTone } from './section';
import { diffLines } from './text-diff';

const tags: Readonly<Partial<Record<RowTone, string>>> = { bad: 'critical', warn: 'warning' };

/** Longest pair of values in characters that is written in a line instead of compared below it. */
const longestPair = 160;

/** A row of a section: what, where, before and after, and the first line of the rest, which unfolds the others. */
export function rowItem({ tone, where, title, text, lines, before, after }: Row): Markup {
  const tag = tags[tone];
  const pair = pairOf(before, after);
  return html`<li class="${tone}">
    <div>
      ${tag === undefined ? undefined : html`<span class="tag ${tone}">${tag}</span> `}
      ${title === undefined ? undefined : html`<b>${title}</b>: `}${text}
    </div>
    ${where === '' ? undefined : html`<div class="where quiet">${where}</div>`} ${pair} ${linesPart(lines)}
    ${pair !== undefined || (before === undefined && after === undefined) ? undefined : comparison(before, after)}
  </li>`;
}

function linesPart([first, ...others]: readonly string[]): Markup | undefined {
  if (first === undefined) return undefined;
  if (others.length === 0) return html`<div class="quiet">${first}</div>`;
  return html`<details>
    <summary>${first}</summary>
    <ul>
      ${others.map((line) => html`<li>${line}</li>`)}
    </ul>
  </details>`;
}

/** Two short values in one line. */
function pairOf(before: string | undefined, after: string | undefined): Markup | undefined {
  if (before === undefined || after === undefined) return undefined;
  if (before.length + after.length > longestPair || /\n/.test(before + after)) return undefined;
  return html`<div class="pair">
    <del>${before}</del> <span class="quiet" aria-hidden="true">→</span> <ins>${after}</ins>
  </div>`;
}

function comparison(before: string | undefined, after: string | undefined): Markup {
  const lines = diffLines(before, after).map(({ mark, text }) => {
    const line = `${mark} ${text}\n`;
    return mark === ' ' ? line : html`<span class="${mark === '-' ? 'del' : 'ins'}">${line}</span>`;
  });
  // One line of source: white space inside the block is shown.
  return html`<pre role="group" aria-label="Before and after">${lines}</pre>`;
}
