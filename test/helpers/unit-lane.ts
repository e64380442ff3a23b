// The limits of both lanes only end a test that hangs: no test depends on how fast the machine is.
jest.setTimeout(60_000);

// The CloudFormation validator takes seconds to start in each process; test/e2e runs it once, as errors, over every stack.
process.env.CDK_VALIDATION = 'false';

// jest keeps 100 frames of every stack; the CDK and Pulumi take one for each resource. Node's default shows enough.
Error.stackTraceLimit = 10;
