import type { TemplateConstraint } from '../../lib/constraints/constraint';
import type { JsonObject } from '../../lib/constraints/json';
import { isObject } from '../../lib/constraints/json';
import { templateConstraints } from '../../lib/constraints/template';
import type { SynthesizedStack } from '../../lib/graph';
import { messageOf } from '../../lib/messages';
import type { Finding } from '../../lib/review';

const rule = 'ConstraintViolation';

/** What the rules about a template as a whole refuse. */
export function templateFindings(
  { environment, stack, template }: SynthesizedStack,
  constraints: readonly TemplateConstraint[] = templateConstraints,
): readonly Finding[] {
  const object = template as JsonObject;
  return constraints.flatMap((constraint) =>
    constraint.check(object).map(({ pointer, problem, fix }): Finding => {
      const [block, logicalId, ...rest] = pointer.replace(/^#?\//, '').split('/');
      const ofResource = block === 'Resources' && logicalId !== undefined;
      return {
        rule,
        severity: messageOf(rule).severity,
        environment,
        cloud: 'aws',
        address: ofResource ? `${stack}/${logicalId}` : stack,
        type: ofResource ? typeOf(object, logicalId) : 'AWS::CloudFormation::Stack',
        path: (ofResource ? withoutProperties(rest) : [block, logicalId, ...rest])
          .filter((part) => part !== undefined && part !== '')
          .join('.'),
        message: `${problem} (${constraint.id}, ${constraint.source.url}, ${constraint.source.asOf})`,
        fix,
      };
    }),
  );
}

function typeOf(template: JsonObject, logicalId: string): string {
  const resources = template['Resources'];
  const resource = isObject(resources) ? resources[logicalId] : undefined;
  const type = isObject(resource) ? resource['Type'] : undefined;
  return typeof type === 'string' ? type : 'AWS::CloudFormation::Stack';
}

/** Findings name a place within the properties of a resource. */
function withoutProperties([first, ...rest]: readonly string[]): readonly string[] {
  return first === 'Properties' ? rest : [first ?? '', ...rest];
}
