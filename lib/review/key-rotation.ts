import type { ResourceNode } from '../graph';

/** Whether KMS can rotate a key by itself: a symmetric key for encryption whose material KMS made, of one region. */
export function rotates({ KeySpec: spec, KeyUsage: usage, Origin: origin }: ResourceNode['properties']): boolean {
  return (
    (spec === undefined || spec === 'SYMMETRIC_DEFAULT') &&
    (usage === undefined || usage === 'ENCRYPT_DECRYPT') &&
    (origin === undefined || origin === 'AWS_KMS')
  );
}
