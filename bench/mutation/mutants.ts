import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exclusion } from './excluded';
import { exclusionOf } from './excluded';
import type { Flaw } from './operators';
import { awsRows, operators } from './operators';
import { policies } from './policy-operators';
import type { Resource, Template } from './template';
import { changed } from './template';

/** A hardened template with one flaw. */
export interface Mutant {
  readonly family: string;
  /** `<family>/<logical id> <type> <path>: <operator>` */
  readonly id: string;
  readonly template: Template;
  /** Why it is no flaw. @default - it is one */
  readonly excluded?: Exclusion;
}

const folder = join(__dirname, 'hardened');

/** The hardened templates, one for each family. */
export function hardenedTemplates(): Readonly<Record<string, Template>> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(
    // A parser's boundary: the files are in this folder, and a test validates them.
    files.map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(join(folder, file), 'utf8')) as Template]),
  );
}

/** Types that protect something else, or without which something else is not complete. */
const dependents: ReadonlySet<string> = new Set([
  'AWS::ApplicationAutoScaling::ScalableTarget',
  'AWS::Bedrock::GuardrailVersion',
  'AWS::BedrockAgentCore::GatewayRateLimit',
  'AWS::EC2::FlowLog',
  'AWS::OpenSearchServerless::SecurityPolicy',
  'AWS::RDS::DBInstance',
  'AWS::S3::BucketPolicy',
  'AWS::WAFv2::WebACLAssociation',
]);

/** Every mutant of a template, in order. */
export function mutantsOf(family: string, template: Template): readonly Mutant[] {
  return Object.entries(template.Resources).flatMap(([name, resource]) => [
    ...flawsOf(resource).map(({ operator, path, properties }) => {
      const broken = { ...resource, Properties: properties };
      return mutant(family, `${name} ${resource.Type} ${path}: ${operator}`, withResource(template, name, broken));
    }),
    ...lifeOf(resource).map(([operator, broken]) =>
      mutant(family, `${name} ${resource.Type} DeletionPolicy: ${operator}`, withResource(template, name, broken)),
    ),
    ...(dependents.has(resource.Type)
      ? [mutant(family, `${name} ${resource.Type} : remove resource`, withoutResource(template, name))]
      : []),
  ]);
}

function flawsOf({ Type: type, Properties: properties = {} }: Resource): readonly Flaw[] {
  return [...operators, policies].flatMap((operator) => operator(type, properties, awsRows));
}

/** A resource that is kept is deleted with its stack instead. */
function lifeOf(resource: Resource): readonly (readonly [string, Resource])[] {
  if (resource.DeletionPolicy !== 'Retain') return [];
  return [
    ['remove', changed(resource, ['DeletionPolicy'], undefined)],
    ['lower to Delete', { ...resource, DeletionPolicy: 'Delete' }],
  ];
}

function mutant(family: string, id: string, template: Template): Mutant {
  const excluded = exclusionOf(id);
  return { family, id: `${family}/${id}`, template, ...(excluded === undefined ? {} : { excluded }) };
}

function withResource({ Resources: resources, ...rest }: Template, name: string, resource: Resource): Template {
  return { ...rest, Resources: { ...resources, [name]: resource } };
}

/** Without a resource, and without the order after it. */
function withoutResource({ Resources: resources, ...rest }: Template, name: string): Template {
  const left = Object.entries(resources)
    .filter(([key]) => key !== name)
    .map(([key, { DependsOn: before = [], ...resource }]) => {
      const still = [before].flat().filter((one) => one !== name);
      return [key, still.length === 0 ? resource : { ...resource, DependsOn: still }] as const;
    });
  return { ...rest, Resources: Object.fromEntries(left) };
}
