/** Key that marks a value which is not plain JSON in Pulumi's protocol: a secret, a resource, an output. */
const signature = '4dabf18193072939515e22adb298388d';
const secretSignature = '1b47061264138c4ac30d75fd1eb44270';
const resource = '5cf8f73096256a8f31e491e813e4eb8e';
/** What Pulumi sends for a value that a preview does not know. */
const unknownMarker = '04da6b54-80e4-46f7-96ec-b56ff0331ba9';

/** Replaces every secret in a recording. */
const masked = '[secret]';
/** Replaces a value that is unknown before the deployment and has no reference. */
const unknownValue = '[unknown]';

/** Inputs in the form of a recording: keys sorted, secrets masked, resources as their URN. */
export function recordedInputs(inputs: { readonly [key: string]: unknown }): { readonly [key: string]: unknown } {
  return Object.fromEntries(
    Object.keys(inputs)
      .toSorted()
      .map((key) => [key, recordedValue(inputs[key])]),
  );
}

function recordedValue(value: unknown): unknown {
  if (value === unknownMarker) return unknownValue;
  if (Array.isArray(value)) return value.map(recordedValue);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.fromEntries(Object.entries(value));
  if (fields[signature] === secretSignature) return masked;
  if (fields[signature] === resource) return fields['urn'];
  return recordedInputs(fields);
}
