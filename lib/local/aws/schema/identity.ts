import type { PropertyType } from '@aws-cdk/service-spec-types';
import type { Json, JsonObject } from '../../../constraints/json';
import { isObject, scalarText } from '../../../constraints/json';
import type { ResourceSchema } from '../../../constraints/schema/service-spec';
import { resourceSchema } from '../../../constraints/schema/service-spec';
import { attributeType } from '../../../constraints/template/attributes';
import type { Ids } from '../ids';
import type { IdentityRow } from './identity-rows';
import { arnServices, identityRows, idStyles, uniquenessScope } from './identity-rows';

/** Everything a resource's identifiers are a function of. */
export interface IdentityInput {
  readonly type: string;
  readonly logicalId: string;
  readonly stackName: string;
  readonly stackId: string;
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly urlSuffix: string;
  readonly properties: JsonObject;
  /** How often the resource was replaced: each replacement gets new identifiers. */
  readonly generation: number;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** The identifiers of one resource. */
export interface Identity {
  /** What `Ref` returns. */
  readonly physicalId: string;
  readonly arn: string;
  /** Key that no other resource may have, or undefined when the service generates the identifier. */
  readonly uniqueKey: string | undefined;
  /** The name in the template, or undefined when CloudFormation or the service makes one. */
  readonly givenName: string | undefined;
  /** What refuses a replacement that keeps its given name. */
  readonly refusedBy: 'cloudformation' | 'service';
  attribute(name: string): Json | undefined;
}

/** Derives Ref, ARN and attributes of a resource from the registry and `identityRows`; a pure function of its input and the seed. */
export function identityOf(input: IdentityInput, ids: Ids): Identity {
  const maker = new IdentityMaker(input, ids);
  const physicalId = maker.ref();
  return {
    physicalId,
    arn: maker.arn(),
    uniqueKey: maker.uniqueKey(),
    givenName: maker.givenName(),
    refusedBy: identityRows[input.type]?.refusedBy ?? 'cloudformation',
    attribute: (name) => maker.attribute(name),
  };
}

/** What a type says about the identifiers of its resources. */
interface TypeFacts {
  readonly row: IdentityRow;
  readonly schema: ResourceSchema | undefined;
  /** `Topic` of `AWS::SNS::Topic`. */
  readonly short: string;
  /** `AWS::SNS` of `AWS::SNS::Topic`. */
  readonly namespace: string;
  /** The property that names the resource, if the type has one. */
  readonly nameProperty: string | undefined;
  /** Whether that property is a variable of the ARN. */
  readonly nameInArn: boolean;
}

const facts = new Map<string, TypeFacts>();

/** The facts of a type, put together once: a deployment asks for each of its resources. */
function factsOf(type: string): TypeFacts {
  const known = facts.get(type);
  if (known !== undefined) return known;
  const parts = type.split('::');
  const schema = resourceSchema(type);
  const short = parts[2] ?? parts[1] ?? type;
  const inArn = arnVariables(schema).map((variable) => variable.replace(/WithPath$/, ''));
  const candidates = [
    `${short}Name`,
    'Name',
    ...inArn,
    ...(schema?.refIdentifier ?? []).filter((component) => !/(?:Arn|Id)$/i.test(component)).reverse(),
  ];
  const nameProperty = candidates.find((candidate) => Object.hasOwn(schema?.properties ?? {}, candidate));
  const made: TypeFacts = {
    row: identityRows[type] ?? {},
    schema,
    short,
    namespace: parts.slice(0, 2).join('::'),
    nameProperty,
    nameInArn: inArn.some((variable) => variable === nameProperty),
  };
  // Types that do not exist are written by users: they are not kept.
  if (schema !== undefined) facts.set(type, made);
  return made;
}

class IdentityMaker {
  readonly #row: IdentityRow;
  readonly #schema: ResourceSchema | undefined;
  readonly #short: string;
  readonly #namespace: string;
  readonly #facts: TypeFacts;
  readonly #scope: string;
  #ownArn: string | undefined;

  constructor(
    readonly input: IdentityInput,
    readonly ids: Ids,
  ) {
    this.#facts = factsOf(input.type);
    this.#row = this.#facts.row;
    this.#schema = this.#facts.schema;
    this.#short = this.#facts.short;
    this.#namespace = this.#facts.namespace;
    const { account, region, stackId, logicalId, type, generation } = input;
    this.#scope = `${account}|${region}|${stackId}|${logicalId}|${type}|${generation}`;
  }

