import { asList, asRecord, asText, isRecord, mapEntries } from '../json';
import { secretValue, unknownValue } from '../placeholder';
import type { Registration } from '../recording';
import { parseUrn } from '../urn';

/*
 * Marks of values that are not plain JSON in a state.
 *
 * Source: the sources of Pulumi 3.248 (sdk/go/common/resource/sig), read 2026-12-01.
 */
const signature = '4dabf18193072939515e22adb298388d';
const secretSignature = '1b47061264138c4ac30d75fd1eb44270';
const outputSignature = 'd0e6a833031e9bbcd3f4e8bde6ca49a4';
const resourceSignature = '5cf8f73096256a8f31e491e813e4eb8e';
const assetSignatures: ReadonlySet<unknown> = new Set([
  'c44067f5952c0a294b673a41bacd8c17',
  '0def7320c3a5731c473e5ecbe6d01bc7',
]);
/** What stands for a value that a preview does not know, by its type. */
const unknownMarkers: ReadonlySet<unknown> = new Set([
  '1c4a061d-8072-4f0a-a4cb-0ff528b18fe7',
  '3eeb2bf0-c639-47a8-9e75-3b44932eb421',
  '04da6b54-80e4-46f7-96ec-b56ff0331ba9',
  '6a19a0b0-7e62-4c92-b797-7f8e31da9cc2',
  '030794c1-ac77-496b-92df-f27374a8bd58',
  'e48ece36-62e2-4504-bad9-02848725956a',
  'dd056dcd-154b-4c76-9bd3-c8f88648b5ff',
]);

/**
 * A resource of a state or of a step of a preview, as the program registers it: secrets are masked, whether they are
 * encrypted or not. Undefined for what the program does not manage: resources that are only read, or wait for deletion.
 */
export function stateRegistration(state: unknown): Registration | undefined {
  const resource = asRecord(state);
  const urn = asText(resource['urn']);
  const type = asText(resource['type']);
  if (urn === undefined || type === undefined || resource['external'] === true || resource['delete'] === true) {
    return undefined;
  }
  return {
    urn,
    type,
    name: parseUrn(urn)?.name ?? urn,
    custom: resource['custom'] === true,
    parent: asText(resource['parent']) ?? '',
    inputs: mapEntries(asRecord(resource['inputs']), stateValue),
    dependencies: texts(resource['dependencies']),
    propertyDependencies: mapEntries(asRecord(resource['propertyDependencies']), texts),
    provider: asText(resource['provider']) ?? '',
    protect: resource['protect'] === true,
    retainOnDelete: resource['retainOnDelete'] === true,
    deleteBeforeReplace: false,
    ignoreChanges: [],
    replaceOnChanges: [],
    additionalSecretOutputs: [],
    aliases: texts(resource['aliases']),
    version: '',
  };
}

/** A value of a state as plain JSON. */
function stateValue(value: unknown): unknown {
  if (unknownMarkers.has(value)) return unknownValue;
  if (Array.isArray(value)) return value.map(stateValue);
  if (!isRecord(value)) return value;
  const mark = Object.hasOwn(value, signature) ? value[signature] : undefined;
  if (mark === secretSignature) return secretValue;
  if (mark === resourceSignature) return asText(value['urn']) ?? unknownValue;
  if (mark === outputSignature) return value['value'] === undefined ? unknownValue : stateValue(value['value']);
  if (assetSignatures.has(mark)) return `asset:${asText(value['hash']) ?? ''}`;
  return mapEntries(value, stateValue);
}

function texts(list: unknown): readonly string[] {
  return asList(list).flatMap((item) => asText(item) ?? []);
}
