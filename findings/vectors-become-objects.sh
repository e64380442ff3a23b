#!/usr/bin/env bash
# The client of S3 Vectors sends a Float32Array as an object with numbered keys.
#
# Package   @aws-sdk/client-s3vectors 3.1137.0
# Seen on   2026-11-30
# Expected  A vector is "32-bit floating point numbers", so the typed array of that kind is sent as a list of numbers, or
#           refused.
# Happens   The body is `{"float32":{"0":0.5,"1":1}}`. TypeScript would refuse it; embedding libraries for JavaScript
#           return typed arrays through untyped code.
# Matters   The request is refused by the service far from the line that made it, and a test against a fake that does not
#           check the shape is green. Convert with Array.from where vectors enter, and let fakes refuse objects.
# Source    docs.aws.amazon.com/AmazonS3/latest/API/API_S3VectorBuckets_VectorData.html (float32: array of floats)
set -euo pipefail
version=3.1137.0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix . "@aws-sdk/client-s3vectors@$version" || exit 2
cat >finding.js <<'JS'
const { createServer } = require('node:http');
const { S3VectorsClient, PutVectorsCommand } = require('@aws-sdk/client-s3vectors');

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    console.log(JSON.stringify(JSON.parse(body).vectors[0].data));
    response.setHeader('content-type', 'application/json').end('{}');
  });
});
server.listen(0, '127.0.0.1', async () => {
  const client = new S3VectorsClient({
    region: 'eu-central-1',
    endpoint: `http://127.0.0.1:${server.address().port}`,
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    maxAttempts: 1,
  });
  const vectors = [{ key: 'k', data: { float32: new Float32Array([0.5, 1]) } }];
  await client.send(new PutVectorsCommand({ vectorBucketName: 'b', indexName: 'i', vectors }));
  server.close();
});
JS
seen=$(timeout 60 node --no-warnings finding.js)
echo "@aws-sdk/client-s3vectors $version, a Float32Array is sent as: $seen"
[ "$seen" = '{"float32":{"0":0.5,"1":1}}' ]
