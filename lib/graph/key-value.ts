/** The type of a key in App Configuration. */
export const keyValueType = 'azure-native:appconfiguration:KeyValue';

/** The key that the name of a key-value resource encodes: URL encoding with `~` in place of `%`. */
export function keyOfKeyValue(keyValueName: string): string {
  try {
    return decodeURIComponent(keyValueName.replaceAll('~', '%'));
  } catch {
    return keyValueName;
  }
}
