/*
 * Plain scalars as CloudFormation reads them: YAML 1.1, without the timestamp type.
 *
 * Source: AWS CloudFormation user guide, template formats (YAML 1.1; no binary, omap, pairs, set, timestamp), and the patterns
 * of yaml.org/type/{bool,int,float,null}.html, 2026-11-30.
 */
const booleans = new Map([
  ...['yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((text) => [text, true] as const),
  ...['no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((text) => [text, false] as const),
]);
const nothing = new Set(['', '~', 'null', 'Null', 'NULL']);
const decimal = /^[-+]?(?:0|[1-9][0-9_]*)$/;
const based = /^([-+]?)0(?:b([01_]+)|x([0-9a-fA-F_]+)|([0-7_]+))$/;
const sexagesimal = /^([-+]?)([1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const fraction = /^[-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*|[0-9][0-9_]*(?=[eE]))(?:[eE][-+]?[0-9]+)?$/;
/** Neither decimal, as it begins with 0, nor octal. */
const leadingZero = /^[-+]?0[0-9_]*[89][0-9_]*$/;
const special = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** The value of a plain scalar that has no tag. Text for what is no boolean, number or null: dates are text. */
export function plainScalar(source: string): string | number | boolean | null {
  if (nothing.has(source)) return null;
  const known = booleans.get(source);
  if (known !== undefined) return known;
  if (!/^[-+.0-9]/.test(source)) return source;
  if (special.test(source)) return /nan/i.test(source) ? Number.NaN : Number.POSITIVE_INFINITY;
  return number(source) ?? source;
}

function number(source: string): number | string | undefined {
  const digits = source.replaceAll('_', '');
  if (decimal.test(source)) return exact(digits);
  const [, sign, binary, hexadecimal, octal] = based.exec(source) ?? [];
  if (binary !== undefined) return signed(sign, Number.parseInt(binary.replaceAll('_', ''), 2));
  if (hexadecimal !== undefined) return signed(sign, Number.parseInt(hexadecimal.replaceAll('_', ''), 16));
  if (octal !== undefined) return signed(sign, Number.parseInt(octal.replaceAll('_', ''), 8));
  const [, minutesSign, parts] = sexagesimal.exec(digits) ?? [];
  if (parts !== undefined) {
    const total = parts.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
    return signed(minutesSign, total);
  }
  if (fraction.test(source)) return Number(digits);
  return leadingZero.test(source) ? asFloat(Number(digits)) : undefined;
}

/** An integer that a number of JavaScript does not hold keeps its digits. */
function exact(digits: string): number | string {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : digits.replace(/^\+/, '');
}

function signed(sign: string | undefined, value: number): number {
  return sign === '-' ? -value : value;
}

/**
 * The service reads 012345678901 as a floating-point number and passes 1.2345678901E10 on.
 *
 * Source: skyarch.net/blog, CloudFormation YAML (an account id without quotes), read 2026-11-30.
 */
function asFloat(value: number): number | string {
  if (Math.abs(value) < 1e7) return value;
  const [mantissa = '', exponent = ''] = value.toExponential().split('e+');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent}`;
}
