#!/usr/bin/env bash
# The client of Step Functions puts `sync-` in front of the host of any endpoint, also of an address.
#
# Package   @aws-sdk/client-sfn 3.1164.0
# Seen on   2026-12-01
# Expected  An endpoint that the caller sets is where every request goes: StartExecution does go there.
# Happens   StartSyncExecution looks for the host sync-127.0.0.1 and fails with ENOTFOUND. With disableHostPrefix it arrives.
# Matters   An express workflow against a local endpoint or a proxy by address fails although every other call works, and no
#           variable of the environment switches the prefix off: the program must.
# Source    docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html (host prefix sync-)
set -euo pipefail
version=3.1164.0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix . "@aws-sdk/client-sfn@$version" || exit 2
cat >finding.js <<'JS'
const { createServer } = require('node:http');
const { SFNClient, StartExecutionCommand, StartSyncExecutionCommand } = require('@aws-sdk/client-sfn');

const server = createServer((request, response) => {
  request.resume();
  response.setHeader('content-type', 'application/x-amz-json-1.0').end('{"executionArn":"arn","startDate":0}');
});
server.listen(0, '127.0.0.1', async () => {
  const client = (more) =>
    new SFNClient({
      region: 'eu-central-1',
      endpoint: `http://127.0.0.1:${server.address().port}`,
      credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
      maxAttempts: 1,
      ...more,
    });
  const input = { stateMachineArn: 'arn:aws:states:eu-central-1:111111111111:stateMachine:m' };
  const outcome = (call) => call.then(() => 'arrives', (error) => error.message.replace(/^.*getaddrinfo /, ''));
  const seen = [
    await outcome(client({}).send(new StartExecutionCommand(input))),
    await outcome(client({}).send(new StartSyncExecutionCommand(input))),
    await outcome(client({ disableHostPrefix: true }).send(new StartSyncExecutionCommand(input))),
  ];
  console.log(seen.join(', '));
  server.close();
  server.closeAllConnections();
});
JS
seen=$(timeout 60 node --no-warnings finding.js)
echo "@aws-sdk/client-sfn $version, StartExecution, StartSyncExecution and without the prefix: $seen"
[ "$seen" = 'arrives, ENOTFOUND sync-127.0.0.1, arrives' ]
