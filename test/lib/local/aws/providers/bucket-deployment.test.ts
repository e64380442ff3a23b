import type { LocalAwsEvent } from '../../../../../lib/local/aws';
import { plainObject } from '../../../../../lib/local/aws/state/objects';
import { Engine, failures, output } from '../engine';
import { zip } from '../functions/host';

const role = {
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    },
  },
};

function engineWith(files: Readonly<Record<string, string>>) {
  const seen: LocalAwsEvent[] = [];
  const engine = new Engine('test', (event) => seen.push(event));
  engine.deploy(engine.stack('assets'), {
    Resources: { Assets: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'assets' } } },
  });
  engine.cloud.buckets.get('assets')?.objects.set('site.zip', plainObject('site.zip', zip(files), engine.cloud.now()));
  const keys = (): readonly string[] => [...(engine.cloud.buckets.get('site')?.objects.keys() ?? [])].sort();
  const text = (key: string): string | undefined =>
    engine.cloud.buckets.get('site')?.objects.get(key)?.body.toString('utf8');
  return {
    engine,
    seen,
    keys,
    text,
    put: (key: string) =>
      engine.cloud.buckets.get('site')?.objects.set(key, plainObject(key, Buffer.from('old'), engine.cloud.now())),
  };
}

function template(
  properties: Readonly<Record<string, unknown>> = {},
  changes: Readonly<Record<string, unknown>> = {},
  tags: readonly unknown[] = [],
) {
  return {
    Resources: {
      Site: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'site', Tags: tags } },
      Role: role,
      Function: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          Role: { 'Fn::GetAtt': 'Role.Arn' },
          Runtime: 'python3.13',
          Handler: 'index.handler',
          Code: { ZipFile: 'def handler(event, context): pass' },
          ...changes,
        },
      },
      Deployment: {
        Type: 'Custom::CDKBucketDeployment',
        Properties: {
          ServiceToken: { 'Fn::GetAtt': 'Function.Arn' },
          SourceBucketNames: ['assets'],
          SourceObjectKeys: ['site.zip'],
          DestinationBucketName: { Ref: 'Site' },
          DestinationBucketArn: { 'Fn::GetAtt': 'Site.Arn' },
          ...properties,
        },
      },
    },
    Outputs: { Arn: { Value: { 'Fn::GetAtt': 'Deployment.DestinationBucketArn' } } },
  };
}

const files = { 'index.html': '<p>API_URL</p>', 'app/main.js': 'one', 'app/main.js.map': 'map' };

test('the files of the source are in the bucket, with the type of their name, and the report says who did it', () => {
  const { engine, seen, keys } = engineWith(files);
  const stack = engine.deploy(engine.stack('site'), template());
  expect([stack.status, keys()]).toEqual(['CREATE_COMPLETE', ['app/main.js', 'app/main.js.map', 'index.html']]);
  expect(output(stack, 'Arn')).toBe('arn:aws:s3:::site');
  expect(engine.cloud.buckets.get('site')?.objects.get('index.html')?.headers.get('content-type')).toBe('text/html');
  expect(seen.filter(({ kind }) => kind === 'simulated')).toMatchObject([
    { logicalId: 'Deployment', what: expect.stringContaining('as its Python function documents') as unknown },
  ]);
});

test('a prefix, filters, metadata and markers', () => {
  const { engine, keys, text } = engineWith(files);
  engine.deploy(
    engine.stack('site'),
    template({
      DestinationBucketKeyPrefix: 'v1',
      Exclude: ['*'],
      Include: ['*.html', 'app/*.map'],
      SystemMetadata: { 'Cache-Control': 'no-cache' },
      UserMetadata: { Owner: 'me' },
      SourceMarkers: [{ API_URL: 'https://api.example.com' }],
    }),
  );
  expect(keys()).toEqual(['v1/app/main.js.map', 'v1/index.html']);
  expect(text('v1/index.html')).toBe('<p>https://api.example.com</p>');
  const object = engine.cloud.buckets.get('site')?.objects.get('v1/index.html');
  expect([object?.headers.get('cache-control'), object?.metadata.get('owner')]).toEqual(['no-cache', 'me']);
});

test.each([
  ['LITERAL', 'a"b', 'a"b'],
  ['UNQUOTED_JSON_VALUE', 'a"é', 'a\\"\\u00e9'],
  ['JSON_VALUE', 'x', '"x"'],
  ['YAML_STRING', 'plain', 'plain'],
  ['YAML_STRING', 'no', '"no"'],
])('a marker in the encoding %s: %s', (encoding, value, written) => {
  const { engine, text } = engineWith({ f: 'API_URL' });
  const config = {
    SourceMarkers: [{ API_URL: value }],
    SourceMarkersConfig: [{ markerEncodings: { API_URL: encoding } }],
  };
  engine.deploy(engine.stack('site'), template(config));
  expect(text('f')).toBe(written);
});

test.each([
  [{}, ['index.html']],
  [{ Prune: 'false' }, ['index.html', 'keep/me', 'old']],
  [{ Exclude: ['keep/*'] }, ['index.html', 'keep/me']],
])('an update with %j leaves what pruning leaves', (properties, left) => {
  const { engine, keys, put } = engineWith({ 'index.html': 'x' });
  const stack = engine.stack('site');
  engine.deploy(stack, template({ ...properties, Round: 1 }));
  put('old');
  put('keep/me');
  engine.deploy(stack, template({ ...properties, Round: 2 }));
  expect(keys()).toEqual(left);
});

test.each([
  [{}, [], ['index.html']],
  [{ RetainOnDelete: 'false' }, [], []],
  [{ RetainOnDelete: 'false' }, [{ Key: 'aws-cdk:cr-owned:abc', Value: 'true' }], ['index.html']],
])('without its resource, %j with tags %j leaves %j', (properties, tags, left) => {
  const { engine, keys } = engineWith({ 'index.html': 'x' });
  const stack = engine.deploy(engine.stack('site'), template(properties, {}, tags));
  const { Site, Role, Function } = template({}, {}, tags).Resources;
  engine.deploy(stack, { Resources: { Site, Role, Function } });
  expect([stack.status, keys()]).toEqual(['UPDATE_COMPLETE', left]);
});

test('a file that is not unpacked keeps its name', () => {
  const { engine, keys } = engineWith(files);
  engine.deploy(engine.stack('site'), template({ Extract: 'false' }));
  expect(keys()).toEqual(['site.zip']);
});

test.each([
  [
    { SourceObjectKeys: ['absent.zip'] },
    /'s3:\/\/assets\/absent\.zip'.*returned non-zero exit status 1\. \(there is no such object\)/,
  ],
  [{ DestinationBucketName: 'nowhere' }, /there is no bucket nowhere/],
  [{ SourceMarkers: [{ A: ['x'] }] }, /Expected a string for LITERAL encoding for marker A/],
])('fails as its function would: %j', (properties, reason) => {
  const { engine } = engineWith(files);
  expect(failures(engine.deploy(engine.stack('site'), template(properties))).join('\n')).toMatch(reason);
});

test('a function of that type that is not the Python one is not modelled', () => {
  const { engine } = engineWith(files);
  const stack = engine.deploy(
    engine.stack('site'),
    template({}, { Runtime: 'java21', Handler: 'a.B::c', Code: { S3Bucket: 'assets', S3Key: 'site.zip' } }),
  );
  expect(failures(stack).join('\n')).toMatch(/Custom::CDKBucketDeployment: .*has runtime java21/);
});
