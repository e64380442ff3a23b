import type { Breach, Constraint, DeclaredResource } from '../constraint';
import type { Json } from '../json';
import { isList, isObject, scalarText } from '../json';
import { at, isUnresolved } from '../value';
import { placesAt } from './places';

/** A tag, with the place of its key and value. */
interface Tag {
  readonly key: string;
  readonly value: string | undefined;
  readonly keyAt: string;
  readonly valueAt: string;
}

/** The properties that hold tags, by their first step, in the form of a list of keys and values or of an object. */
const paths: Readonly<Record<string, string>> = {
  Tags: 'Tags',
  FileSystemTags: 'FileSystemTags',
  HostedZoneTags: 'HostedZoneTags',
  UserPoolTags: 'UserPoolTags',
  AccessPointTags: 'AccessPointTags',
  TagSpecifications: 'TagSpecifications/*/Tags',
  LaunchTemplateData: 'LaunchTemplateData/TagSpecifications/*/Tags',
};

/** Reads tags of any shape; a tag whose key is a function is left out. */
function tagsOf(value: Json | undefined, pointer: string): readonly Tag[] {
  if (isList(value)) {
    return value.flatMap((element, index): Tag[] => {
      const [keyName, valueName] =
        isObject(element) && Object.hasOwn(element, 'TagKey') ? ['TagKey', 'TagValue'] : ['Key', 'Value'];
      const key = scalarText(at(element, keyName));
      if (key === undefined) return [];
      const place = `${pointer}/${index}`;
      return [
        {
          key,
          value: scalarText(at(element, valueName)),
          keyAt: `${place}/${keyName}`,
          valueAt: `${place}/${valueName}`,
        },
      ];
    });
  }
  if (!isObject(value) || isUnresolved(value)) return [];
  return Object.entries(value).map(([key, text]): Tag => {
    const place = `${pointer}/${key}`;
    return { key, value: scalarText(text), keyAt: place, valueAt: place };
  });
}

/** The longest key and value. Source: the URL below. */
const limits = { key: 128, value: 256, count: 50 } as const;

function judgeTag({ key, value, keyAt, valueAt }: Tag): readonly Breach[] {
  const found: Breach[] = [];
  if (/^aws:/i.test(key)) {
    found.push({
      pointer: keyAt,
      problem: `Tag keys starting with 'aws:' are reserved for system use. The key is '${key}'`,
      fix: `Write a key without aws:, such as '${key.slice(4)}'.`,
    });
  }
  if (key.length === 0 || key.length > limits.key) {
    found.push({
      pointer: keyAt,
      problem: `The key of a tag has ${key.length} characters, expected 1 to ${limits.key}`,
      fix: 'Write another key.',
    });
  }
  if (value !== undefined && value.length > limits.value) {
    found.push({
      pointer: valueAt,
      problem: `The value of the tag '${key}' has ${value.length} characters, expected at most ${limits.value}`,
      fix: 'Write a shorter value.',
    });
  }
  return found;
}

/** Types whose `Tags` are not tags of the resource, or whose service has other limits. */
const otherwise = /^(?:Custom::|AWS::CloudFormation::CustomResource|AWS::SSM::MaintenanceWindow|AWS::DLM::|AWS::CE::)/;

function judge({ type, properties: given }: DeclaredResource): readonly Breach[] {
  if (otherwise.test(type)) return [];
  return Object.keys(given)
    .flatMap((name) => (Object.hasOwn(paths, name) ? placesAt(given, paths[name] ?? name) : []))
    .flatMap(({ pointer, value }) => {
      const tags = tagsOf(value, pointer);
      const keys = new Set<string>();
      const twice = tags.filter(({ key }) => {
        const seen = keys.has(key);
        keys.add(key);
        return seen;
      });
      return [
        ...tags.flatMap(judgeTag),
        ...twice.map(({ key, keyAt }) => ({
          pointer: keyAt,
          problem: `Duplicate tag keys found. The key '${key}' is there twice`,
          fix: 'Remove one of the tags.',
        })),
        ...(tags.length > limits.count
          ? [
              {
                pointer,
                problem: `The resource has ${tags.length} tags, expected at most ${limits.count}`,
                fix: 'Remove tags.',
              },
            ]
          : []),
      ];
    });
}

/** Tags of any resource: reserved and repeated keys, lengths and how many. */
export const tagRules: Constraint = {
  id: 'tags',
  types: ['*'],
  source: { url: 'https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html', asOf: '2026-11-30' },
  check: judge,
};
