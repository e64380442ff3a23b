import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FunctionHost } from '../../../../../lib/local/aws/functions/function-host';
import { inlineFunction, testHost, zip } from './host';

const { host, logged } = testHost();
const server = createServer((_request, response) => response.end('ok'));
beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)));
afterAll(() => {
  host.close();
  server.close();
  server.closeAllConnections();
});

function port(): number {
  return (server.address() as AddressInfo).port;
}

async function result(text: string, changes = {}, event: unknown = { n: 2 }): Promise<unknown> {
  const { payload } = await host.invoke(inlineFunction(text, changes), JSON.stringify(event));
  return JSON.parse(payload) as unknown;
}

test('a handler that returns a promise gets event and context', async () => {
  const code = `exports.handler = async (event, context) => ({ twice: event.n * 2, name: context.functionName,
    arn: context.invokedFunctionArn, time: context.getRemainingTimeInMillis() <= 30000, group: context.logGroupName });`;
  expect(await result(code)).toEqual({
    twice: 4,
    name: 'probe',
    arn: 'arn:aws:lambda:eu-central-1:111111111111:function:probe',
    time: true,
    group: '/aws/lambda/probe',
  });
});

test('a callback is answered when the event loop is empty', async () => {
  const code = `let done = false;
    exports.handler = (event, context, callback) => {
      setTimeout(() => { done = true; }, 20);
      callback(null, { get done() { return done; } });
    };`;
  expect(await result(code)).toEqual({ done: true });
});

test('a handler that never answers gives null, an asynchronous one an error', async () => {
  expect(await result('exports.handler = (event, context, callback) => {};')).toBeNull();
  expect(await result('exports.handler = () => new Promise(() => {});')).toBeNull();
  expect(await result('exports.handler = async () => new Promise(() => {});')).toMatchObject({
    errorType: 'Runtime.NodeJsExit',
  });
});

test('nodejs24.x has no callbacks', async () => {
  const code = 'exports.handler = (event, context, callback) => callback(null, 1);';
  expect(await result(code, { runtime: 'nodejs24.x' })).toMatchObject({
    errorType: 'Runtime.CallbackHandlerDeprecated',
  });
});

test.each([
  ['throws', `exports.handler = async () => { throw new TypeError('no'); };`, 'TypeError', 'no'],
  ['rejects with a text', `exports.handler = () => Promise.reject('why');`, 'string', 'why'],
  ['is not exported', `exports.other = 1;`, 'Runtime.HandlerNotFound', 'index.handler is undefined or not exported'],
  ['does not parse', `exports.handler = (`, 'Runtime.UserCodeSyntaxError', /SyntaxError/],
  ['lacks a module', `require('nowhere');`, 'Runtime.ImportModuleError', /Cannot find module 'nowhere'/],
  ['ends its process', `exports.handler = () => process.exit(3);`, 'Runtime.ExitError', /exit status 3/],
])('a handler that %s is a fault', async (_what, code, errorType, message) => {
  const fault = (await result(code)) as { errorMessage: string };
  expect(fault).toMatchObject({ errorType });
  expect(fault.errorMessage).toMatch(message);
});

test('a function over its time is ended with what it started, and says so', async () => {
  const gone = new Promise<void>((end) => server.once('connection', (socket) => socket.once('close', end)));
  const started = `require('net').connect(${port()}, '127.0.0.1'); setInterval(() => {}, 1000)`;
  const code = `const { spawn } = require('node:child_process');
    exports.handler = async () => {
      spawn(process.execPath, ['-e', ${JSON.stringify(started)}], { stdio: 'inherit' });
      await new Promise((later) => setTimeout(later, 400));
      for (;;);
    };`;
  expect(await result(code, { timeoutSeconds: 1 })).toMatchObject({
    errorType: 'Sandbox.Timedout',
    errorMessage: expect.stringContaining('Task timed out after 1.00 seconds') as unknown,
  });
  await gone;
});

test('the process has the environment of the function and of Lambda, nothing of the user', async () => {
  process.env['SECRET_OF_THE_USER'] = 'leak';
  const environment = { TABLE: 't', AWS_ENDPOINT_URL_S3: 'https://s3.example.com' };
  const seen = (await result('exports.handler = async () => process.env;', { environment })) as Record<string, string>;
  expect(seen).toMatchObject({
    TABLE: 't',
    AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
    AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:9',
    AWS_LAMBDA_FUNCTION_NAME: 'probe',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
  });
  expect(seen['AWS_ACCESS_KEY_ID']).toMatch(/^ASIALOCAL111111111111/);
  expect(seen).not.toHaveProperty('SECRET_OF_THE_USER');
  expect(seen['HOME']).not.toBe(process.env['HOME']);
});

