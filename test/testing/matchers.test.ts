import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket } from 'aws-cdk-lib/aws-s3';
import type { ResourceGraph } from '../../lib/graph';
import type { MatcherContext } from '../../testing';
import { expectNoFindings, graphOf, inventory, matchers, openFindings } from '../../testing';
import { environmentPlan } from '../helpers/plan';

function shop(removalPolicy = RemovalPolicy.RETAIN): Stack {
  const stack = new Stack(new App({ analyticsReporting: false }), 'shop');
  const bucket = new Bucket(stack, 'Documents', {
    removalPolicy,
    enforceSSL: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  });
  const role = new Role(stack, 'Reader', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  bucket.grantRead(role);
  role.addToPolicy(new PolicyStatement({ effect: 'Deny' as never, actions: ['s3:GetObjectAcl'], resources: ['*'] }));
  return stack;
}

let graph: ResourceGraph;
beforeAll(async () => {
  graph = await graphOf(shop(), { environment: 'dev' });
});

const context = (update: 'all' | 'new' | 'none'): MatcherContext => ({ snapshotState: { _updateSnapshot: update } });

test('the inventory names resources without hashes, and what is kept', () => {
  const text = [...inventory(graph).values()].join('');
  expect([...inventory(graph).keys()]).toEqual(['dev-aws-shop']);
  expect(text).toContain('AWS::S3::Bucket Documents (stateful, retained)\n');
  expect(text).not.toMatch(/[0-9A-F]{8}\b/);
});

test('digests of images are kept, hashes of assets are masked', async () => {
  const hash = 'a'.repeat(64);
  const text = [
    ...inventory(
      await graphOf({
        Resources: {
          Model: {
            Type: 'AWS::SageMaker::Model',
            Properties: { Image: `registry/repository@sha256:${hash}`, Code: `${hash}.zip` },
          },
        },
      }),
    ).values(),
  ].join('');
  expect(text).toBe(`AWS::SageMaker::Model Model\n  Code: <hash>.zip\n  Image: registry/repository@sha256:${hash}\n`);
});

test('files are written when they are new, compared afterwards, and written again on demand', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'llmops-infra-'));
  expect(matchers.toMatchInfra.call(context('none'), graph, folder).pass).toBe(false);
  expect(matchers.toMatchInfra.call(context('new'), graph, folder).pass).toBe(true);
  expect(readdirSync(folder)).toEqual(['dev-aws-shop.infra.txt']);
  expect(matchers.toMatchInfra.call(context('none'), graph, folder).pass).toBe(true);
  const other = await graphOf(shop(RemovalPolicy.DESTROY), { environment: 'dev' });
  const different = matchers.toMatchInfra.call(context('new'), other, folder);
  expect(different.pass).toBe(false);
  expect(different.message()).toContain('- AWS::S3::Bucket Documents (stateful, retained)');
  expect(different.message()).toContain('+ AWS::S3::Bucket Documents (stateful)');
  writeFileSync(join(folder, 'dev-aws-gone.infra.txt'), 'AWS::S3::Bucket Old\n');
  expect(matchers.toMatchInfra.call(context('none'), graph, folder).message()).toContain(
    'dev-aws-gone: nothing is declared',
  );
  expect(matchers.toMatchInfra.call(context('all'), other, folder).pass).toBe(true);
  expect(readdirSync(folder)).toEqual(['dev-aws-shop.infra.txt']);
  expect(matchers.toMatchInfra.call(context('none'), other, folder).pass).toBe(true);
});

test('a plan is compared decision by decision', () => {
  const folder = mkdtempSync(join(tmpdir(), 'llmops-plan-'));
  const plans = [environmentPlan()];
  expect(matchers.toMatchPlan.call(context('new'), plans, folder).pass).toBe(true);
  expect(readdirSync(folder)).toHaveLength(plans.length);
  const [file = ''] = readdirSync(folder);
  writeFileSync(
    join(folder, file),
    readFileSync(join(folder, file), 'utf8').replace(/^aws.region: .*$/m, 'aws.region: another'),
  );
  const different = matchers.toMatchPlan.call(context('none'), plans, folder);
  expect(different.pass).toBe(false);
});

test.each([
  ['read', 's3:GetObject', 'Documents', true],
  ['read in other letters', 'S3:getobject', 'Documents', true],
  ['read on anything', 's3:GetObject', undefined, true],
  ['write', 's3:PutObject', 'Documents', false],
  ['read something else', 's3:GetObject', 'Weights', false],
] as const)('a role that reads a bucket: %s', (_name, action, on, allowed) => {
  expect(matchers.toGrant(graph, { role: 'Reader', action, ...(on === undefined ? {} : { on }) }).pass).toBe(allowed);
});

test('a right that is denied is none, and another role has none', () => {
  expect(matchers.toGrant(graph, { role: 'Reader', action: 's3:GetObjectAcl' }).pass).toBe(false);
  expect(matchers.toGrant(graph, { role: 'Writer', action: 's3:GetObject' }).pass).toBe(false);
});

test('resources of a type with part of their properties', () => {
  const has = (properties: object): boolean =>
    matchers.toHaveResource(graph, 'AWS::S3::Bucket', { ...properties }).pass;
  expect(has({})).toBe(true);
  expect(has({ BucketName: 'x' })).toBe(false);
  expect(matchers.toHaveResource(graph, 'AWS::S3::Table').pass).toBe(false);
});

test('data that goes with its stack, and what is reachable from outside', async () => {
  expect(matchers.toRetain(graph).pass).toBe(true);
  const lost = matchers.toRetain(await graphOf(shop(RemovalPolicy.DESTROY)));
  expect(lost.pass).toBe(false);
  expect(lost.message()).toMatch(/loses data with its stack\n {2}shop\/Documents/);
  expect(matchers.toBePrivate(graph).message()).toBe('the graph is private');
  const open = await graphOf({
    Resources: {
      Policy: {
        Type: 'AWS::OpenSearchServerless::SecurityPolicy',
        Properties: {
          Name: 'open',
          Type: 'network',
          Policy: '[{"Rules":[{"ResourceType":"collection","Resource":["collection/a"]}],"AllowFromPublic":true}]',
        },
      },
    },
  });
  expect(matchers.toBePrivate(open).pass).toBe(false);
});

test('findings fail, unless they are accepted; an acceptance of nothing fails too', async () => {
  const wide = await graphOf({
    Resources: {
      Crawler: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: {
          PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] },
        },
      },
    },
  });
  const found = openFindings(wide);
  expect(found.some((line) => line.startsWith('stack/Crawler'))).toBe(true);
  expect(() => {
    expectNoFindings(wide);
  }).toThrow(/findings:\n {2}stack\/Crawler/);
  const codes = new Set(found.flatMap((line) => /\[(\w+)\]/.exec(line)?.[1] ?? []));
  const accept = [...codes].map((rule) => ({ rule, address: 'Crawler', reason: 'a test' }));
  expect(openFindings(wide, { accept })).toEqual([]);
  expect(openFindings(graph, { accept: [{ rule: 'IamWildcard', address: 'Nobody', reason: 'a test' }] })).toContain(
    'IamWildcard on Nobody is accepted, and nothing has it',
  );
});
