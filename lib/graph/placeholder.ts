/** Stands for a value that is known only after the deployment, where nothing says what it comes from, as the recorder writes it. */
export const unknownValue = '[unknown]';

/** Stands for a value that is a secret, as the recorder of Pulumi programs writes it. */
export const secretValue = '[secret]';

/** A value that another resource has after the deployment, in the form of a recording. */
export function referenceTo(address: string, property: string): string {
  return `\${${address}#${property}}`;
}
