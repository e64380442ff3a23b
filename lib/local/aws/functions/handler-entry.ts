/**
 * Program text of a function's process: loads the handler, runs it once and reports how it ended. What it does follows
 * Lambda's own runtime client (aws/aws-lambda-nodejs-runtime-interface-client da5777a, 2025-08-13): the order in which
 * files are tried, callbacks that wait for an empty event loop, an asynchronous handler that never settles.
 */
export const handlerEntry = String.raw`
'use strict';
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { format, types } = require('node:util');

const post = process.send.bind(process);
delete process.send;
process.on('disconnect', () => process.exit(1));
const missing = new Set();
let reported = false;
function report(message) {
  if (reported) return;
  reported = true;
  const last = { ...message, missing: [...missing] };
  // What was printed reaches the parent before the process ends.
  process.stdout.write('', () => process.stderr.write('', () => post(last, () => process.exit(0))));
}
function failure(error) {
  if (types.isNativeError(error) || (error && error.name && error.message && error.stack)) {
    return { errorType: error.name, errorMessage: error.message, trace: String(error.stack).split('\n') };
  }
  return { errorType: typeof error, errorMessage: String(error), trace: [] };
}
const fail = (error) => {
  console.error('Invoke Error', error);
  report({ error: failure(error) });
};
class RuntimeError extends Error {
  constructor(name, message) {
    super(message);
    this.name = 'Runtime.' + name;
  }
}

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (name, ...rest) {
  try {
    return resolveFilename.call(this, name, ...rest);
  } catch (error) {
    const [sdk] = /^@(?:aws-sdk|smithy)\/[^/]+/.exec(name) ?? [];
    if (sdk !== undefined && error.code === 'MODULE_NOT_FOUND') missing.add(sdk);
    throw error;
  }
};

async function load(root, handler) {
  if (handler.includes('..')) throw new RuntimeError('MalformedHandlerName', "'" + handler + "' is not a valid handler name. Use absolute paths when specifying root directories in handler names.");
  const base = path.basename(handler);
  const [, module, exported] = /^([^.]*)\.(.*)$/.exec(base) ?? [];
  if (module === undefined) throw new RuntimeError('MalformedHandlerName', 'Bad handler');
  const file = path.resolve(root, handler.slice(0, handler.indexOf(base)), module);
  const found = ['', '.js', '.mjs', '.cjs'].map((extension) => file + extension).find((name) => fs.existsSync(name) && fs.statSync(name).isFile());
  let loaded;
  try {
    if (found === undefined) loaded = require(require.resolve(module, { paths: [root] }));
    else loaded = found.endsWith('.mjs') || (found.endsWith('.js') && isModule(root, path.dirname(found))) ? await import(pathToFileURL(found).href) : require(found);
  } catch (error) {
    if (error instanceof SyntaxError) throw new RuntimeError('UserCodeSyntaxError', String(error));
    if (error?.code === 'MODULE_NOT_FOUND' || error?.code === 'ERR_MODULE_NOT_FOUND') throw new RuntimeError('ImportModuleError', String(error));
    throw error;
  }
  const run = exported.split('.').reduce((nested, key) => nested && nested[key], loaded);
  if (run === undefined || run === null) throw new RuntimeError('HandlerNotFound', handler + ' is undefined or not exported');
  if (typeof run !== 'function') throw new RuntimeError('HandlerNotFound', handler + ' is not a function');
  return run;
}
function isModule(root, folder) {
  const manifest = path.join(folder, 'package.json');
  if (fs.existsSync(manifest)) return JSON.parse(fs.readFileSync(manifest, 'utf8')).type === 'module';
  return folder !== root && isModule(root, path.dirname(folder));
}

function patchConsole(requestId) {
  const levels = { log: 'INFO', info: 'INFO', debug: 'DEBUG', trace: 'TRACE', warn: 'WARN', error: 'ERROR' };
  for (const [name, level] of Object.entries(levels)) {
    console[name] = (...values) => {
      const line = [new Date().toISOString(), requestId, level, format(...values)].join('\t');
      // One event of the log for one call: the parent turns the carriage returns back.
      process.stdout.write(line.replaceAll('\n', '\r') + '\n');
    };
  }
}

function run(handler, { event, context, timeoutSeconds, callbacks }) {
  const deadline = Date.now() + timeoutSeconds * 1000;
  let waitForEmptyEventLoop = true;
  let onEmpty = () => {
    if (handler.constructor.name !== 'AsyncFunction') report({ payload: 'null' });
    else fail(new RuntimeError('NodeJsExit', 'The Lambda runtime client detected an unexpected Node.js exit code. This is most commonly caused by a Promise that was never settled. For more information, see https://nodejs.org/docs/latest/api/process.html#exit-codes'));
  };
  process.on('beforeExit', () => onEmpty());
  const done = (error, result) => {
    if (error !== undefined && error !== null) return fail(error);
    try {
      report({ payload: result === undefined ? 'null' : JSON.stringify(result) ?? 'null' });
    } catch (unserializable) {
      fail(unserializable);
    }
  };
  const callback = (error, result) => {
    if ((error !== undefined && error !== null) || !waitForEmptyEventLoop) return done(error, result);
    onEmpty = () => done(undefined, result);
  };
  const succeed = (result) => done(undefined, result);
  const invocation = { ...context, getRemainingTimeInMillis: () => deadline - Date.now() };
  if (callbacks) {
    Object.assign(invocation, { succeed, fail: (error) => done(error ?? 'handled'), done });
    Object.defineProperty(invocation, 'callbackWaitsForEmptyEventLoop', {
      enumerable: true,
      get: () => waitForEmptyEventLoop,
      set: (value) => { waitForEmptyEventLoop = value; },
    });
  }
  try {
    const result = callbacks ? handler(JSON.parse(event), invocation, callback) : handler(JSON.parse(event), invocation);
    if (typeof result?.then === 'function') result.then(succeed, (error) => done(error ?? 'handled'));
    else if (!callbacks) done(undefined, result);
  } catch (error) {
    fail(error);
  }
}

process.on('uncaughtException', fail);
process.on('unhandledRejection', (reason) => fail(new RuntimeError('UnhandledPromiseRejection', String(reason))));
process.once('message', (call) => {
  // From here on only the handler keeps the process running.
  process.channel.unref();
  patchConsole(call.context.awsRequestId);
  // A top-level await that never settles leaves the event loop empty.
  const loading = () => fail(new RuntimeError('NodeJsExit', 'the module of the handler never finished loading'));
  process.once('beforeExit', loading);
  load(process.env.LAMBDA_TASK_ROOT, process.env._HANDLER).then((handler) => {
    process.off('beforeExit', loading);
    if (!call.callbacks && handler.length > 2) {
      throw new RuntimeError('CallbackHandlerDeprecated', 'ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need to modify this function to use a supported handler signature to use Node.js 24 or later. For more information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.');
    }
    post('loaded', () => run(handler, call));
  }).catch(fail);
});
`;
