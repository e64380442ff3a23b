import type { ChangeKind } from '../change/change';
import { counted } from '../plan-report/amounts';
import type { Markup } from '../plan-report/markup';
import { breakable, html } from '../plan-report/markup';
import type { ServiceBox, StackBox } from './architecture';
import { cloudWords } from './verdict-words';

const signs: Readonly<Record<ChangeKind, readonly [sign: string, word: string]>> = {
  destroy: ['−', 'destroyed'],
  replace: ['±', 'replaced'],
  create: ['+', 'created'],
  update: ['~', 'updated'],
  import: ['→', 'imported'],
  rename: ['↦', 'renamed'],
};

/** Every environment and cloud as a drawing: stacks from the first that is deployed to the last, with what changes in them. */
export function architectureSection(stacks: readonly StackBox[]): Markup | undefined {
  if (stacks.length === 0) return undefined;
  const places = [...new Set(stacks.map(({ environment, cloud }) => `${environment} ${cloud}`))].toSorted();
  return html`<section aria-labelledby="architecture">
    <h2 id="architecture">Architecture</h2>
    <p class="quiet">
      Stacks in the order of their deployment. A frame marks a stack that changes, a red frame one in which something is
      replaced or destroyed.
    </p>
    ${places.map((place) => placeFigure(stacks.filter(({ environment, cloud }) => `${environment} ${cloud}` === place)))}
  </section>`;
}

function placeFigure(stacks: readonly StackBox[]): Markup | undefined {
  const [first] = stacks;
  if (first === undefined) return undefined;
  const layers = [...new Set(stacks.map(({ layer }) => layer))].toSorted((a, b) => a - b);
  return html`<figure class="place">
    <figcaption>${first.environment} on ${cloudWords[first.cloud]}</figcaption>
    <ol class="layers">
      ${layers.map(
        (layer) =>
          html`<li class="layer">
            ${stacks.filter((stack) => stack.layer === layer).map((stack) => stackCard(stack))}
          </li>`,
      )}
    </ol>
  </figure>`;
}

function stackCard({ stack, needs, services }: StackBox): Markup {
  const changed = services.filter(({ changes }) => Object.keys(changes).length > 0);
  const others = services.filter((service) => !changed.includes(service));
  const harmed = changed.some(({ changes }) => changes.destroy !== undefined || changes.replace !== undefined);
  const list = (some: readonly ServiceBox[]): Markup =>
    html`<ul>
      ${some.map(serviceItem)}
    </ul>`;
  return html`<div class="stack ${changed.length > 0 ? 'changed' : ''} ${harmed ? 'harmed' : ''}">
    <div class="name">${breakable(stack)}</div>
    ${needs.length === 0 ? undefined : html`<div class="quiet">needs ${needs.join(', ')}</div>`}
    ${changed.length === 0 ? undefined : list(changed)}
    ${
      others.length === 0
        ? undefined
        : html`<details>
            <summary>${counted(others.length, 'service')} unchanged</summary>
            ${list(others)}
          </details>`
    }
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
