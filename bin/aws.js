// The CDK app, for cdk.json.
require('./start.js').start('aws');
