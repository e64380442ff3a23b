import type { Draft } from '../draft';
import type { EnvironmentSpec, GateSpec, GatesWaived } from '../environment';
import type { Issue } from '../issue';
import type { Rule } from './rule';

/** Releases are promoted through gates, or with a waiver that has a reason. */
export const gateRule: Rule = (draft) =>
  Object.entries(draft.spec.environments ?? {}).flatMap(([key, environment]) => issuesOf(draft, key, environment));

function issuesOf(draft: Draft, key: string, { promotesFrom, gates }: EnvironmentSpec): readonly Issue[] {
  const path = `environments.${key}`;
  if (promotesFrom === undefined) return gates === undefined ? [] : [withoutPromotion(path)];
  const written = draft.written(['environments', key, 'gates']);
  // A list whose malformed entries were left out is not empty: those entries are reported already.
  const empty = isList(gates) && gates.length === 0 && !draft.written(['environments', key, 'gates', 0]);
  if (!written || empty) return [missing(path, promotesFrom)];
  if (gates === undefined) return [];
  if (!isList(gates)) return gates.reason.trim() === '' ? [emptyReason(path, gates.reason)] : [];
  return gates.flatMap((gate, index) => gateIssues(`${path}.gates[${index}]`, gate));
}

function gateIssues(path: string, gate: GateSpec): readonly Issue[] {
  if (gate.kind !== 'approval') return [];
  if (gate.by.some((name) => name.trim() !== '')) return [];
  return [
    {
      code: 'NoApprover',
      path: `${path}.by`,
      message: 'the approval gate names no person or team, so it can never be approved',
      got: gate.by,
      expected: 'at least one person or team',
      fix: 'name a person or team',
    },
  ];
}

function isList(written: readonly GateSpec[] | GatesWaived | undefined): written is readonly GateSpec[] {
  return Array.isArray(written);
}

function missing(path: string, from: string): Issue {
  return {
    code: 'MissingGates',
    path: `${path}.gates`,
    message: `releases are promoted from '${from}' without a gate`,
    expected: 'at least one gate, or a waiver with a reason',
    fix: `add a gate, for example { kind: 'soak', hours: 4 }, or { waived: true, reason: '…' }`,
  };
}

function withoutPromotion(path: string): Issue {
  return {
    code: 'GatesWithoutPromotion',
    path: `${path}.gates`,
    message: 'the gates never apply: no release is promoted into this environment',
    expected: 'gates only together with promotesFrom',
    fix: `add ${path}.promotesFrom, or remove ${path}.gates`,
  };
}

function emptyReason(path: string, got: string): Issue {
  return {
    code: 'EmptyWaiverReason',
    path: `${path}.gates.reason`,
    message: 'the waiver has no reason',
    got,
    expected: 'a sentence that a reviewer can assess',
    fix: 'write why this environment needs no gate',
  };
}
