import { isIP } from 'node:net';

/** A kind of personal data that a pattern decides. */
interface Finder {
  readonly pattern: RegExp;
  /** What a match must be beside. @default - nothing more */
  readonly is?: (match: string) => boolean;
}

/**
 * Kinds of personal data that a pattern finds. The service finds them with a model, so it may find more and fewer: they were not
 * compared. Names, addresses, ages and the other kinds need a model and are not here.
 */
const finders: Readonly<Record<string, Finder>> = {
  EMAIL: { pattern: /[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}\b/gi },
  PHONE: { pattern: /(?<![\w.+-])\+?(?:\(\d{1,4}\)[ .-]?)?\d{1,4}(?:[ .-]\d{1,4}){2,4}(?![\w-]|\.\d)/g, is: isPhone },
  CREDIT_DEBIT_CARD_NUMBER: { pattern: /(?<![\w-])\d(?:[ -]?\d){12,18}(?![\w-])/g, is: hasLuhnDigit },
  IP_ADDRESS: { pattern: /(?<![\w:.])[0-9a-f:.]{3,45}(?![\w:])/gi, is: (match) => isIP(match.replace(/\.$/, '')) > 0 },
  MAC_ADDRESS: { pattern: /(?<![\w:-])[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}(?![\w:-])/gi },
  URL: { pattern: /\bhttps?:\/\/[^\s<>"'{}|\\^`]{1,2000}/gi },
  AWS_ACCESS_KEY: { pattern: /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Z0-9])/g },
  US_SOCIAL_SECURITY_NUMBER: { pattern: /(?<![\w-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])/g },
  INTERNATIONAL_BANK_ACCOUNT_NUMBER: {
    pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g,
    is: hasIbanDigits,
  },
};

/** Whether a pattern decides a kind of personal data. */
export function decides(kind: string): boolean {
  return Object.hasOwn(finders, kind);
}

/** The texts of one kind in a text, in their order, each once. @returns empty also for a kind that needs a model */
export function personalData(kind: string, text: string): readonly string[] {
  const finder = Object.hasOwn(finders, kind) ? finders[kind] : undefined;
  if (finder === undefined) return [];
  const { pattern, is = () => true } = finder;
  return [...new Set([...text.matchAll(pattern)].map(([match]) => match).filter((match) => is(match)))];
}

/** Nine to fifteen digits: the longest number has fifteen. Source: ITU-T E.164. */
function isPhone(match: string): boolean {
  const digits = match.replaceAll(/\D/g, '');
  return digits.length >= 9 && digits.length <= 15 && isIP(match) === 0 && !hasLuhnDigit(match);
}

/** The check digit of card numbers. Source: ISO/IEC 7812-1, annex B. */
function hasLuhnDigit(match: string): boolean {
  const digits = Array.from(match.replaceAll(/\D/g, '')).toReversed().map(Number);
  if (digits.length < 13) return false;
  const sum = digits.reduce((total, digit, place) => {
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** The check digits of IBANs: the number modulo 97 is 1. Source: ISO 13616-1. */
function hasIbanDigits(match: string): boolean {
  const compact = match.replaceAll(' ', '');
  const turned = `${compact.slice(4)}${compact.slice(0, 4)}`.replaceAll(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  return Array.from(turned).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}
