import { stateOn } from '../../catalog/managed-models';
import { lastFreshDay } from '../../catalog/stale-rows';
import type { LifecycleState, ManagedModel } from '../../catalog/types';
import type { Issue } from '../../platform';
import { compareText } from '../order';
import type { FoundModel, ModelPlace } from './found-model';
import { fullName } from './found-model';

/**
 * What the provider's lifecycle says about a version.
 *
 * @param date - ISO date. @default - the day on which the row was read
 */
export function lifecycleIssues(found: FoundModel, place: LifecyclePlace, date?: string): readonly Issue[] {
  const { lifecycle } = found.version;
  const day = date ?? lifecycle.asOf;
  const state = stateOn(lifecycle, day);
  const old = state !== 'retired' && day > lastFreshDay('lifecycles', lifecycle.edition);
  return [...stateIssues(found, place, state, day), ...(old ? [oldEdition(found, place)] : [])];
}

interface LifecyclePlace extends Omit<ModelPlace, 'region'> {
  /** Rows of the catalogue, among them those of the successors. */
  readonly managedModels: readonly ManagedModel[];
}

function oldEdition(found: FoundModel, { path }: LifecyclePlace): Issue {
  const { edition, source } = found.version.lifecycle;
  return {
    code: 'LifecycleEditionOld',
    path: `${path}.id`,
    message: `the last day of ${fullName(found)} was read from an edition of ${edition} (${source}); a later one may say another day`,
    got: found.row.id,
    expected: 'an edition of the last 120 days',
    fix: 'read the schedule of the provider, and write what it says under catalog.managedModels',
  };
}

function stateIssues(found: FoundModel, place: LifecyclePlace, state: LifecycleState, day: string): readonly Issue[] {
  const { lifecycle } = found.version;
  if (state === 'generally-available') return [];
  const issue = { path: `${place.path}.id`, got: found.row.id, fix: successorFix(found, place, day) };
  const name = fullName(found);
  const until = lifecycle.retires === undefined ? '' : ` until ${lifecycle.retires}`;
  const by = `(${lifecycle.source}, edition of ${lifecycle.edition})`;
  switch (state) {
    case 'preview':
      return [
        {
          ...issue,
          code: 'ModelPreview',
          message: `${name} is a preview${until} ${by}`,
          expected: 'a generally available model',
        },
      ];
    case 'legacy':
      return [
        {
          ...issue,
          code: 'ModelLegacy',
          message: `${name} is legacy${until} ${by}`,
          expected: 'a model without an end',
        },
      ];
    case 'deprecated':
      return [deprecated({ ...issue, name, until, by }, place)];
    case 'retired':
      return [
        {
          ...issue,
          code: 'ModelRetired',
          message: `${name} was retired${lifecycle.retires === undefined ? '' : ` on ${lifecycle.retires}`} ${by}`,
          expected: 'a model that accepts new deployments',
        },
      ];
  }
}

interface DeprecatedText extends Pick<Issue, 'path' | 'got'> {
  readonly fix: string;
  readonly name: string;
  readonly until: string;
  readonly by: string;
}

function deprecated({ name, until, by, ...issue }: DeprecatedText, { deployedModels }: LifecyclePlace): Issue {
  const known = deployedModels?.includes(name);
  const state = `${name} is deprecated${until} ${by}`;
  if (known === false) {
    return {
      ...issue,
      code: 'ModelNotDeployedBefore',
      message: `${state}, and the subscription has not deployed it`,
      expected: 'a model that accepts new deployments',
    };
  }
  const { fix } = issue;
  return {
    ...issue,
    code: 'ModelDeprecated',
    message: `${state}: it can be deployed only where the subscription has deployed it before`,
    expected: 'a model that accepts new deployments',
    fix: known === true ? fix : `${fix}, or write '${name}' under deployedModels of the target`,
  };
}

function successorFix({ row, version }: FoundModel, { managedModels }: LifecyclePlace, day: string): string {
  const names = (version.lifecycle.successors ?? []).toSorted(compareText).flatMap((id) => {
    const successor = managedModels.find((other) => other.service === row.service && other.id === id);
    return successor === undefined ? [`'${id}'`] : newestName(successor, day);
  });
  return names.length === 0 ? 'choose another model' : `use ${names.join(' or ')}`;
}

/** The newest version with the best state on a day: the spec of an Azure model names its version. None where all retired. */
function newestName({ id, versions }: ManagedModel, day: string): readonly string[] {
  const states: readonly LifecycleState[] = ['generally-available', 'preview', 'legacy', 'deprecated'];
  const [best] = states.flatMap((state) =>
    versions
      .filter(({ lifecycle }) => stateOn(lifecycle, day) === state)
      .toSorted((a, b) => compareText(b.version ?? '', a.version ?? '')),
  );
  if (best === undefined) return [];
  return [best.version === undefined ? `'${id}'` : `'${id}', version '${best.version}'`];
}
