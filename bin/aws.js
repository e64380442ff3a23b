// The CDK app, for cdk.json.
//
// The CDK's template validation grows its WebAssembly memory in many small steps, and each one starts a garbage collection.
// Marking beside the program spends a fifth of all processor time for a heap of 40 MB; marking in turns spends almost none.
require('node:v8').setFlagsFromString('--no-concurrent-marking');
require('./start.js').start('aws');
