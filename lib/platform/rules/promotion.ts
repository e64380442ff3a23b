import type { Draft } from '../draft';
import type { EnvironmentSpec } from '../environment';
import type { Issue } from '../issue';
import { listed, unknownName } from '../suggest';
import type { Rule } from './rule';

/** Releases are promoted between existing environments, on the same clouds, and never in a cycle. */
export const promotionRule: Rule = (draft) => {
  const environments = draft.spec.environments ?? {};
  return [
    ...Object.entries(environments).flatMap(([key, environment]) => source(draft, key, environment)),
    ...cycles(environments),
  ];
};

function source(draft: Draft, key: string, environment: EnvironmentSpec): readonly Issue[] {
  const from = environment.promotesFrom;
  if (from === undefined) return [];
  const path = `environments.${key}.promotesFrom`;
  if (from === key) return [selfPromotion(path, from)];
  if (!draft.declared('environments').includes(from)) {
    const known = draft.declared('environments').filter((other) => other !== key);
    const otherwise =
      known.length === 0
        ? `remove promotesFrom and gates from environments.${key}, or declare environments.${from}`
        : `use ${listed(known)} or declare '${from}'`;
    return [
      unknownName({
        code: 'UnknownEnvironment',
        path,
        noun: 'environment',
        got: from,
        known,
        expectedOfNone: 'promotesFrom only together with another environment',
        otherwise,
      }),
    ];
  }
  return draft
    .cloudsOf(key)
    .filter((cloud) => !draft.cloudsOf(from).includes(cloud))
    .map((cloud) => ({
      code: 'UntestedCloud',
      path: `environments.${key}.${cloud}`,
      message: `releases are promoted from '${from}', which has no ${cloud} target, so nothing was tested on ${cloud}`,
      got: cloud,
      expected: `an ${cloud} target in environments.${from}`,
      fix: `add environments.${from}.${cloud}, or remove environments.${key}.${cloud}`,
    }));
}

function selfPromotion(path: string, got: string): Issue {
  return {
    code: 'PromotionCycle',
    path,
    message: 'the environment promotes from itself',
    got,
    expected: 'another environment',
    fix: 'name the environment that releases are promoted from, or remove promotesFrom',
  };
}

/** Reports each cycle once, at the member that sorts first. */
function cycles(environments: Readonly<Record<string, EnvironmentSpec>>): readonly Issue[] {
  return Object.keys(environments).flatMap((start) => {
    const cycle = cycleThrough(environments, start);
    if (cycle.length < 2 || cycle.toSorted()[0] !== start) return [];
    const way = [...cycle, start].join(' <- ');
    return [
      {
        code: 'PromotionCycle',
        path: `environments.${start}.promotesFrom`,
        message: `environments promote from each other in a cycle: ${way}`,
        got: environments[start]?.promotesFrom,
        expected: 'a chain that starts at an environment without promotesFrom',
        fix: `remove promotesFrom from one of ${cycle.toSorted().join(', ')}`,
      },
    ];
  });
}

function cycleThrough(environments: Readonly<Record<string, EnvironmentSpec>>, start: string): readonly string[] {
  const seen: string[] = [];
  let at: string | undefined = start;
  while (at !== undefined && !seen.includes(at)) {
    seen.push(at);
    at = Object.hasOwn(environments, at) ? environments[at]?.promotesFrom : undefined;
  }
  return at === start ? seen : [];
}
