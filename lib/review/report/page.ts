import type { ResourceGraph } from '../../graph';
import type { Markup } from '../plan-report/markup';
import { html, page } from '../plan-report/markup';
import { pageStyle } from '../plan-report/page-style';
import { architectureOf } from './architecture';
import { architectureSection } from './architecture-section';
import { digestOf } from './digest';
import { reviewStyle } from './page-style';
import { placeCard } from './place-card';
import type { Review } from './review';
import { rowItem } from './row-item';
import type { Section } from './section';
import { sectionsOf } from './sections';
import { placesOf, verdictOver } from './verdict';
import { verdictWords } from './verdict-words';

/** Cards of environments and clouds that are open; the others are folded. */
const mostCards = 6;

/**
 * A review as one HTML file without scripts, which needs no network. The same review gives the same bytes.
 * @param graph what is deployed after the change, for the drawing of both clouds
 */
export function reviewPage(review: Review, graph: ResourceGraph): string {
  const verdict = verdictOver(review);
  const title = `Review: ${verdictWords[verdict]}`;
  const sections = sectionsOf(review);
  const first = sections.filter(({ id }) => id === 'blocking' || id === 'warnings');
  const rest = sections.filter((section) => !first.includes(section));
  const drawing = architectureSection(architectureOf(graph, review.changes));
  return page(
    title,
    pageStyle + reviewStyle,
    html`<header>
        <h1>Infrastructure review <span class="pill ${verdict}">${verdictWords[verdict]}</span></h1>
        <p class="quiet">${review.base} → ${review.next} · ${liveWords(review)}</p>
        ${cards(review)}
      </header>
      ${first.map(sectionPart)}
      ${partsList([...(drawing === undefined ? [] : [{ id: 'architecture', title: 'Architecture' }]), ...rest])}
      ${drawing} ${rest.map(sectionPart)}
      <footer class="quiet">Approvals bind to <code>${digestOf(review)}</code></footer>`,
  );
}

function liveWords({ live }: Review): string {
  return live === true ? 'templates and what is live' : 'templates alone, no account was asked';
}

function cards(review: Review): Markup {
  const places = placesOf(review);
  const list = (some: typeof places): Markup =>
    html`<ul class="cards">
      ${some.map((place) => placeCard(place, review))}
    </ul>`;
  const others = places.slice(mostCards);
  return html`${list(places.slice(0, mostCards))}
  ${
    others.length === 0
      ? undefined
      : html`<details>
          <summary>More environments (${others.length})</summary>
          ${list(others)}
        </details>`
  }`;
}

/** Links to the parts that are below the first screen. */
function partsList(parts: readonly Pick<Section, 'id' | 'title'>[]): Markup {
  return html`<nav aria-label="Parts">
    <ul class="parts">
      ${parts.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
    </ul>
  </nav>`;
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
    ? html`<details class="part" id="${id}">
        <summary>${title} (${rows.length})</summary>
        ${body}
      </details>`
    : html`<section aria-labelledby="${id}">
        <h2 id="${id}">${title}</h2>
        ${body}
      </section>`;
}
