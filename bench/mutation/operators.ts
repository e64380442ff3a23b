import type { RelevantProperty } from './relevant';
import { relevantProperties } from './relevant';
import type { Json, Place } from './template';
import { changed, isBlock, nameOf, placesIn } from './template';
import type { WeakAddition } from './weak-additions';
import { weakAdditions } from './weak-additions';

/** A flaw in the properties of one resource. */
export interface Flaw {
  readonly operator: string;
  /** Dotted path, with indices. */
  readonly path: string;
  readonly properties: { [key: string]: Json };
}

type Properties = { [key: string]: Json };

/** What the operators are made from: properties that matter, and weak values of properties that a hardened resource leaves out. */
export interface Rows {
  readonly relevant: readonly RelevantProperty[];
  readonly additions: readonly WeakAddition[];
}

/** The rows of AWS. */
export const awsRows: Rows = { relevant: relevantProperties, additions: weakAdditions };

/** Whether a row is about a place of a type. */
export function isAbout({ name, types }: RelevantProperty, type: string, path: Place['path']): boolean {
  const full = nameOf(path);
  return typeof path.at(-1) === 'string' && (types?.test(type) ?? true) && (full === name || full.endsWith(`.${name}`));
}

/** What is weaker at a place: each value, and undefined for its absence. */
function weakerThan(
  value: Json,
  { weaker, removed = true, single = false }: RelevantProperty,
): readonly (readonly [string, Json | undefined])[] {
  const values = typeof value === 'boolean' ? [!value] : (weaker ?? []);
  const fitting = values.filter((one) => typeof one === typeof value || typeof value === 'object');
  const lowered = fitting
    .filter((one) => JSON.stringify(one) !== JSON.stringify(value))
    .map((one): readonly [string, Json] => [
      `${typeof value === 'boolean' ? 'flip' : 'lower'} to ${JSON.stringify(one)}`,
      one as Json,
    ]);
  const one = single && Array.isArray(value) && value.length > 1 ? [['keep one item', value.slice(0, 1)] as const] : [];
  return [...lowered, ...one, ...(removed ? [['remove', undefined] as const] : [])];
}

/** Lowers, flips or removes each property that matters. */
function properties(type: string, of: Properties, { relevant }: Rows): readonly Flaw[] {
  return placesIn(of).flatMap(({ path, value }) => {
    const row = relevant.findLast((one) => isAbout(one, type, path));
    if (row === undefined) return [];
    return weakerThan(value, row).map(([operator, next]) => ({
      operator,
      path: path.join('.'),
      properties: changed(of, path, next),
    }));
  });
}

/** Removes one item of the lists in which each item protects from something else. */
function items(_type: string, of: Properties): readonly Flaw[] {
  return placesIn(of)
    .filter(
      ({ path }) =>
        /(?:^|\.)(?:FiltersConfig|EnabledTypes|LoadBalancerAttributes|Stages|contentFilters|managedRuleSets|policyTypes)$/.test(
          nameOf(path.slice(0, -1)),
        ) && typeof path.at(-1) === 'number',
    )
    .map(({ path }) => ({ operator: 'remove item', path: path.join('.'), properties: changed(of, path, undefined) }));
}

