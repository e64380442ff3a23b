import type { Breach, TemplateConstraint } from '../constraint';
import type { Json, JsonObject } from '../json';
import { isList, isObject, own } from '../json';
import { references } from './references';
import { breach, membersOf, pseudoParameters } from './sections';

/**
 * Names of exports are alphanumeric, colons and hyphens, unique in the template, and known before any resource exists.
 * Words of the service: aws-samples/startup-kit-templates#45, aws-cloudformation/cfn-lint#1632, compose-x/ecs_composex#444.
 * Length: aws-cdk-lib 2.276.0, core/lib/cfn-output; no source says the words of the service for it.
 */
export const exportNames: TemplateConstraint = {
  id: 'template-export-names',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html',
    asOf: '2026-11-30',
  },
  check(template) {
    const exported = membersOf(template, 'Outputs').flatMap(([output, value]) => {
      const name = own(own(value, 'Export'), 'Name');
      return name === undefined ? [] : [{ output, name, conditional: own(value, 'Condition') !== undefined }];
    });
    const certain = exported.flatMap(({ name, conditional }) =>
      typeof name === 'string' && !conditional ? [name] : [],
    );
    return [
      ...exported.flatMap(({ output, name }) => nameBreaches(template, output, name)),
      ...duplicates(certain).map((problem) => breach('/Outputs', problem, 'give each export a name of its own')),
    ];
  },
};

/** Characters of the name of an export at most. */
const longestName = 255;

/** Why an output cannot be exported under a name. */
export function exportNameProblem(output: string, name: string): string | undefined {
  if (name.length > longestName)
    return `Template format error: Output ${output} is malformed. The Name field of Export has ${name.length} characters; the maximum is ${longestName}`;
  if (/^[A-Za-z0-9:-]+$/.test(name)) return undefined;
  return `Template format error: Output ${output} is malformed. The Name field of every Export member must be specified and consist only of alphanumeric characters, colons, or hyphens. Got ${JSON.stringify(name.slice(0, 100))}`;
}

/** The problem of names that come twice; empty when there are none. */
export function duplicates(names: readonly string[]): readonly string[] {
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  return twice.length === 0
    ? []
    : [
        `Template format error: The Outputs section contains duplicate Export names: [${twice.join(', ')}]. Specify a unique name for each export.`,
      ];
}

function nameBreaches(template: JsonObject, output: string, name: Json): readonly Breach[] {
  const path = `/Outputs/${output}/Export/Name`;
  if (typeof name === 'string') {
    const problem = exportNameProblem(output, name);
    return problem === undefined
      ? []
      : [breach(path, problem, `use at most ${longestName} letters, digits, colons and hyphens`)];
  }
  if (!dependsOnResources(template, name)) return [];
  return [
    breach(
      path,
      `Template format error: Output ${output} is malformed. The Name field of Export must not depend on any resources, imported values, or Fn::GetAZs.`,
      'make the name of texts, parameters and AWS::StackName',
    ),
  ];
}

function dependsOnResources(template: JsonObject, name: Json): boolean {
  const resources = own(template, 'Resources');
  return (
    calls(name) ||
    references(name, '').some(
      ({ target }) => !pseudoParameters.has(target) && isObject(resources) && Object.hasOwn(resources, target),
    )
  );
}

function calls(value: Json): boolean {
  if (isList(value)) return value.some(calls);
  return (
    isObject(value) &&
    Object.entries(value).some(([key, child]) => key === 'Fn::ImportValue' || key === 'Fn::GetAZs' || calls(child))
  );
}
