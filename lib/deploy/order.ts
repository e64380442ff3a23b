import type { Issue } from '../platform';
import type { Unit, UnitState } from './unit';
import { gateOf } from './units';

/** Units that were asked for by name, or the issues of the names. */
export interface Chosen {
  readonly units: readonly Unit[];
  readonly issues: readonly Issue[];
}

/**
 * The units that names choose, with what every unit of a cloud begins with and the gates before them.
 *
 * @param names - ids such as `aws/integration`, or a name alone, which chooses it on every cloud that has it
 */
export function choose(units: readonly Unit[], names: readonly string[]): Chosen {
  const deployable = units.filter(({ kind }) => kind === 'stack' || kind === 'stage');
  const found = names.map((name) => deployable.filter((unit) => unit.id === name || unit.name === name));
  const issues = names.flatMap((name, index) => (found[index]?.length === 0 ? [unknownUnit(name, deployable)] : []));
  const ids = new Set(found.flat().map(({ id }) => id));
  const clouds = new Set(found.flat().map(({ cloud }) => cloud));
  const isChosen = (unit: Unit): boolean => {
    if (ids.has(unit.id)) return true;
    if (unit.kind === 'assets') return [...ids].some((id) => gateOf(id) === unit.id);
    return (unit.kind === 'templates' || unit.kind === 'bootstrap') && clouds.has(unit.cloud);
  };
  return { units: units.filter(isChosen), issues };
}

function unknownUnit(got: string, known: readonly Unit[]): Issue {
  const ids = known.map(({ id }) => id);
  return {
    code: 'UnknownUnit',
    path: '--only',
    message: 'the environment has no such unit',
    got,
    expected: `one of ${ids.join(', ')}`,
    fix: `use ${ids.find((id) => id.endsWith(`/${got.split('/').at(-1) ?? ''}`)) ?? ids[0] ?? 'another environment'}`,
  };
}

/**
 * The units that chosen ones need and that the cloud does not have. A unit that is there with an older template is no
 * offence: what others read from it is there.
 *
 * @returns one issue for each chosen unit that is out of order
 */
export async function outOfOrder(
  all: readonly Unit[],
  chosen: readonly Unit[],
  environment: string,
  state: (unit: Unit) => Promise<UnitState>,
): Promise<readonly Issue[]> {
  const ids = new Set(chosen.map(({ id }) => id));
  const issues: Issue[] = [];
  for (const unit of chosen.filter(({ kind }) => kind === 'stack' || kind === 'stage')) {
    const absent: string[] = [];
    for (const need of before(all, unit)) {
      if (ids.has(need.id) || (need.kind !== 'stack' && need.kind !== 'stage')) continue;
      const { kind } = await state(need);
      if (kind !== 'done' && kind !== 'differs') absent.push(need.id);
    }
    if (absent.length > 0) issues.push(notYet(unit, absent, environment));
  }
  return issues;
}

/** Everything that a unit needs, directly or through others, in deployment order. */
function before(all: readonly Unit[], unit: Unit): readonly Unit[] {
  const wanted = new Set(unit.needs);
  for (const other of all.toReversed()) if (wanted.has(other.id)) for (const id of other.needs) wanted.add(id);
  return all.filter(({ id }) => wanted.has(id));
}

function notYet(unit: Unit, absent: readonly string[], environment: string): Issue {
  return {
    code: 'UnitOutOfOrder',
    path: unit.id,
    message: `it needs ${absent.join(', ')}, which the cloud does not have`,
    expected: `${absent.join(', ')} deployed before`,
    fix: `llmops deploy --env ${environment} --only ${[...absent, unit.id].join(' ')}`,
  };
}
