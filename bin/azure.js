// The Pulumi program, for Pulumi.yaml; what it exports are the outputs of the stack.
module.exports = require('./start.js').start('azure');
