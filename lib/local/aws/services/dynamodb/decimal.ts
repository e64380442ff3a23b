/** A decimal number: `digits` × 10^`exponent`, without trailing zeros. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** Digits and magnitudes of a number. Source: Amazon DynamoDB Developer Guide, "Data types" (not compared with the page). */
const limits = { digits: 38, least: -130, most: 125 };
const pattern = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,5}))?\s*$/;

/** A number of a request; the message of the service where it is none that the service takes. */
export function decimalOf(text: string): Decimal | string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = pattern.exec(text) ?? [];
  if (whole === '' && fraction === '')
    return `The parameter cannot be converted to a numeric value: ${text.slice(0, 100)}`;
  if (whole.length + fraction.length > 400) return tooManyDigits;
  const digits = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n);
  return bounded(normal(digits, Number(exponent) - fraction.length));
}

const tooManyDigits = 'Attempting to store more than 38 significant digits in a Number';

/** A number within the limits of the service, or its message. */
function bounded(number: Decimal): Decimal | string {
  if (number.digits === 0n) return number;
  const length = magnitude(number.digits).length;
  if (length > limits.digits) return tooManyDigits;
  const leading = number.exponent + length - 1;
  if (leading > limits.most)
    return 'Number overflow. Attempting to store a number with magnitude larger than supported range';
  if (leading < limits.least)
    return 'Number underflow. Attempting to store a number with magnitude smaller than supported range';
  return number;
}

function magnitude(digits: bigint): string {
  return String(digits < 0n ? -digits : digits);
}

function normal(digits: bigint, exponent: number): Decimal {
  if (digits === 0n) return { digits, exponent: 0 };
  const zeros = /0*$/.exec(String(digits))?.[0].length ?? 0;
  return { digits: digits / 10n ** BigInt(zeros), exponent: exponent + zeros };
}

/** Two numbers as multiples of one power of ten. */
function aligned(left: Decimal, right: Decimal): readonly [bigint, bigint, number] {
  const exponent = Math.min(left.exponent, right.exponent);
  const scaled = ({ digits, exponent: own }: Decimal): bigint => digits * 10n ** BigInt(own - exponent);
  return [scaled(left), scaled(right), exponent];
}

/** Negative, zero or positive, as a list is sorted. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const [first, second] = aligned(left, right);
  return first < second ? -1 : first > second ? 1 : 0;
}

/** The sum, or with `sign` -1 the difference; the message of the service where it cannot store the result. */
export function addDecimals(left: Decimal, right: Decimal, sign: 1 | -1 = 1): Decimal | string {
  const [first, second, exponent] = aligned(left, right);
  return bounded(normal(first + second * BigInt(sign), exponent));
}

/** A number as the service writes it: without an exponent. */
export function decimalText({ digits, exponent }: Decimal): string {
  const sign = digits < 0n ? '-' : '';
  const text = magnitude(digits);
  if (exponent >= 0) return `${sign}${text}${'0'.repeat(exponent)}`;
  const padded = text.padStart(1 - exponent, '0');
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}

/** Bytes that a number takes. Source: Amazon DynamoDB Developer Guide, "Item sizes and formats" (not compared with the page). */
export function decimalBytes({ digits }: Decimal): number {
  return Math.ceil(magnitude(digits).length / 2) + 1 + (digits < 0n ? 1 : 0);
}
