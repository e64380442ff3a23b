'use strict';
/*
 * The local cloud of one checkout as a process: `node --require <root>/bin/typescript.js serve.js <root> [state folder]`.
 * Sends its address, and its processor time when it is asked.
 */
const { join } = require('node:path');

const [, , root, state] = process.argv;
const { startLocalAws } = require(join(root, 'lib/local/aws'));
startLocalAws(state === undefined ? {} : { state }).then(({ url }) => process.send({ url }));
process.on('message', () => process.send({ cpu: process.cpuUsage() }));
