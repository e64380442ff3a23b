import type { Draft } from '../draft';
import type { EnvironmentSpec } from '../environment';
import type { Issue } from '../issue';
import { unknownReference } from './reference';
import type { Rule } from './rule';

/** Promotion is a path from where releases are made: it leads to existing environments and never in a circle. */
export const promotionRule: Rule = (draft) => {
  const environments = draft.spec.environments ?? {};
  return [
    ...Object.entries(environments).flatMap(([key, environment]) => source(draft, key, environment)),
    ...circles(environments),
  ];
};

function source(draft: Draft, key: string, environment: EnvironmentSpec): readonly Issue[] {
  const from = environment.promotesFrom;
  if (from === undefined) return [];
  const path = `environments.${key}.promotesFrom`;
  if (from === key) return [selfPromotion(path, from)];
  if (!draft.declared('environments').includes(from)) {
    return [unknownReference('UnknownEnvironment', path, 'environment', from, otherThan(draft, key))];
  }
  return draft
    .cloudsOf(key)
    .filter((cloud) => !draft.cloudsOf(from).includes(cloud))
    .map((cloud) => ({
      code: 'UntestedCloud',
      path: `environments.${key}.${cloud}`,
      message: `releases come from '${from}', which is not on ${cloud}, so nothing was tested there`,
      got: cloud,
      expected: `a ${cloud} target in environments.${from}`,
      fix: `add environments.${from}.${cloud} or remove environments.${key}.${cloud}`,
    }));
}

function otherThan(draft: Draft, key: string): readonly string[] {
  return draft.declared('environments').filter((other) => other !== key);
}

function selfPromotion(path: string, got: string): Issue {
  return {
    code: 'PromotionCycle',
    path,
    message: 'environment promotes from itself',
    got,
    expected: 'another environment',
    fix: 'name the environment that releases come from, or remove promotesFrom where releases are made',
  };
}

/** Reports each circle once, at its member that comes first in the alphabet. */
function circles(environments: Readonly<Record<string, EnvironmentSpec>>): readonly Issue[] {
  return Object.keys(environments).flatMap((start) => {
    const circle = circleThrough(environments, start);
    if (circle.length < 2 || circle.toSorted()[0] !== start) return [];
    const way = [...circle, start].join(' <- ');
    return [
      {
        code: 'PromotionCycle',
        path: `environments.${start}.promotesFrom`,
        message: `promotion goes in a circle: ${way}`,
        got: environments[start]?.promotesFrom,
        expected: 'a path that starts where releases are made',
        fix: `remove promotesFrom from one of ${circle.toSorted().join(', ')}`,
      },
    ];
  });
}

function circleThrough(environments: Readonly<Record<string, EnvironmentSpec>>, start: string): readonly string[] {
  const seen: string[] = [];
  let at: string | undefined = start;
  while (at !== undefined && !seen.includes(at)) {
    seen.push(at);
    at = Object.hasOwn(environments, at) ? environments[at]?.promotesFrom : undefined;
  }
  return at === start ? seen : [];
}
