import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { App, CfnParameter, CfnResource, Stack, Stage } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/*
 * The baseline: the resources of an assembly declared directly, with no spec, no plan and no L2. Reads the templates of
 * a folder given as the first argument; the second argument picks the declaration:
 *
 *   typed    the L1 class of each type, through the conversion CfnInclude uses (what a person writes by hand)
 *   generic  CfnResource with the properties as they are (less than a person would write: no property is checked)
 */
const [folder = '', style = 'typed', outdir = ''] = process.argv.slice(2);

interface Template {
  readonly Parameters?: Readonly<Record<string, { readonly Type: string; readonly Default?: string }>>;
  readonly Resources: Readonly<
    Record<
      string,
      {
        readonly Type: string;
        readonly Properties?: object;
        readonly DependsOn?: string | readonly string[];
        readonly DeletionPolicy?: string;
      }
    >
  >;
}

interface L1Class {
  _fromCloudFormation(scope: Construct, id: string, attributes: unknown, options: unknown): CfnResource;
}

const libRequire = createRequire(__filename);
const libRoot = dirname(libRequire.resolve('aws-cdk-lib/package.json'));
const classNames = JSON.parse(
  readFileSync(join(libRoot, 'cloudformation-include/cfn-types-2-classes.json'), 'utf8'),
) as Readonly<Record<string, string>>;
const { CfnParser } = libRequire(join(libRoot, 'core/lib/helpers-internal')) as {
  CfnParser: new (options: unknown) => unknown;
};

function declare(stack: Stack, template: Template): void {
  for (const [name, { Type, Default }] of Object.entries(template.Parameters ?? {})) {
    if (name !== 'BootstrapVersion')
      new CfnParameter(stack, name, {
        type: Type,
        ...(Default === undefined ? {} : { default: Default }),
      }).overrideLogicalId(name);
  }
  const made = new Map<string, CfnResource>();
  const parser = new CfnParser({ finder: finder(made, stack), parameters: {} });
  for (const [id, resource] of ordered(template)) {
    const made1 = style === 'generic' ? generic(stack, id, resource) : typed(stack, id, resource, parser);
    made1.overrideLogicalId(id);
    made.set(id, made1);
  }
}

function generic(stack: Stack, id: string, { Type, Properties }: Template['Resources'][string]): CfnResource {
  return new CfnResource(stack, id, { type: Type, properties: { ...Properties } });
}

function typed(stack: Stack, id: string, resource: Template['Resources'][string], parser: unknown): CfnResource {
  // `aws-cdk-lib/aws-s3.CfnBucket`
  const [path = '', className = ''] = (classNames[resource.Type] ?? '').split('.');
  const module = libRequire(path) as Readonly<Record<string, L1Class>>;
  const l1 = module[className];
  if (l1 === undefined) throw new Error(`no L1 class for ${resource.Type}`);
  return l1._fromCloudFormation(stack, id, resource, { parser });
}

function finder(made: ReadonlyMap<string, CfnResource>, stack: Stack): object {
  const find = (name: string): unknown => made.get(name) ?? stack.node.tryFindChild(name);
  return {
    findResource: (name: string) => made.get(name),
    findRefTarget: find,
    findCondition: () => undefined,
    findMapping: () => undefined,
  };
}

/** Resources after the resources they refer to, as a person would have to write them. */
function ordered(template: Template): [string, Template['Resources'][string]][] {
  const done = new Map<string, Template['Resources'][string]>();
  const visit = (id: string): void => {
    const resource = template.Resources[id];
    if (resource === undefined || done.has(id)) return;
    const text = JSON.stringify([resource.Properties, resource.DependsOn]);
    for (const other of Object.keys(template.Resources)) if (other !== id && text.includes(`"${other}`)) visit(other);
    done.set(id, resource);
  };
  for (const id of Object.keys(template.Resources)) visit(id);
  return [...done];
}

const app = new App({ ...(outdir === '' ? {} : { outdir }), analyticsReporting: false });
for (const assembly of readdirSync(folder).filter((name) => name.startsWith('assembly-'))) {
  const stage = new Stage(app, assembly.replace('assembly-', ''));
  for (const file of readdirSync(join(folder, assembly)).filter((name) => name.endsWith('.template.json'))) {
    const template = JSON.parse(readFileSync(join(folder, assembly, file), 'utf8')) as Template;
    declare(new Stack(stage, file.replace('.template.json', '')), template);
  }
}
app.synth();
