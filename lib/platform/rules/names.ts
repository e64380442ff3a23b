import type { KeyedSection } from '../draft';
import type { Issue } from '../issue';
import type { Rule } from './rule';

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** AI Search allows no hyphen in the first two characters of a name, and every name starts with that of the platform. */
const platformName = /^[a-z][a-z0-9]+(-[a-z0-9]+)*$/;

/** Longest names and keys, in characters. With longer ones, most physical names would be cut and hashed. */
const limits = { name: 32, environments: 12, models: 32, endpoints: 32, knowledge: 32, tuning: 32 } as const;

/** The name of the platform and every key become parts of physical names on both clouds. */
export const nameRule: Rule = ({ spec, declared }) => {
  const sections: readonly KeyedSection[] = ['environments', 'models', 'endpoints', 'knowledge', 'tuning'];
  return [
    ...(spec.namePrefix === undefined ? [] : prefixIssues(spec.namePrefix)),
    ...(spec.name === undefined ? [] : named('name', spec.name, limits.name, platformName)),
    ...sections.flatMap((section) =>
      declared(section).flatMap((key) => named(`${section}.${key}`, key, limits[section], kebab)),
    ),
  ];
};

/** Short, so that a vault or storage account of 24 characters has room for environment and hash; without hyphens, which some services drop. */
function prefixIssues(got: string): readonly Issue[] {
  if (/^[a-z][a-z0-9]{1,7}$/.test(got)) return [];
  return [
    {
      code: 'InvalidNamePrefix',
      path: 'namePrefix',
      message: 'not every service accepts names with this prefix',
      got,
      expected: '2 to 8 lower-case letters and digits, beginning with a letter',
      fix: `write it without hyphens, for example 'acme'`,
    },
  ];
}

function named(path: string, got: string, limit: number, pattern: RegExp): readonly Issue[] {
  if (pattern.test(got) && got.length <= limit) return [];
  const tooLong = got.length > limit;
  const start = pattern === platformName ? 'a letter and no hyphen after it' : 'a letter';
  const suggestion = toKebab(got).slice(0, limit).replace(/-$/, '');
  return [
    {
      code: 'InvalidName',
      path,
      message: tooLong ? `the name is longer than ${limit} characters` : 'the name is not in lower-case kebab-case',
      got,
      expected: `at most ${limit} lower-case letters, digits and single hyphens, starting with ${start}`,
      fix: pattern.test(suggestion)
        ? `${tooLong ? `shorten it to at most ${limit} characters, for example` : 'rename it to'} '${suggestion}'`
        : `${tooLong ? `shorten it to at most ${limit} characters, and ` : ''}choose a name that starts with ${start}`,
    },
  ];
}

function toKebab(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
}