test('a function reaches nothing beyond loopback', async () => {
  const code = `const https = require('node:https'); const dns = require('node:dns');
    const reason = (promise) => promise.then(() => 'reached', (error) => String(error.cause ?? error));
    exports.handler = async () => Promise.all([
      reason(fetch('http://192.0.2.1/')),
      reason(new Promise((yes, no) => https.get('https://example.com/', yes).on('error', no))),
      reason(dns.promises.resolve('example.com')),
    ]);`;
  const refused = /lets a function reach only loopback/;
  expect(await result(code)).toEqual([
    expect.stringMatching(refused),
    expect.stringMatching(refused),
    expect.stringMatching(refused),
  ]);
});

test('https to loopback reaches the local cloud, whatever the port', async () => {
  const got: string[] = [];
  server.once('request', (request: IncomingMessage) => got.push(`${request.method ?? ''} ${request.url ?? ''}`));
  const { host: near } = testHost({ endpoint: `http://127.0.0.1:${port()}` });
  const code = `exports.handler = (event) => new Promise((yes, no) => {
    const request = require('https').request({ hostname: '127.0.0.1', path: '/answer?x=1', method: 'PUT' }, (response) => yes(response.statusCode));
    request.on('error', no);
    request.end('body');
  });`;
  const { payload } = await near.invoke(inlineFunction(code), '{}');
  near.close();
  expect([payload, ...got]).toEqual(['200', 'PUT /answer?x=1']);
});

test('what a function prints is its log, one event for each call', async () => {
  const { logTail } = await host.invoke(
    inlineFunction(`exports.handler = async () => { console.log('two\\nlines'); console.warn({ a: 1 }); };`),
    '{}',
  );
  expect(logTail).toMatch(/START RequestId: .*\n.*\tINFO\ttwo\nlines\n.*\tWARN\t\{ a: 1 \}\nEND RequestId/);
});

test('output without end is cut', async () => {
  const before = logged.length;
  await host.invoke(
    inlineFunction(`exports.handler = async () => { for (let i = 0; i < 40; i++) console.log('x'.repeat(100000)); };`),
    '{}',
  );
  expect(logged.slice(before).join('').length).toBeLessThan(1_100_000);
});

test('a zip file runs: an ES module in a folder, with a module of its own', async () => {
  const archive = zip({
    'src/app.mjs': `import { three } from './three.mjs'; export const handler = async () => three;`,
    'src/three.mjs': 'export const three = 3;',
  });
  const { host: zipped } = testHost({ archive });
  const lambda = inlineFunction('', { handler: 'src/app.handler', code: { kind: 'object', bucket: 'b', key: 'k' } });
  expect((await zipped.invoke(lambda, '{}')).payload).toBe('3');
  zipped.close();
});

test('a module of a layer is found; a layer that is not known is named in the log', async () => {
  const layer = zip({ 'nodejs/node_modules/four/index.js': 'module.exports = 4;' });
  const { host: layered } = testHost({ layer });
  const lambda = inlineFunction(`exports.handler = async () => require('four');`, { layers: ['known', 'unknown'] });
  const { payload, logTail } = await layered.invoke(lambda, '{}');
  layered.close();
  expect([payload, logTail]).toEqual(['4', expect.stringContaining('does not have layer unknown')]);
});

test('an AWS SDK package that is not installed is named, with what to do', async () => {
  const invocation = await host.invoke(inlineFunction(`require('@aws-sdk/client-nowhere');`), '{}');
  expect(invocation.fault?.errorType).toBe('Runtime.ImportModuleError');
  expect(invocation.hint).toMatch(/npm install --save-dev @aws-sdk\/client-nowhere$/);
});

test.each([
  [{ runtime: 'python3.13' }, /Node\.js functions only: function probe has runtime python3\.13/],
  [{ code: { kind: 'image' } as const, runtime: undefined }, /no container images: function probe is one/],
])('a function of another runtime is refused: %o', async (changes, reason) => {
  expect(await result('', changes)).toMatchObject({ errorMessage: expect.stringMatching(reason) as unknown });
});

test('knows which packages of the AWS SDK are installed beside it', () => {
  expect([host.hasPackage('@aws-sdk/client-s3'), host.hasPackage('@aws-sdk/client-nowhere')]).toEqual([true, false]);
  expect(new FunctionHost(host.ports, ['/']).hasPackage('@aws-sdk/client-s3')).toBe(false);
});
