// The validator of aws-cdk-lib as a process of its own, for `llmops local up --with-cdk`.
require('./start.js').start('cdk-validator');
