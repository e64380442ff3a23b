'use strict';
/*
 * The library of `cdk diff` in a process of its own, which loads nothing else: what it calls for each stack, without the
 * text that it prints. `node bench/review/cdk-diff.js FOLDER STACKS MODULES`
 */
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join, resolve } = require('node:path');

const [, , folder, stacks, modules] = process.argv;
const { fullDiff } = createRequire(resolve(modules, 'any.js'))('@aws-cdk/cloudformation-diff');

const loaded = process.resourceUsage().maxRSS / 1024;
const before = process.cpuUsage();
let changes = 0;
for (let index = 0; index < Number(stacks); index += 1) {
  const [base, next] = ['base', 'next'].map((side) =>
    JSON.parse(readFileSync(join(folder, `${side}-${index}.json`), 'utf8')),
  );
  changes += fullDiff(base, next).differenceCount;
}
const { user, system } = process.cpuUsage(before);
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ changes, seconds: (user + system) / 1e6, megabytes, added: megabytes - loaded }));
