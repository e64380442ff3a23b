import type { TestAnswer } from '../../../helpers/azure-stores';

/** An answer of Azure as somebody published it. Names, addresses and ids in it are replaced. */
interface Recorded extends TestAnswer {
  readonly source: string;
  /** Day of the source. */
  readonly date: string;
}

const xml = (code: string, message: string): string =>
  `\u{FEFF}<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${message}\nRequestId:00000000-0000-4000-8000-000000000001\nTime:2026-12-01T00:00:00.0000000Z</Message></Error>`;

/** Answers that are failures, by what they mean. */
export const recorded = {
  roleMissing: {
    status: 403,
    headers: { 'x-ms-error-code': 'AuthorizationPermissionMismatch', 'content-type': 'application/xml' },
    body: xml(
      'AuthorizationPermissionMismatch',
      'This request is not authorized to perform this operation using this permission.',
    ),
    source: 'https://github.com/microsoft/AzureStorageExplorer/issues/3767',
    date: '2020-11-11',
  },
  closedStorage: {
    status: 403,
    headers: { 'content-type': 'application/xml' },
    body: xml('AuthorizationFailure', 'This request is not authorized to perform this operation.'),
    source: 'https://github.com/microsoft/AzureStorageExplorer/issues/3609',
    date: '2020-09-21',
  },
  closedRegistry: {
    status: 403,
    headers: { 'content-type': 'application/json' },
    body: String.raw`{"errors":[{"code":"DENIED","message":"client with IP \u0027203.0.113.7\u0027 is not allowed access. Refer https://aka.ms/acr/firewall to grant access."}]}`,
    source: 'https://github.com/docker/build-push-action/issues/1214',
    date: '2024-08-19',
  },
  containerBeingDeleted: {
    status: 409,
    headers: { 'x-ms-error-code': 'ContainerBeingDeleted', 'content-type': 'application/xml' },
    body: xml('ContainerBeingDeleted', 'The specified container is being deleted. Try operation later.'),
    source: 'https://github.com/Azure/azure-storage-python/issues/569',
    date: '2019-03-31',
  },
  throttled: {
    status: 429,
    headers: { 'retry-after': '17', 'content-type': 'application/json' },
    body: JSON.stringify({
      error: {
        code: 'ResourceRequestsThrottled',
        message:
          "Number of requests for action 'Microsoft.MachineLearningServices/registries/read' exceeded the limit of '50' for time interval '00:05:00'. Please try again after '17' seconds.",
      },
    }),
    source: 'https://github.com/Azure/azqr/issues/34',
    date: '2023-02-14',
  },
  serverBusy: {
    status: 503,
    headers: { 'x-ms-error-code': 'ServerBusy' },
    body: xml('ServerBusy', 'The server is busy.'),
    source: 'https://learn.microsoft.com/rest/api/storageservices/common-rest-api-error-codes',
    date: '2026-12-01',
  },
  importDenied: {
    status: 403,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      error: {
        code: 'AuthorizationFailed',
        message:
          "The client '00000000-0000-4000-8000-0000000000c1' with object id '00000000-0000-4000-8000-0000000000c1' does not have authorization to perform action 'Microsoft.ContainerRegistry/registries/importImage/action' over scope '/subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerRegistry/registries/r' or the scope is invalid.",
      },
    }),
    source: 'https://github.com/Azure/acr/issues/237',
    date: '2019-06-03',
  },
  importUnauthorized: {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      status: 'Failed',
      error: {
        code: 'InvalidParameters',
        message:
          'Invalid message Unauthorized Unauthorized {"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]}',
      },
    }),
    source: 'https://github.com/Azure/acr/issues/476',
    date: '2020-10-15',
  },
  importCanceled: {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ status: 'Canceled' }),
    source:
      'https://github.com/cloud-and-ai-microsoft/resource-provider-contract/blob/master/v1.0/async-api-reference.md',
    date: '2026-12-01',
  },
  wrongMd5: {
    status: 400,
    headers: { 'x-ms-error-code': 'Md5Mismatch' },
    body: xml(
      'Md5Mismatch',
      'The MD5 value specified in the request did not match with the MD5 value calculated by the server.',
    ),
    source: 'https://learn.microsoft.com/rest/api/storageservices/common-rest-api-error-codes',
    date: '2026-12-01',
  },
} as const satisfies Readonly<Record<string, Recorded>>;
