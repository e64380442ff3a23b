import type { Issue } from '../issue';
import type { Rule } from './rule';
import { tagValueIssues } from './tag-value';

/** What a cloud accepts as the key of a tag. */
interface KeyRule {
  readonly pattern: RegExp;
  readonly expected: string;
}

/** "Tag naming limits and requirements" in the guide of Tagging AWS Resources, read 2026-11-30. */
const onAws: KeyRule = {
  pattern: /^(?!aws:)[\p{L}\p{N} _.:/=+\-@]{1,128}$/iu,
  expected: 'at most 128 letters, digits, spaces or _ . : / = + - @, not beginning with aws:',
};

/**
 * Azure reserves three prefixes, and private DNS zones take neither spaces nor special characters nor a first digit:
 * MicrosoftDocs/azure-docs, tag-resources.md and tag-support.md; hashicorp/terraform-provider-azurerm#6129; read 2026-11-30.
 */
const onAzure: KeyRule = {
  pattern: /^(?!azure|microsoft|windows)[a-z][a-z0-9_.-]{0,127}$/i,
  expected: 'at most 128 letters, digits or - _ . with a letter first, not beginning with azure, microsoft or windows',
};

/** Where the tags that the kit sets come from. */
const ofPlatform: Readonly<Record<string, string>> = {
  contact: 'owner.contact',
  'cost-center': 'owner.costCenter',
  'data-class': 'dataClass',
  environment: 'the key of the environment',
  'managed-by': 'the kit',
  platform: 'name',
  residency: 'residency',
  team: 'owner.team',
  tier: 'the tier of the environment',
};

/** Of a resource on either cloud. */
const mostTags = 50;

/** Further tags have keys and values that every cloud of the platform takes, and leave those of the kit alone. */
export const tagRule: Rule = ({ spec: { tags }, declared, cloudsOf }) => {
  const entries = Object.entries(tags ?? {});
  const hasAzure = declared('environments').some((key) => cloudsOf(key).includes('azure'));
  const rules = [onAws, ...(hasAzure ? [onAzure] : [])];
  return [
    ...entries.flatMap(([key, value]) => [...keyIssues(key, rules), ...tagValueIssues(`tags.${key}`, value)]),
    ...twice(Object.keys(tags ?? {})),
    ...(entries.length + Object.keys(ofPlatform).length > mostTags ? [tooMany(entries.length)] : []),
  ];
};

function keyIssues(key: string, rules: readonly KeyRule[]): readonly Issue[] {
  const path = `tags.${key}`;
  const from = ofPlatform[key.toLowerCase()];
  if (from !== undefined) {
    return [
      {
        code: 'PlatformTag',
        path,
        message: `the kit sets this tag from ${from}`,
        got: key,
        expected: `a key other than ${Object.keys(ofPlatform).join(', ')}`,
        fix: `remove ${path}, or choose another key`,
      },
    ];
  }
  const broken = rules.find(({ pattern }) => !pattern.test(key));
  if (broken === undefined) return [];
  return [
    {
      code: 'InvalidTagKey',
      path,
      message: broken === onAzure ? 'Azure does not keep a tag with this key' : 'AWS does not accept this key',
      got: key,
      expected: broken.expected,
      fix: 'choose another key',
    },
  ];
}

/** Azure does not tell capitals in a key. */
function twice(keys: readonly string[]): readonly Issue[] {
  const lower = keys.map((key) => key.toLowerCase());
  return keys.flatMap((key, index): readonly Issue[] =>
    lower.indexOf(key.toLowerCase()) === index
      ? []
      : [
          {
            code: 'InvalidTagKey',
            path: `tags.${key}`,
            message: 'Azure takes it for another tag, from which it differs in capitals only',
            got: key,
            expected: 'keys that differ in more than capitals',
            fix: `remove tags.${key}`,
          },
        ],
  );
}

function tooMany(got: number): Issue {
  const most = mostTags - Object.keys(ofPlatform).length;
  return {
    code: 'TooManyTags',
    path: 'tags',
    message: `a resource can have ${mostTags} tags, and the kit sets ${mostTags - most}`,
    got,
    expected: `at most ${most} tags`,
    fix: `remove ${got - most}`,
  };
}