  ref(): string {
    if (this.#row.ref !== undefined) return this.#fill(this.#row.ref, 'ref');
    const components = this.#schema?.refIdentifier ?? [];
    return components.length === 0 ? this.name() : components.map((component) => this.#component(component)).join('|');
  }

  arn(): string {
    this.#ownArn ??= this.#makeArn();
    return this.#ownArn;
  }

  #makeArn(): string {
    if (this.#row.arn !== undefined) return this.#fill(this.#row.arn, 'arn');
    const { account, region, partition } = this.input;
    const template = this.#schema?.arnTemplate;
    if (template === undefined) {
      const service = arnServices[this.#namespace] ?? (this.#namespace.split('::')[1] ?? 'local').toLowerCase();
      return `arn:${partition}:${service}:${region}:${account}:${kebab(this.#short)}/${this.#leaf(this.#short)}`;
    }
    const known: Readonly<Record<string, string>> = { Partition: partition, Region: region, Account: account };
    return template.replace(/\$\{(\w+)\}/g, (_whole, variable: string) => known[variable] ?? this.#leaf(variable));
  }

  /** The explicit name, or the one CloudFormation generates: stack, logical id and 12 characters. */
  name(): string {
    return this.givenName() ?? this.#generatedName('name');
  }

  uniqueKey(): string | undefined {
    const { type, account, region, properties } = this.input;
    const components = this.#schema?.refIdentifier ?? [];
    const given = components.map((name) =>
      this.#row.components?.[name] === undefined ? scalarText(properties[name]) : this.#component(name),
    );
    const key = components.length > 0 && given.every((part) => part !== undefined) ? given : this.#uniqueName();
    if (key === undefined) return undefined;
    const scope = { partition: '', account, region: `${account}/${region}` }[uniquenessScope(type)];
    return [scope, type, ...key].join('|');
  }

  attribute(name: string): Json | undefined {
    const type = attributeType(this.input.type, name);
    if (type === undefined) return undefined;
    const template = this.#row.attributes?.[name];
    if (typeof template === 'string') return this.#fill(template, name);
    if (template !== undefined) return template.map((element, index) => this.#fill(element, `${name}${index}`));
    const property = at(this.input.properties, name.split('.'));
    if (this.#schema?.refIdentifier.includes(name) === true) return this.#component(name);
    if (name === 'Arn' || name === 'ARN' || name === `${this.#short}Arn`) return this.arn();
    if (property !== undefined) return property;
    return this.#generated(name, type);
  }

  #generated(name: string, type: PropertyType): Json {
    const token = this.ids.hex(`${this.#scope}|${name}`, 8);
    switch (type.type) {
      case 'boolean':
        return false;
      case 'integer':
      case 'number':
        return 1;
      case 'array':
        return [1, 2].map((position) => `${kebab(name)}-${token}-${position}`);
      default:
        if (name === 'Id' || name.endsWith('Id')) return this.#id(name);
        if (name === 'Name' || name === `${this.#short}Name`) return this.name();
        if (/(?:At|Time|Date|Timestamp)$/.test(name)) return this.input.createdAt;
        if (/Arn$/i.test(name)) return `${this.arn()}/${kebab(name)}/${token}`;
        if (name.endsWith('Status')) return 'ACTIVE';
        return name.endsWith('Version') ? '1' : `${kebab(name)}-${token}`;
    }
  }

  #component(name: string): string {
    const template = this.#row.components?.[name];
    if (template !== undefined) return this.#fill(template, name);
    const given = scalarText(this.input.properties[name]);
    if (given !== undefined) return given;
    if (/Arn$/i.test(name)) return this.arn();
    if (name === 'Id' || name.endsWith('Id')) return this.#id(name);
    return this.#generatedName(name === this.#facts.nameProperty ? 'name' : name);
  }

  /** The value of a variable in an ARN. */
  #leaf(variable: string): string {
    const { properties } = this.input;
    if (variable.endsWith('WithPath')) return `${scalarText(properties['Path']) ?? '/'}${this.name()}`.slice(1);
    if (variable === 'ParameterNameWithoutLeadingSlash') return this.name().replace(/^\//, '');
    if (variable === 'Alias') return this.name().replace(/^alias\//, '');
    const given = scalarText(properties[variable]);
    if (given !== undefined) return given;
    const identifier = this.#schema?.refIdentifier.find((component) => !/Arn$/i.test(component));
    if (variable.endsWith('Id')) return this.#id(variable);
    return identifier === undefined || this.givenName() !== undefined ? this.name() : this.#component(identifier);
  }

  #id(name: string): string {
    // `Id` and `<Type>Id` name the same identifier.
    const main = name === 'Id' || name === `${this.#short}Id` || this.#schema?.refIdentifier.includes(name) === true;
    const style = (main ? this.#row.id : undefined) ?? idStyles[this.#namespace];
    if (style !== undefined) return this.#fill(style, main ? 'Id' : name);
    return name === 'Id' ? this.#generatedName('Id') : this.ids.uuid(`${this.#scope}|${main ? 'Id' : name}`);
  }

  #generatedName(key: string): string {
    const suffix = this.ids.upper(`${this.#scope}|${key}`, 12);
    const room = Math.floor(((this.#row.nameLength ?? 62) - suffix.length - 2) / 2);
    const text = `${this.input.stackName.slice(0, room)}-${this.input.logicalId.slice(0, room)}-${suffix}`;
    return this.#row.lowerCaseName === true ? text.toLowerCase() : text;
  }

  givenName(): string | undefined {
    const property = this.#facts.nameProperty;
    return property === undefined ? undefined : scalarText(this.input.properties[property]);
  }

  /** A given name in the ARN, or one that `identityRows` calls unique, belongs to one resource only. */
  #uniqueName(): readonly string[] | undefined {
    const { unique } = this.#row;
    if (unique === false) return undefined;
    if (unique !== undefined) return this.#isGiven(unique) ? [this.#fill(unique, 'unique')] : undefined;
    if (this.givenName() === undefined) return undefined;
    return this.#facts.nameInArn ? [this.name()] : undefined;
  }

  /** Whether the template gives every property that a text names. */
  #isGiven(template: string): boolean {
    return [...template.matchAll(/\$\{(?:\w+:)?([^}]+)\}/g)].every(
      ([, names = '']) => (names === 'Name' ? this.givenName() : this.#first(names)) !== undefined,
    );
  }

  #fill(template: string, key: string): string {
    return template.replace(/\$\{([^}]+)\}/g, (_whole, expression: string) => this.#expression(expression, key));
  }

  #expression(expression: string, key: string): string {
    const { account, region, partition, urlSuffix, properties } = this.input;
    const [kind = '', length = ''] = expression.split(':');
    const scope = `${this.#scope}|${key}`;
    switch (kind) {
      case 'Account':
        return account;
      case 'Region':
        return region;
      case 'Partition':
        return partition;
      case 'Suffix':
        return urlSuffix;
      case 'Name':
        return this.name();
      case 'Ref':
        return this.ref();
      case 'Arn':
        return this.arn();
      case 'Id':
        return this.#id('Id');
      case 'kind':
        return kebab(this.#short);
      case 'hex':
        return this.ids.hex(scope, Number(length));
      case 'lower':
        return this.ids.lower(scope, Number(length));
      case 'upper':
        return this.ids.upper(scope, Number(length));
      case 'octet':
        return String(1 + (Number.parseInt(this.ids.hex(scope, 4), 16) % 254));
      case 'generation':
        return String(this.input.generation + 1);
      case 'uuid':
        return this.ids.uuid(scope);
      case 'last':
        return (this.#first(length) ?? this.name()).split('/').at(-1) ?? '';
      case 'host':
        return (this.#first(length) ?? this.name()).replace(/^https?:\/\//, '');
      case 'attachment':
        return properties['VpnGatewayId'] === undefined ? 'IGW' : 'VGW';
      case 'Path':
        return scalarText(properties['Path']) ?? length;
      default:
        return this.#first(kind) ?? this.name();
    }
  }

  #first(names: string): string | undefined {
    return names
      .split('|')
      .map((name) => scalarText(this.input.properties[name]))
      .find((value) => value !== undefined);
  }
}

function arnVariables(schema: ResourceSchema | undefined): readonly string[] {
  return [...(schema?.arnTemplate ?? '').matchAll(/\$\{(\w+)\}/g)].map(([, variable = '']) => variable);
}

function at(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((current, key) => (isObject(current) ? current[key] : undefined), value);
}

function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/\W+/g, '-')
    .toLowerCase();
}
