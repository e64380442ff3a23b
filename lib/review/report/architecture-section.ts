import type { ChangeKind } from '../change/change';
import { counted } from '../plan-report/amounts';
import type { Markup } from '../plan-report/markup';
import { breakable, html } from '../plan-report/markup';
import type { ServiceBox, StackBox } from './architecture';

const signs: Readonly<Record<ChangeKind, readonly [sign: string, word: string]>> = {
  destroy: ['−', 'destroyed'],
  replace: ['±', 'replaced'],
  create: ['+', 'created'],
  update: ['~', 'updated'],
  import: ['→', 'imported'],
  rename: ['↦', 'renamed'],
};

const clouds: Readonly<Record<StackBox['cloud'], string>> = {
  aws: 'AWS',
  azure: 'Azure',
  kubernetes: 'Kubernetes',
  other: 'Other providers',
};

/** Every environment and cloud as boxes of stacks, in the order of their deployment, with what changes in them. */
export function architectureSection(stacks: readonly StackBox[]): Markup | undefined {
  if (stacks.length === 0) return undefined;
  const places = [...new Set(stacks.map(({ environment, cloud }) => `${environment} ${cloud}`))].toSorted();
  return html`<section aria-labelledby="architecture">
    <h2 id="architecture">Architecture</h2>
    <p class="quiet">Stacks in the order of their deployment. A mark says what happens to how many resources.</p>
    ${places.map((place) => placeFigure(stacks.filter(({ environment, cloud }) => `${environment} ${cloud}` === place)))}
  </section>`;
}

function placeFigure(stacks: readonly StackBox[]): Markup | undefined {
  const [first] = stacks;
  if (first === undefined) return undefined;
  return html`<figure class="place">
    <figcaption>${first.environment} on ${clouds[first.cloud]}</figcaption>
    <div class="stacks">${stacks.map(stackCard)}</div>
  </figure>`;
}

function stackCard({ stack, needs, services }: StackBox): Markup {
  const changed = services.some(({ changes }) => Object.keys(changes).length > 0);
  return html`<div class="stack ${changed ? 'changed' : ''}">
    <div class="name">${breakable(stack)}</div>
    ${needs.length === 0 ? undefined : html`<div class="quiet">needs ${needs.join(', ')}</div>`}
    <ul>
      ${services.map(serviceItem)}
    </ul>
  </div>`;
}

function serviceItem({ service, resources, changes, losesData }: ServiceBox): Markup {
  const marks = (Object.keys(signs) as readonly ChangeKind[]).flatMap((kind) => {
    const count = changes[kind];
    const [sign, word] = signs[kind];
    return count === undefined ? [] : [html`<span class="mark ${kind}">${sign} ${count} ${word}</span> `];
  });
  return html`<li>
    ${breakable(service)} <span class="quiet">${counted(resources, 'resource')}</span> ${marks}
    ${losesData ? html`<span class="mark destroy">data is lost</span>` : undefined}
  </li>`;
}
