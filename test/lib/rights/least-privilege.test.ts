import { join } from 'node:path';
import { planConfig } from '../../../bin/project/planned';
import type { JsonObject } from '../../../lib/constraints/json';
import type { AskedPermission, LocalAws } from '../../../lib/local/aws';
import type { StackTemplate } from '../../../lib/local/rehearsal/change';
import type { StackApi, StackEnd } from '../../../lib/local/rehearsal/stack-api';
import type { PolicyDocument } from '../../../lib/rights';
import { changedEverywhere } from './changed-everywhere';
import type { EnvironmentRights } from './rights-fixture';
import { bootstrapped, rightsOf } from './rights-fixture';

/*
 * The reference platform on the local cloud with the policies that are generated from its templates. The actions that a step
 * needs come from one table, lib/constraints/iam/handlers, on both sides: that the table is right is not proven here. On which
 * resources and under which conditions a step asks for them, the local cloud says by itself.
 */
const config = join(__dirname, '../../../llmops.config.ts');

/** One life of an environment: created, every resource changed, deleted. */
interface Life {
  readonly environment: EnvironmentRights;
  readonly asked: readonly AskedPermission[];
  readonly failures: readonly string[];
}

async function environment(name: string): Promise<EnvironmentRights> {
  const planned = await planConfig(config, process.cwd(), name);
  const [plan] = planned.ok ? planned.value.plans : [];
  if (plan === undefined) throw new Error(JSON.stringify(planned.issues));
  return rightsOf(plan);
}

async function life(name: string): Promise<Life> {
  const of = await environment(name);
  const asked: AskedPermission[] = [];
  const { cloud, api } = await bootstrapped(of, { onAsked: (one) => asked.push(one) });
  const ends: StackEnd[] = [];
  for (const stack of of.templates) ends.push(await failedOnce(cloud, api, stack), ...(await api.deployAll([stack])));
  ends.push(...(await api.deployAll(of.templates.map(changedEverywhere))));
  ends.push(...(await deleteAll(cloud, api, of.templates)));
  await cloud.close();
  const failures = ends.flatMap(({ stack, reason }) => (reason === undefined ? [] : [`${stack}: ${reason}`]));
  return { environment: of, asked, failures };
}

/** A creation whose last step fails, so that all the others are rolled back, and the deletion of what is left. */
async function failedOnce(cloud: LocalAws, api: StackApi, stack: StackTemplate): Promise<StackEnd> {
  cloud.plant(({ last, action }) => (last && action === 'create' ? 'planted' : undefined));
  const [end] = await api.deployAll([stack]);
  cloud.plant();
  const { status } = await api.delete(stack.name);
  const reason =
    end?.status === 'ROLLBACK_COMPLETE' && status === 'DELETE_COMPLETE'
      ? undefined
      : `${String(end?.status)}, ${status}`;
  return { stack: stack.name, status, reason };
}

async function deleteAll(cloud: LocalAws, api: StackApi, stacks: readonly StackTemplate[]) {
  for (const bucket of cloud
    .stacks()
    .flatMap(({ resources }) => resources.filter(({ type }) => type === 'AWS::S3::Bucket')))
    await api.empty(bucket.physicalId);
  const ends = [];
  for (const { name } of stacks.toReversed()) {
    const end = await api.delete(name);
    ends.push(end.status === 'DELETE_COMPLETE' ? { ...end, reason: undefined } : end);
  }
  return ends;
}

let lives: ReadonlyMap<string, Life>;
beforeAll(async () => {
  lives = new Map([
    ['dev', await life('dev')],
    ['prod', await life('prod')],
  ]);
}, 120_000);

function lifeOf(name: string): Life {
  const found = lives.get(name);
  if (found === undefined) throw new Error(name);
  return found;
}

/** The policies without an action; a policy that does not have it is the same object, which the evaluator knows already. */
function without(policies: readonly PolicyDocument[], action: string): readonly PolicyDocument[] {
  return policies.map((document) => {
    if (!document.Statement.some((statement) => statement.Action.includes(action))) return document;
    const statements = document.Statement.map((one) => ({
      ...one,
      Action: one.Action.filter((name) => name !== action),
    }));
    return { ...document, Statement: statements.filter(({ Action: actions }) => actions.length > 0) };
  });
}

function allowed(asked: AskedPermission, policies: readonly PolicyDocument[]): boolean {
  return asked.allowedBy(policies as readonly object[] as readonly JsonObject[]);
}

function grantedActions({ environment: { rights } }: Life): readonly string[] {
  return [...new Set(rights.statements.flatMap(({ Action: actions }) => actions))];
}

test.each(['dev', 'prod'])(
  '%s is created, changed and deleted with the generated policies without a denial',
  (name) => {
    const { asked, failures } = lifeOf(name);
    expect(
      asked
        .filter(({ outcome }) => outcome !== 'allowed')
        .map(({ step, action, resource }) => ({ step, action, resource })),
    ).toEqual([]);
    expect(failures).toEqual([]);
    expect(asked.length).toBeGreaterThan(1000);
  },
);

test.each(['dev', 'prod'])('each action taken out of the policies of %s makes a named step fail', (name) => {
  const { asked, environment: of } = lifeOf(name);
  const needless = grantedActions(lifeOf(name)).filter((action) => {
    const reduced = without(of.rights.policies, action);
    return !asked.some((one) => one.action === action && !allowed(one, reduced));
  });
  expect(needless).toEqual([]);
});

test.each(['dev', 'prod'])('the policies of %s have at most 1.2 times the actions that are used', (name) => {
  const used = new Set(lifeOf(name).asked.map(({ action }) => action));
  expect(grantedActions(lifeOf(name)).length / used.size).toBeLessThanOrEqual(1.2);
});

test.each([
  ['sagemaker:UpdateEndpoint', 'update', 'AWS::SageMaker::Endpoint'],
  ['logs:PutRetentionPolicy', 'create', 'AWS::Logs::LogGroup'],
])('a deployment without %s fails at the step that the record names', async (action, operation, type) => {
  const of = await environment('dev');
  const { asked } = lifeOf('dev');
  const reduced = without(of.rights.policies, action);
  const named = asked.find((one) => one.action === action && !allowed(one, reduced))?.step;
  expect(named).toMatchObject({ operation, type });
  const denied: AskedPermission[] = [];
  const rights = { ...of.rights, policies: reduced };
  const { cloud, api } = await bootstrapped(
    { ...of, rights },
    { onAsked: (one) => (one.outcome === 'denied' ? denied.push(one) : undefined) },
  );
  const created = await api.deployAll(of.templates);
  const changed = created.some(({ reason }) => reason !== undefined)
    ? []
    : await api.deployAll(of.templates.map(changedEverywhere));
  await cloud.close();
  const failed = [...created, ...changed].filter(({ reason }) => reason !== undefined);
  expect(failed).toMatchObject([{ stack: named?.stack }]);
  expect(denied[0]).toMatchObject({ action, step: named });
});
