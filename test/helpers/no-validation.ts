// The CloudFormation validator takes seconds to start in each process; test/e2e runs it once, as errors, over every stack.
process.env.CDK_VALIDATION = 'false';
