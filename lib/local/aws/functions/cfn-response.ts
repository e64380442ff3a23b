/**
 * Program text of the module `cfn-response`, which Lambda puts beside code that a template holds inline. Interface and
 * defaults follow its documentation (CloudFormation User Guide, "cfn-response module", read 2026-11-30).
 */
export const cfnResponse = String.raw`
'use strict';
const https = require('node:https');
exports.SUCCESS = 'SUCCESS';
exports.FAILED = 'FAILED';
exports.send = (event, context, responseStatus, responseData, physicalResourceId, noEcho) => {
  const body = JSON.stringify({
    Status: responseStatus,
    Reason: 'See the details in CloudWatch Log Stream: ' + context.logStreamName,
    PhysicalResourceId: physicalResourceId || context.logStreamName,
    StackId: event.StackId,
    RequestId: event.RequestId,
    LogicalResourceId: event.LogicalResourceId,
    NoEcho: noEcho || false,
    Data: responseData,
  });
  const { hostname, pathname, search } = new URL(event.ResponseURL);
  const headers = { 'content-type': '', 'content-length': Buffer.byteLength(body) };
  const options = { hostname, port: 443, path: pathname + search, method: 'PUT', headers };
  const request = https.request(options, (response) => {
    console.log('Status code: ' + response.statusCode);
    response.resume();
    context.done?.();
  });
  request.on('error', (error) => {
    console.log('send(..) failed executing https.request(..): ' + error);
    context.done?.();
  });
  request.end(body);
};
`;
