import type { IPolicyValidationContext, PolicyViolatingResource, PolicyViolation } from 'aws-cdk-lib';
import type { Source } from '../../../lib/constraints/constraint';
import { own } from '../../../lib/constraints/json';
import { validateTemplate } from '../../../lib/constraints/schema/validate';
import { templateConstraints } from '../../../lib/constraints/template';
import { withMacros } from '../../../lib/constraints/template/macros';
import { resourcesOf } from '../../../lib/constraints/template/sections';
import type { ResourceNode } from '../../../lib/graph';
import { readAssembly } from '../../../lib/graph';
import type { MessageCode } from '../../../lib/messages';
import { messageOf } from '../../../lib/messages';
import type { Pack } from '../../../lib/review';
import { check, rulesOf } from '../../../lib/review';
import { breachesOf } from '../../../lib/review/breaches';
import type { WrittenTemplate } from './templates';
import { writtenTemplates } from './templates';

/** What the rules refuse in the templates of an app. A problem that several resources have is listed once. */
export function violationsOf(context: IPolicyValidationContext, pack?: Pack): readonly PolicyViolation[] {
  const templates = writtenTemplates(context);
  const found = [...templates.flatMap((template) => ofTemplate(template)), ...ofResources(templates, pack)];
  const grouped = new Map<string, Found[]>();
  for (const one of found) {
    const { ruleName, description, fix } = one.violation;
    const key = JSON.stringify([ruleName, description, fix]);
    grouped.set(key, [...(grouped.get(key) ?? []), one]);
  }
  return [...grouped.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    return [{ ...first.violation, violatingResources: same.map(({ place }) => place) }];
  });
}

interface Found {
  readonly violation: Omit<PolicyViolation, 'violatingResources'>;
  readonly place: PolicyViolatingResource;
}

function ofTemplate({ template, path, stack }: WrittenTemplate): readonly Found[] {
  return templateConstraints.flatMap((constraint) =>
    constraint.check(template).map(({ pointer, problem, fix }) => {
      const parts = pointer.replace(/^#?\//, '').split('/');
      const [block, logicalId, ...rest] = parts;
      const ofResource = block === 'Resources' && logicalId !== undefined;
      const { id, source } = constraint;
      const found = { id, source, problem, fix, path: pathOf(ofResource ? rest : parts) };
      const place = ofResource ? { resourceLogicalId: logicalId } : { constructPath: stack };
      return described('ConstraintViolation', found, { ...place, templatePath: path });
    }),
  );
}

function ofResources(templates: readonly WrittenTemplate[], pack: Pack | undefined): readonly Found[] {
  const regions = new Map(templates.map(({ environment, region }) => [environment, region]));
  const breaches = breachesOf((environment) => regions.get(environment));
  const unknown = new Set<string>();
  const paths = new Map<string, string>();
  const graph = readAssembly(
    templates.map(({ template, stack, environment, path }) => {
      const known = withMacros(template);
      for (const logicalId of known.unknown) unknown.add(`${stack}/${logicalId}`);
      paths.set(stack, path);
      // What has no type is refused by the rules about templates, and by no other.
      const typed = resourcesOf(known.resources).filter(([, resource]) => typeof own(resource, 'Type') === 'string');
      return { environment, stack, template: { ...known.resources, Resources: Object.fromEntries(typed) } };
    }),
  );
  const known = graph.filter(({ address }) => !unknown.has(address));
  const placeOf = ({ address, stack }: Pick<ResourceNode, 'address' | 'stack'>): Place => {
    const templatePath = paths.get(stack);
    return {
      resourceLogicalId: address.slice(stack.length + 1),
      ...(templatePath === undefined ? {} : { templatePath }),
    };
  };
  const nodes = new Map(known.map((node) => [`${node.environment} ${node.address}`, node]));
  const reviewed = pack === undefined ? [] : check(known, rulesOf(pack)).findings;
  return [
    ...known.flatMap((node) => {
      const place = placeOf(node);
      return [
        ...validateTemplate(node.type, node.properties).map(({ pointer, rule }) => {
          const fix = `see the properties of ${node.type} in the CloudFormation reference`;
          return described('SchemaViolation', { problem: rule, fix, path: propertyPath(pointer) }, place);
        }),
        ...breaches(node, graph).map(({ pointer, taken, ...breach }) => {
          const code = taken === true ? 'ConstraintWithoutEffect' : 'ConstraintViolation';
          return described(code, { ...breach, path: propertyPath(pointer) }, place);
        }),
      ];
    }),
    ...reviewed.flatMap(({ rule, environment, address, path, message, fix }) => {
      const node = nodes.get(`${environment} ${address}`);
      return node === undefined
        ? []
        : [described(rule, { path: propertyPath(path), problem: message, fix }, placeOf(node))];
    }),
  ];
}

function propertyPath(pointer: string): string {
  return pathOf(['Properties', ...pointer.replace(/^#?\/?/, '').split('/')]);
}

/** A place in the words of the CDK: `Properties.ProductionVariants.0`; empty for a resource or template as a whole. */
function pathOf(parts: readonly string[]): string {
  const path = parts.filter((part) => part !== '').join('.');
  return path === 'Properties' ? '' : path;
}

interface Problem {
  /** @default - the rule is the schema of the type */
  readonly id?: string;
  /** @default - the specification of CloudFormation */
  readonly source?: Source;
  readonly path: string;
  readonly problem: string;
  readonly fix: string;
}

type Place = Omit<PolicyViolatingResource, 'locations'>;

/** A problem as the CDK reports it. Its text says the place: the CDK prints the line that created the resource. */
function described(code: MessageCode, { id, source, path, problem, fix }: Problem, place: Place): Found {
  const where = path.replace(/^Properties\./, '');
  const origin = id === undefined || source === undefined ? '' : ` (${id}, ${source.url}, ${source.asOf})`;
  return {
    violation: {
      ruleName: id === undefined ? code : `${code}.${id}`,
      description: `${where === '' ? '' : `${where}: `}${problem}${origin}`,
      fix,
      severity: messageOf(code).severity,
    },
    place: { ...place, locations: path === '' ? [] : [path] },
  };
}
