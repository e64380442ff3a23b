import { rotates } from '../../key-rotation';
import { propertyRule } from '../../property-rule';

/** Set EnableKeyRotation to true: a key that leaked once opens everything that was ever written. */
export const keyRotation = propertyRule(
  {
    code: 'KeyRotation',
    family: 'data',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    securityHub: ['KMS.4'],
    rationale: 'A key that leaked once opens everything that was ever written.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::KMS::Key'],
      path: 'EnableKeyRotation',
      must: { is: [true] },
      where: ({ properties }) => rotates(properties),
    },
  ],
);