/** Opens the texts of JSON and weakens what is inside. */
function texts(type: string, of: Properties, rows: Rows): readonly Flaw[] {
  return placesIn(of).flatMap(({ path, value }) => {
    const text = typeof value === 'string' ? value : isSub(value) ? value['Fn::Sub'] : undefined;
    if (typeof text !== 'string' || !/^\s*(?:\{|\[\s*[\]{"])/.test(text)) return [];
    const document = JSON.parse(text) as Json;
    // The rows find a list by the name around it.
    const flaws = properties(type, { Document: document }, rows);
    return flaws.map(({ operator, path: inner, properties: weak }) => {
      const written = JSON.stringify(weak.Document);
      return {
        operator,
        path: `${path.join('.')}:${inner.replace(/^Document\./, '')}`,
        properties: changed(of, path, typeof value === 'string' ? written : { 'Fn::Sub': written }),
      };
    });
  });
}

function isSub(value: Json): value is { 'Fn::Sub': Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'Fn::Sub' in value;
}

/** Names an image by a tag instead of its digest. */
function images(_type: string, of: Properties): readonly Flaw[] {
  return placesIn(of).flatMap(({ path, value }) =>
    typeof value === 'string' && value.includes('@sha256:')
      ? [
          {
            operator: 'digest to tag',
            path: path.join('.'),
            properties: changed(of, path, value.replace(/@sha256:.*/, ':latest')),
          },
        ]
      : [],
  );
}

/** Opens a range of addresses to all. */
function ranges(_type: string, of: Properties): readonly Flaw[] {
  return placesIn(of).flatMap(({ path, value }) =>
    isRange(path) && typeof value === 'string' && !/^(?:0\.0\.0\.0\/0|\*)$/.test(value)
      ? [{ operator: 'open range', path: path.join('.'), properties: changed(of, path, '0.0.0.0/0') }]
      : [],
  );
}

function isRange(path: Place['path']): boolean {
  return /^(?:CidrIp|sourceAddressPrefix|ipAddressOrRange)$|ipRules\.value$/.test(
    path.at(-1) === 'value' ? nameOf(path) : String(path.at(-1)),
  );
}

/** Put together, so that no scanner takes this file for a leak. */
const token = `ghp_${'a1B2c3'.repeat(6)}`;

/** Adds a credential to the environment of a program, and to a text. */
function secrets(_type: string, of: Properties): readonly Flaw[] {
  return placesIn(of).flatMap(({ path, value }) => {
    const name = path.at(-1);
    const at = path.join('.');
    if (
      isBlock(value) &&
      /^(?:Environment|Variables|[Ee]nvironmentVariables)$/.test(String(name)) &&
      Object.values(value).every((one) => typeof one === 'string')
    ) {
      return [
        { operator: 'add secret', path: at, properties: changed(of, [...path, 'API_TOKEN'], 'correct-horse-battery') },
      ];
    }
    if (Array.isArray(value) && (name === 'env' || name === 'appSettings')) {
      const item = { name: 'API_TOKEN', value: 'correct-horse-battery' };
      return [{ operator: 'add secret', path: at, properties: changed(of, path, [...value, item]) }];
    }
    const holdsText =
      typeof value === 'string' && /^(?:Text|Value|BuildSpec|Statement|BlockedInputMessaging)$/.test(String(name));
    return holdsText ? [{ operator: 'add secret', path: at, properties: changed(of, path, `${value} ${token}`) }] : [];
  });
}

/** Makes a pattern match more than it names. */
function patterns(_type: string, of: Properties): readonly Flaw[] {
  return placesIn(of).flatMap(({ path, value }) =>
    path.at(-1) === 'Pattern' && typeof value === 'string' && value.startsWith('^')
      ? [
          {
            operator: 'widen pattern',
            path: path.join('.'),
            properties: changed(of, path, value.replace(/^\^|\$$/g, '')),
          },
        ]
      : [],
  );
}

/** Adds a weak value of a property that a hardened resource leaves out. */
function additions(type: string, of: Properties, rows: Rows): readonly Flaw[] {
  return rows.additions
    .filter((row) => row.type === type && !hasPlace(of, row.path))
    .map(({ path, value }) => ({
      operator: `add ${JSON.stringify(value)}`,
      path: path.join('.'),
      properties: changed(of, path, value),
    }));
}

function hasPlace(of: Properties, path: Place['path']): boolean {
  return placesIn(of).some((place) => place.path.join('.') === path.join('.'));
}

/** The operators on the properties of a resource. */
export const operators: readonly ((type: string, of: Properties, rows: Rows) => readonly Flaw[])[] = [
  properties,
  items,
  texts,
  images,
  ranges,
  secrets,
  patterns,
  additions,
];
