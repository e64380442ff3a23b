import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { version } from '@aws-cdk/aws-service-spec/package.json';
import type { Property, PropertyType, Resource, TypeDefinition } from '@aws-cdk/service-spec-types';
import { fileOf } from '../../../../lib/constraints/schema/service-spec';

/** The files of the specification by name without ending, and their text. */
export function specificationFiles(): ReadonlyMap<string, string> {
  const spec = loadAwsServiceSpecSync();
  const resources = spec.all('resource').toSorted((a, b) => (a.cloudFormationType < b.cloudFormationType ? -1 : 1));
  const services = new Map<string, ServiceWriter>();
  for (const resource of resources) {
    const service = fileOf(resource.cloudFormationType);
    if (service === undefined) throw new Error(`${resource.cloudFormationType} has no file`);
    const writer = services.get(service) ?? new ServiceWriter((id) => spec.get('typeDefinition', id));
    services.set(service, writer);
    writer.add(resource);
  }
  const types = resources.map(({ cloudFormationType }) => cloudFormationType);
  return new Map([
    ['-types', `${lines({ version: json(version), types: json(types) })}\n`],
    ...[...services].map(([service, writer]) => [service, writer.text()] as const),
  ]);
}

/** One file: a line for each type and nested type, so that an update is read as a diff. */
class ServiceWriter {
  readonly #types: Record<string, string> = {};
  readonly #definitions: Record<string, string> = {};
  /** Names that are given to nested types: their ids change with every release of the package. */
  readonly #names = new Map<string, string>();

  constructor(readonly definitionOf: (id: string) => TypeDefinition) {}

  add(resource: Resource): void {
    const type = resource.cloudFormationType;
    this.#types[type] = json({
      properties: this.#properties(resource.properties, type),
      attributes: this.#properties(resource.attributes, type),
      refIdentifier: resource.cfnRefIdentifier ?? resource.primaryIdentifier,
      arnTemplate: resource.arnTemplate,
      replacementPaths: resource.additionalReplacementProperties,
    });
  }

  text(): string {
    const parts = { version: json(version), types: lines(this.#types), definitions: lines(this.#definitions) };
    return `${lines(parts)}\n`;
  }

  #properties(properties: Readonly<Record<string, Pick<Property, 'type'> & Partial<Property>>>, of: string): object {
    return Object.fromEntries(
      Object.entries(properties).map(([name, { type, required, causesReplacement, previousTypes }]) => [
        name,
        {
          type: this.#type(type, of),
          required,
          causesReplacement,
          previousTypes: previousTypes?.map((previous) => this.#type(previous, of)),
        },
      ]),
    );
  }

  #type(type: PropertyType, of: string): object {
    switch (type.type) {
      case 'ref':
        return { type: 'ref', reference: { $ref: this.#definition(type.reference.$ref, of) } };
      case 'array':
      case 'map':
        return { ...type, element: this.#type(type.element, of) };
      case 'union':
        return { ...type, types: type.types.map((member) => this.#type(member, of)) };
      default:
        return type;
    }
  }

  #definition(id: string, of: string): string {
    const known = this.#names.get(id);
    if (known !== undefined) return known;
    const definition = this.definitionOf(id);
    let name = `${of}.${definition.name}`;
    while (Object.hasOwn(this.#definitions, name)) name += "'";
    this.#names.set(id, name);
    // Its place is taken before its members are written: a type can hold itself.
    this.#definitions[name] = '';
    this.#definitions[name] = json(this.#properties(definition.properties, of));
    return name;
  }
}

function json(value: unknown): string {
  return JSON.stringify(value);
}

/** A JSON object with a line for each member, which is JSON already. */
function lines(members: Readonly<Record<string, string>>): string {
  const rows = Object.entries(members).map(([name, text]) => `${JSON.stringify(name)}:${text}`);
  return `{\n${rows.join(',\n')}\n}`;
}
