import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { contextOf } from '../../lib/local/aws/iam/context';
import { evaluate } from '../../lib/local/aws/iam/evaluate';
import { policyOf } from '../../lib/local/aws/iam/policy';
import type { Counterexample, Proof } from './proof';
import { counted, tally } from './proof';
import type { RandomAccess } from './random-access';
import { randomAccess } from './random-access';

/** The simulator that judges: it is installed beside the project, never in it, because of its licence. */
interface Judge {
  runSimulation(
    simulation: object,
    options: object,
  ): Promise<{
    readonly resultType: string;
    readonly errors?: unknown;
    readonly overallResult?: string;
  }>;
}

/** Loads the judge from a folder in which `npm install @cloud-copilot/iam-simulate` ran. */
function judgeIn(folder: string): Judge {
  return createRequire(join(resolve(folder), 'package.json'))('@cloud-copilot/iam-simulate') as Judge;
}

/** Whether the evaluator of the local cloud allows a request. */
function allowedHere(access: RandomAccess): boolean {
  const { request, caller, resourceAccount, identity, boundary, session, resource, serviceControl } = access;
  const decision = evaluate(
    { ...request, context: contextOf(request.context) },
    caller,
    {
      identity: identity.map(policyOf),
      unknown: [],
      boundary: boundary && policyOf(boundary),
      session: session && caller.sessionArn !== undefined ? [policyOf(session)] : undefined,
      resource: resource && policyOf(resource),
      serviceControl: serviceControl?.map((level) => level.map(policyOf)),
    },
    { account: resourceAccount, policyDecides: /^(?:kms|sts):/.test(request.action) },
  );
  return decision.outcome === 'allowed';
}

/** Whether the judge allows it; a text when it does not take the question. */
async function allowedThere(judge: Judge, access: RandomAccess): Promise<boolean | string> {
  const { request, caller, resourceAccount, identity, boundary, session, resource, serviceControl } = access;
  const named = (policies: readonly object[]) => policies.map((policy, index) => ({ name: `p${index}`, policy }));
  const simulation = {
    request: {
      action: request.action,
      principal: caller.sessionArn ?? caller.arn,
      resource: { resource: request.resource, accountId: resourceAccount },
      contextVariables: request.context,
    },
    identityPolicies: named(identity),
    serviceControlPolicies: (serviceControl ?? []).map((level, index) => ({
      orgIdentifier: `ou-${index}`,
      policies: named(level),
    })),
    resourceControlPolicies: [],
    ...(resource === undefined ? {} : { resourcePolicy: resource }),
    ...(boundary === undefined ? {} : { permissionBoundaryPolicies: named([boundary]) }),
    ...(session === undefined || caller.sessionArn === undefined ? {} : { sessionPolicy: session }),
  };
  const answer = await judge.runSimulation(simulation, {});
  return answer.resultType === 'error' ? JSON.stringify(answer.errors) : answer.overallResult === 'Allowed';
}

/** Decisions of the local cloud's evaluator, beside those of an independent one. */
export const policies: Proof = {
  claim: 'The evaluator of policies decides as @cloud-copilot/iam-simulate does, which nobody here wrote.',
  count: 20_000,
  smallCount: 200,
  judgedBy: '@cloud-copilot/iam-simulate',
  run: async ({ seed, count, judge: folder = '' }) => {
    const counts = new Map<string, number>();
    const judge = judgeIn(folder);
    const counterexamples: Counterexample[] = [];
    for (const access of fc.sample(randomAccess, { seed, numRuns: count })) {
      const here = allowedHere(access);
      const there = await allowedThere(judge, access);
      if (typeof there === 'string') tally(counts, `not taken by the judge: ${there.slice(0, 120)}`);
      else tally(counts, `${here ? 'allowed' : 'denied'} here, ${there ? 'allowed' : 'denied'} there`);
      if (typeof there === 'boolean' && here !== there) {
        counterexamples.push({ case: JSON.stringify(access), problem: `here ${here}, there ${there}` });
      }
    }
    return { counts: counted(counts), counterexamples };
  },
};
