import type { Json, JsonObject } from '../../../constraints/json';
import { isList, isObject, scalarText } from '../../../constraints/json';
import type { ConditionTest } from './condition';
import { conditionTest } from './condition';
import type { RequestContext } from './context';
import type { Matcher, PatternStyle } from './pattern';
import { patternMatcher } from './pattern';
import type { Principal, PrincipalMatch } from './principal';
import { principalMatcher } from './principal';

/** A request as statements see it. */
export interface EvaluatedRequest {
  readonly action: string;
  readonly resource: string;
  readonly context: RequestContext;
}

/** A policy document, compiled. */
export interface Policy {
  readonly statements: readonly Statement[];
}

interface Statement {
  readonly allows: boolean;
  readonly matches: (request: EvaluatedRequest) => boolean;
  /** How closely it names a caller; a statement without `Principal` is about whoever has the policy. */
  readonly names: (caller: Principal) => PrincipalMatch | undefined;
}

/** What a policy says to a request. */
export interface PolicyAnswer {
  readonly denies: boolean;
  /** How the allowing statement names the caller; of several, what the caller's other policies limit least. @default - no statement allows */
  readonly allows: PrincipalMatch | undefined;
}

const compiled = new WeakMap<JsonObject, Policy>();
const empty: Policy = { statements: [] };

/** The policy of a document, compiled once. A document that is none has no statements. */
export function policyOf(document: Json | undefined): Policy {
  if (!isObject(document)) return empty;
  const known = compiled.get(document);
  if (known !== undefined) return known;
  const variables = document['Version'] === '2012-10-17';
  const policy = { statements: listed(document['Statement']).flatMap((one) => statementOf(one, variables)) };
  compiled.set(document, policy);
  return policy;
}

/** What a policy says to a request of a caller. An explicit deny wins, whoever allows. */
export function answerOf(policy: Policy, request: EvaluatedRequest, caller: Principal): PolicyAnswer {
  const order = ['account', 'identity', 'everyone', 'session'] as const;
  let denies = false;
  let allows = -1;
  for (const statement of policy.statements) {
    const match = statement.names(caller);
    if (match === undefined || !statement.matches(request)) continue;
    if (statement.allows) allows = Math.max(allows, order.indexOf(match));
    else denies = true;
  }
  return { denies, allows: order[allows] };
}

function statementOf(statement: Json, variables: boolean): readonly Statement[] {
  if (!isObject(statement)) return [];
  const effect = statement['Effect'];
  if (effect !== 'Allow' && effect !== 'Deny') return [];
  const action = either(statement, 'Action', { variables: false, ignoreCase: true });
  const resource = either(statement, 'Resource', { variables, arn: true });
  const conditions: ConditionTest = conditionTest(statement['Condition'], variables);
  return [
    {
      allows: effect === 'Allow',
      names: namesOf(statement),
      matches: (request) =>
        action(request.action, request.context) &&
        resource(request.resource, request.context) &&
        conditions(request.context),
    },
  ];
}

/** `NotPrincipal` names every caller but those it lists. */
function namesOf(statement: JsonObject): Statement['names'] {
  if (statement['Principal'] !== undefined) return principalMatcher(statement['Principal']);
  if (statement['NotPrincipal'] === undefined) return () => 'identity';
  const excepted = principalMatcher(statement['NotPrincipal']);
  return (caller) => (excepted(caller) === undefined ? 'everyone' : undefined);
}

/** `Action` or `NotAction`, `Resource` or `NotResource`. A trust policy has no resource: it is about its role. */
function either(statement: JsonObject, name: 'Action' | 'Resource', style: PatternStyle): Matcher {
  if (statement[name] !== undefined) {
    const wanted = texts(statement[name]).map((pattern) => patternMatcher(pattern, style));
    return (text, context) => wanted.some((matches) => matches(text, context));
  }
  const other = statement[`Not${name}`];
  if (other === undefined) return () => name === 'Resource';
  const excluded = texts(other).map((pattern) => patternMatcher(pattern, { ...style, unknownMatches: true }));
  return (text, context) => !excluded.some((matches) => matches(text, context));
}

function texts(value: Json | undefined): readonly string[] {
  return listed(value).flatMap((one) => scalarText(one) ?? []);
}

function listed(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}
