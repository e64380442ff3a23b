/**
 * Program text that stands in for the AWS CLI in a build: the four commands of an import job, with the SDK that is installed
 * beside the local cloud. Every other command is refused.
 */
export const standInCli = String.raw`
'use strict';
const { readFileSync } = require('node:fs');
const s3 = require('@aws-sdk/client-s3');
const client = new s3.S3Client({ forcePathStyle: true });
const [service, command, ...rest] = process.argv.slice(2);
const named = (name) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : undefined);
const metadata = () => Object.fromEntries((named('--metadata') ?? '').split(',').map((pair) => pair.split('=')));
const operations = {
  's3api head-object': async () => {
    const { Metadata } = await client.send(new s3.HeadObjectCommand({ Bucket: named('--bucket'), Key: named('--key') }));
    console.log(JSON.stringify({ Metadata }));
  },
  's3api list-objects-v2': async () => {
    const keys = [];
    const pages = s3.paginateListObjectsV2({ client }, { Bucket: named('--bucket'), Prefix: named('--prefix') });
    for await (const { Contents = [] } of pages) keys.push(...Contents.map(({ Key }) => Key));
    console.log(JSON.stringify(keys.length === 0 ? null : keys));
  },
  's3api put-object': () =>
    client.send(
      new s3.PutObjectCommand({
        Bucket: named('--bucket'),
        Key: named('--key'),
        Body: readFileSync(named('--body')),
        IfNoneMatch: named('--if-none-match'),
        Metadata: metadata(),
      }),
    ),
  's3 cp': () => {
    const [, Bucket, Key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(rest[1]);
    return client.send(new s3.PutObjectCommand({ Bucket, Key, Body: readFileSync(rest[0]), Metadata: metadata() }));
  },
};
const operation = operations[service + ' ' + command];
if (operation === undefined) {
  console.error('The local cloud stands in for four commands of the AWS CLI: ' + service + ' ' + command + ' is not one');
  process.exit(252);
}
operation().catch((error) => {
  // An answer to HEAD has no body, so the CLI prints its status.
  const code = command === 'head-object' ? error.$metadata?.httpStatusCode : error.name;
  console.error('An error occurred (' + code + ') when calling the operation: ' + error.message);
  process.exit(254);
});
`;
