import type { Breach, Constraint } from '../constraint';
import type { Json, JsonObject } from '../json';
import { isList, isObject, scalarText } from '../json';
import { at, rowOf, textAt } from '../value';
import { hasUnknownPart, readTextDocument } from './document-text';

const guide = 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide';

/** What a kind of policy of OpenSearch Serverless consists of. */
interface Grammar {
  /** Whether the policy is a list of entries, each with rules, or one object with rules. */
  readonly list: boolean;
  /** Keys beside `Rules` and `Description`. */
  readonly keys: readonly string[];
  /** Prefix of the resources by type of resource. */
  readonly resources: Readonly<Record<string, string>>;
  /** Keys of a rule beside `ResourceType` and `Resource`. */
  readonly ruleKeys: readonly string[];
  readonly entry: (entry: JsonObject, place: string) => readonly Finding[];
  readonly rule: (rule: JsonObject, place: string) => readonly Finding[];
}

interface Finding {
  readonly place: string;
  readonly problem: string;
  readonly fix: string;
}

const none = (): readonly Finding[] => [];

const permissions: Readonly<Record<string, readonly string[] | undefined>> = {
  collection: ['CreateCollectionItems', 'DeleteCollectionItems', 'UpdateCollectionItems', 'DescribeCollectionItems'],
  index: ['CreateIndex', 'DeleteIndex', 'UpdateIndex', 'DescribeIndex', 'ReadDocument', 'WriteDocument'],
  // The list of actions on models grows: any name is taken.
  model: undefined,
};

const grammars: Readonly<Record<string, Grammar>> = {
  encryption: {
    // Source: serverless-encryption.html of the guide below.
    list: false,
    keys: ['AWSOwnedKey', 'KmsARN'],
    resources: { collection: 'collection/' },
    ruleKeys: [],
    entry: encryptionKey,
    rule: none,
  },
  network: {
    // Source: serverless-network.html of the guide below.
    list: true,
    keys: ['AllowFromPublic', 'SourceVPCEs', 'SourceServices'],
    resources: { collection: 'collection/', dashboard: 'collection/' },
    ruleKeys: [],
    entry: networkSource,
    rule: none,
  },
  data: {
    // Source: serverless-data-access.html of the guide below.
    list: true,
    keys: ['Principal'],
    resources: { collection: 'collection/', index: 'index/', model: 'model/' },
    ruleKeys: ['Permission'],
    entry: principals,
    rule: permissionsOf,
  },
  retention: {
    // Source: serverless-lifecycle.html of the guide below.
    list: false,
    keys: [],
    resources: { index: 'index/' },
    ruleKeys: ['MinIndexRetention', 'NoMinIndexRetention'],
    entry: none,
    rule: retention,
  },
};

/** The JSON of a policy of OpenSearch Serverless: encryption, network, data access and retention of indexes. */
export const searchPolicyGrammar: Constraint = {
  id: 'search-policy-grammar',
  types: [
    'AWS::OpenSearchServerless::AccessPolicy',
    'AWS::OpenSearchServerless::LifecyclePolicy',
    'AWS::OpenSearchServerless::SecurityPolicy',
  ],
  source: { url: `${guide}/serverless-security.html`, asOf: '2026-11-30' },
  check({ properties }) {
    const grammar = rowOf(grammars, textAt(properties, 'Type'));
    const document = readTextDocument(properties['Policy']);
    if (grammar === undefined || document.state === 'unknown') return [];
    if (document.state === 'malformed')
      return [
        breach({ place: '', problem: `Policy json is invalid: ${document.reason}`, fix: 'Write the policy as JSON.' }),
      ];
    return entriesOf(document.value, grammar).map(breach);
  },
};

function breach({ place, problem, fix }: Finding): Breach {
  return { pointer: '#/Policy', problem: place === '' ? problem : `${place}: ${problem}`, fix };
}

function entriesOf(policy: Json, grammar: Grammar): readonly Finding[] {
  const shape = grammar.list ? 'a list of entries with Rules' : 'an object with Rules';
  if (grammar.list !== isList(policy) || (!grammar.list && !isObject(policy)))
    return [{ place: '', problem: `Policy json is invalid: the policy is not ${shape}`, fix: `Write ${shape}.` }];
  const entries = isList(policy) ? policy : [policy];
  if (entries.length === 0)
    return [{ place: '', problem: 'The policy has no entry', fix: 'Write an entry with Rules.' }];
  return entries.flatMap((entry, index) => {
    const place = grammar.list ? `[${index}]` : '';
    if (!isObject(entry)) return [{ place, problem: 'The entry is no object', fix: 'Write an object with Rules.' }];
    return [
      ...unknownKeys(entry, ['Rules', 'Description', ...grammar.keys], place),
      ...grammar.entry(entry, place),
      ...rulesOf(entry, place, grammar),
    ];
  });
}

function rulesOf(entry: JsonObject, place: string, grammar: Grammar): readonly Finding[] {
  const rules = entry['Rules'];
  if (!isList(rules) || rules.length === 0)
    return [
      {
        place,
        problem: 'Rules is missing or empty',
        fix: 'Write Rules, a list of rules with ResourceType and Resource.',
      },
    ];
  return rules.flatMap((rule, index) => {
    const here = `${place}${place === '' ? '' : '.'}Rules[${index}]`;
    if (!isObject(rule))
      return [
        { place: here, problem: 'the rule is no object', fix: 'Write an object with ResourceType and Resource.' },
      ];
    return [
      ...unknownKeys(rule, ['ResourceType', 'Resource', ...grammar.ruleKeys], here),
      ...resourcesOf(rule, here, grammar),
      ...grammar.rule(rule, here),
    ];
  });
}

