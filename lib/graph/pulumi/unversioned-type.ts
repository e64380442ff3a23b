const versioned = /^(azure-native:[\w-]+)\/v\d{8}\w*:/;

/**
 * A type of azure-native without the version of its API. A program can ask for a version, and the type says the same.
 *
 * @example unversionedType('azure-native:storage/v20240101:StorageAccount') // 'azure-native:storage:StorageAccount'
 */
export function unversionedType(type: string): string {
  return type.includes('/v') ? type.replace(versioned, '$1:') : type;
}
