import { decides, personalData } from '../../../../../../../lib/local/aws/services/bedrock/guardrail/personal-data';

it.each([
  ['EMAIL', 'Write to anna@example.com or to anna at example.', ['anna@example.com']],
  ['PHONE', 'Call +43 1 2345 6789 before 18.30, order 2026-11-30.', ['+43 1 2345 6789']],
  ['CREDIT_DEBIT_CARD_NUMBER', 'Cards 4111 1111 1111 1111 and 4111 1111 1111 1112.', ['4111 1111 1111 1111']],
  ['IP_ADDRESS', 'From 192.0.2.7 and 2001:db8::1, not 999.1.1.1 or 1.2.3.', ['192.0.2.7', '2001:db8::1']],
  ['MAC_ADDRESS', 'Card 00:00:5e:00:53:01 at 12:30.', ['00:00:5e:00:53:01']],
  ['URL', 'See https://example.com/a?b=c and example.com.', ['https://example.com/a?b=c']],
  ['AWS_ACCESS_KEY', `Key AKIAIOSFODNN7EXAMPLE is revoked, AKIA is not one.`, [`AKIAIOSFODNN7EXAMPLE`]],
  ['US_SOCIAL_SECURITY_NUMBER', 'Numbers 219-09-9999 and 000-12-3456.', ['219-09-9999']],
  [
    'INTERNATIONAL_BANK_ACCOUNT_NUMBER',
    'To GB82 WEST 1234 5698 7654 32, not GB83 WEST 1234 5698 7654 32.',
    ['GB82 WEST 1234 5698 7654 32'],
  ],
  ['NAME', 'Anna lives here.', []],
])('finds %s', (kind, text, found) => {
  expect(personalData(kind, text)).toEqual(found);
  expect(decides(kind)).toBe(kind !== 'NAME');
});