function unknownKeys(value: JsonObject, known: readonly string[], place: string): readonly Finding[] {
  return Object.keys(value)
    .filter((key) => !known.includes(key) && !hasUnknownPart(key))
    .map((key) => ({
      place,
      problem: `${key} is not a key of this policy; keys are ${known.join(', ')}`,
      fix: `Remove ${key}.`,
    }));
}

function resourcesOf(rule: JsonObject, place: string, { resources }: Grammar): readonly Finding[] {
  const type = textAt(rule, 'ResourceType');
  if (type !== undefined && hasUnknownPart(type)) return [];
  const prefix = rowOf(resources, type);
  if (prefix === undefined) {
    const known = Object.keys(resources).join(', ');
    return [
      {
        place,
        problem: `ResourceType ${type ?? 'is missing and'} is not one of ${known}`,
        fix: `Set ResourceType to ${known}.`,
      },
    ];
  }
  const list = rule['Resource'];
  if (!isList(list) || list.length === 0)
    return [{ place, problem: 'Resource is missing or empty', fix: `Write Resource, such as ["${prefix}*"].` }];
  return list.flatMap((resource) => {
    const text = scalarText(resource) ?? '';
    if (hasUnknownPart(text) || (text.startsWith(prefix) && text.length > prefix.length)) return [];
    return [
      {
        place,
        problem: `Resource ${text} does not start with ${prefix}`,
        fix: `Write ${prefix} and a name or pattern.`,
      },
    ];
  });
}

function encryptionKey(entry: JsonObject, place: string): readonly Finding[] {
  const owned = textAt(entry, 'AWSOwnedKey') === 'true';
  const key = entry['KmsARN'] !== undefined;
  if (owned !== key) return [];
  const problem = owned ? 'both AWSOwnedKey and KmsARN are given' : 'neither AWSOwnedKey nor KmsARN is given';
  return [{ place, problem, fix: 'Set AWSOwnedKey to true, or KmsARN to the ARN of a key.' }];
}

function networkSource(entry: JsonObject, place: string): readonly Finding[] {
  const open = textAt(entry, 'AllowFromPublic');
  const sources = ['SourceVPCEs', 'SourceServices'].filter((key) => entry[key] !== undefined);
  if (open !== undefined && hasUnknownPart(open)) return [];
  if (open === 'true' && sources.length > 0) {
    const problem = `AllowFromPublic is true, and ${sources.join(' and ')} is given`;
    return [{ place, problem, fix: `Remove ${sources.join(' and ')}, or set AllowFromPublic to false.` }];
  }
  if (open === 'true' || sources.length > 0) return [];
  return [
    {
      place,
      problem: 'nobody is allowed: AllowFromPublic is not true, and neither SourceVPCEs nor SourceServices is given',
      fix: 'Name VPC endpoints in SourceVPCEs, or services such as bedrock.amazonaws.com in SourceServices.',
    },
  ];
}

function principals(entry: JsonObject, place: string): readonly Finding[] {
  const list = entry['Principal'];
  if (!isList(list) || list.length === 0)
    return [
      { place, problem: 'Principal is missing or empty', fix: 'Write Principal, a list of ARNs of roles or users.' },
    ];
  return list.flatMap((principal) => {
    const text = scalarText(principal) ?? '';
    if (hasUnknownPart(text) || /^(?:arn:aws[a-z-]*:(?:iam|sts)::|saml\/|iamidentitycenter\/)/.test(text)) return [];
    return [
      {
        place,
        problem: `Principal ${text} is no ARN of IAM or STS and no identity such as saml/…`,
        fix: 'Write the ARN of a role or user, such as arn:aws:iam::111111111111:role/reader.',
      },
    ];
  });
}

function permissionsOf(rule: JsonObject, place: string): readonly Finding[] {
  const list = rule['Permission'];
  if (!isList(list) || list.length === 0)
    return [
      { place, problem: 'Permission is missing or empty', fix: 'Write Permission, such as ["aoss:ReadDocument"].' },
    ];
  const known = rowOf(permissions, textAt(rule, 'ResourceType'));
  return list.flatMap((permission) => {
    const text = scalarText(permission) ?? '';
    const [, action] = /^aoss:(\*|[A-Za-z]+)$/.exec(text) ?? [];
    if (hasUnknownPart(text) || action === '*' || (action !== undefined && known?.includes(action) !== false))
      return [];
    const names = (known ?? []).map((name) => `aoss:${name}`).join(', ');
    const kind = textAt(rule, 'ResourceType') ?? '';
    return [
      {
        place,
        problem: `${text} is not a permission on ${kind}`,
        fix: names === '' ? 'Write aoss: and the name of an action.' : `Use aoss:* or some of ${names}.`,
      },
    ];
  });
}

function retention(rule: JsonObject, place: string): readonly Finding[] {
  const least = at(rule, 'MinIndexRetention');
  const forever = at(rule, 'NoMinIndexRetention') !== undefined;
  if ((least !== undefined) === forever)
    return [
      {
        place,
        problem: `${forever ? 'both' : 'neither'} MinIndexRetention ${forever ? 'and' : 'nor'} NoMinIndexRetention is given`,
        fix: 'Set MinIndexRetention, such as 30d, or NoMinIndexRetention to true.',
      },
    ];
  const text = scalarText(least);
  if (text === undefined || hasUnknownPart(text)) return [];
  const [, amount = '', unit = ''] = /^(\d+)([hd])$/.exec(text) ?? [];
  const hours = Number(amount) * (unit === 'd' ? 24 : 1);
  if (unit !== '' && hours >= 24 && hours <= 3650 * 24) return [];
  return [
    {
      place,
      problem: `MinIndexRetention ${text} is not a time from 24h to 3650d`,
      fix: 'Write a number and h or d, such as 30d.',
    },
  ];
}
