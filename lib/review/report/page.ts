import type { ResourceGraph } from '../../graph';
import type { Markup } from '../plan-report/markup';
import { html, page } from '../plan-report/markup';
import { pageStyle } from '../plan-report/page-style';
import { architectureOf } from './architecture';
import { architectureSection } from './architecture-section';
import { digestOf } from './digest';
import { reviewStyle } from './page-style';
import type { Review } from './review';
import type { Row, RowTone, Section } from './section';
import { sectionsOf } from './sections';
import { diffLines } from './text-diff';
import type { PlaceSummary } from './verdict';
import { placesOf, verdictOver } from './verdict';
import { placeLine, verdictWords } from './verdict-words';

/**
 * A review as one HTML file without scripts, which needs no network. The same review gives the same bytes.
 * @param graph what is deployed after the change, for the drawing of both clouds
 */
export function reviewPage(review: Review, graph: ResourceGraph): string {
  const verdict = verdictOver(review);
  const title = `Review: ${verdictWords[verdict]}`;
  const sections = sectionsOf(review);
  return page(
    title,
    pageStyle + reviewStyle,
    html`<h1>Infrastructure review</h1>
      <div class="verdict ${verdict}">
        <strong>${verdictWords[verdict]}</strong>
        ${placesOf(review).map(placeItem)}
        <div class="quiet">${review.base} → ${review.next} · templates alone, no account was asked</div>
        <div class="quiet">Approvals bind to <code>${digestOf(review)}</code></div>
      </div>
      ${sections.filter(({ id }) => id === 'blocking' || id === 'warnings').map(sectionPart)}
      ${architectureSection(architectureOf(graph, review.changes))}
      ${sections.filter(({ id }) => id !== 'blocking' && id !== 'warnings').map(sectionPart)}`,
  );
}

function placeItem(place: PlaceSummary): Markup {
  return html`<div>
    <b>${place.environment} ${place.cloud}</b>: ${verdictWords[place.verdict].toLowerCase()}; ${placeLine(place)}
  </div>`;
}

function sectionPart(section: Section): Markup {
  const { id, title, rows, empty, folded } = section;
  const body =
    rows.length === 0
      ? html`<p class="quiet">${empty}</p>`
      : html`<ul class="rows">
          ${rows.map(rowItem)}
        </ul>`;
  return folded
    ? html`<details id="${id}">
        <summary>${title} (${rows.length})</summary>
        ${body}
      </details>`
    : html`<section aria-labelledby="${id}">
        <h2 id="${id}">${title}</h2>
        ${body}
      </section>`;
}

const tags: Readonly<Partial<Record<RowTone, string>>> = { bad: 'critical', warn: 'warning' };

function rowItem({ tone, where, text, lines, before, after }: Row): Markup {
  const tag = tags[tone];
  return html`<li class="${tone}">
    ${tag === undefined ? undefined : html`<span class="tag ${tone}">${tag}</span> `}${text}
    ${where === '' ? undefined : html`<div class="where quiet">${where}</div>`}
    ${
      lines.length === 0
        ? undefined
        : html`<ul>
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ul>`
    }
    ${before === undefined && after === undefined ? undefined : comparison(before, after)}
  </li>`;
}

function comparison(before: string | undefined, after: string | undefined): Markup {
  const lines = diffLines(before, after).map(({ mark, text }) => {
    const line = `${mark} ${text}\n`;
    return mark === ' ' ? line : html`<span class="${mark === '-' ? 'del' : 'ins'}">${line}</span>`;
  });
  // One line of source: white space inside the block is shown.
  return html`<pre tabindex="0" role="region" aria-label="Before and after">${lines}</pre>`;
}
