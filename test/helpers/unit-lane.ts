import { runInThisContext } from 'node:vm';

// The limits of both lanes only end a test that hangs: no test depends on how fast the machine is.
jest.setTimeout(60_000);

// The CloudFormation validator takes seconds to start in each process; test/e2e runs it once, as errors, over every stack.
process.env.CDK_VALIDATION = 'false';

// jest keeps 100 frames of every stack; the CDK and Pulumi take one for each resource. Node's default shows enough.
Error.stackTraceLimit = 10;

// Pulumi formats the stack of every promise that it makes, for a report of promises that never settle. Through the
// source maps of jest, which the outer realm holds, that took a third of the time of every test that runs a program.
const outer = runInThisContext('Error') as ErrorConstructor;
Error.prepareStackTrace = (error, frames): unknown =>
  frames[0]?.getFileName()?.endsWith('/@pulumi/pulumi/runtime/debuggable.js') === true
    ? ''
    : outer.prepareStackTrace(error, frames);
