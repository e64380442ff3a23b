#!/usr/bin/env bash
# The azure-native SDK writes `publicNetworkAccess: Enabled` where the program leaves it out, for some AI services.
#
# Package   @pulumi/azure-native 3.28.0
# Seen on   2026-11-30
# Expected  A property that the program leaves out is not sent: the service or an Azure Policy decides.
# Happens   The SDK fills in the defaults of the API specification before the engine sees the inputs. An AI Search
#           service and a machine-learning online endpoint become public in so many words; an OpenAI account and a
#           machine-learning workspace are sent without the property.
# Matters   A service that was closed by hand or by policy is opened again by the next update, a policy that denies
#           public access refuses the request although no line of the program asks for it, and a review of the program
#           text cannot see either. Set the property on every resource and assert it in tests.
# Source    github.com/pulumi/pulumi-azure-native/pull/4832 (the same default for Service Bus, and its effect on a live
#           namespace); the constructor of search/service.js
set -euo pipefail
version=3.28.0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix . "@pulumi/azure-native@$version" @pulumi/pulumi@3.248.0 || exit 2
cat >finding.js <<'JS'
const pulumi = require('@pulumi/pulumi');

const access = new Map();
const mocks = {
  newResource: ({ name, inputs }) => {
    access.set(name, inputs.publicNetworkAccess ?? inputs.properties?.publicNetworkAccess ?? 'unset');
    return { id: name, state: inputs };
  },
  call: ({ inputs }) => inputs,
};

async function main() {
  await pulumi.runtime.setMocks(mocks);
  const { Service } = require('@pulumi/azure-native/search');
  const { Account } = require('@pulumi/azure-native/cognitiveservices');
  const { OnlineEndpoint, Workspace } = require('@pulumi/azure-native/machinelearningservices');
  const group = { resourceGroupName: 'group' };
  const resources = [
    new Service('search', { ...group, sku: { name: 'standard' } }),
    new OnlineEndpoint('endpoint', { ...group, workspaceName: 'workspace', properties: { authMode: 'AADToken' } }),
    new Account('openai', { ...group, kind: 'OpenAI', sku: { name: 'S0' }, properties: {} }),
    new Workspace('workspace', group),
  ];
  // An output resolves when its resource is registered.
  await Promise.all(resources.map(({ urn }) => new Promise((resolve) => urn.apply(resolve))));
  console.log(['search', 'endpoint', 'openai', 'workspace'].map((name) => `${name} ${access.get(name)}`).join(', '));
}
main();
JS
seen=$(node finding.js)
echo "@pulumi/azure-native $version, publicNetworkAccess of a program that leaves it out: $seen"
[ "$seen" = 'search Enabled, endpoint Enabled, openai unset, workspace unset' ]
