import type { Breach, Constraint, DeclaredResource } from '../constraint';
import type { Json } from '../json';
import { isList } from '../json';
import { at, isUnresolved, listAt, textAt } from '../value';

/** The category of an action; undefined where it is not known. */
function category(action: Json): string | undefined {
  return textAt(action, 'ActionTypeId', 'Category');
}

function order(stages: readonly Json[]): readonly Breach[] {
  const found: Breach[] = [];
  if (stages.length < 2) {
    found.push({
      pointer: '#/Stages',
      problem: `Pipeline has only ${stages.length} stage(s). There should be a minimum of 2 stages in a pipeline`,
      fix: 'Add a stage.',
    });
  }
  for (const [index, stage] of stages.entries()) {
    for (const [place, action] of listAt(stage, 'Actions').entries()) {
      const kind = category(action);
      if (kind === undefined || (kind === 'Source') === (index === 0)) continue;
      found.push({
        pointer: `#/Stages/${index}/Actions/${place}/ActionTypeId/Category`,
        problem:
          index === 0
            ? `Pipeline should start with a stage that only contains source actions. The first stage has an action of category ${kind}, expected Source`
            : `Only the first stage of a pipeline has source actions. The stage ${textAt(stage, 'Name') ?? index} has one`,
        fix:
          index === 0
            ? 'Put the Source actions into a stage of their own, first.'
            : 'Move the action into the first stage.',
      });
    }
  }
  return found;
}

function repeated(stages: readonly Json[]): readonly Breach[] {
  const names = stages.map((stage) => textAt(stage, 'Name'));
  return names.flatMap((name, index) =>
    name !== undefined && names.indexOf(name) < index
      ? [
          {
            pointer: `#/Stages/${index}/Name`,
            problem: `The name ${name} is the name of an earlier stage too, and names of stages are unique in a pipeline`,
            fix: 'Write another name.',
          },
        ]
      : [],
  );
}

/** An input artifact must come from an earlier action: an earlier stage, or an earlier turn in the same stage. */
function artifacts(stages: readonly Json[]): readonly Breach[] {
  const made: string[] = [];
  let unknown = false;
  const found: Breach[] = [];
  for (const [index, stage] of stages.entries()) {
    const actions = listAt(stage, 'Actions');
    for (const action of actions) {
      const outputs = listAt(action, 'OutputArtifacts').map((one) => textAt(one, 'Name'));
      unknown ||= outputs.includes(undefined) || isUnresolved(action) || isUnresolved(at(action, 'OutputArtifacts'));
      made.push(...outputs.filter((name) => name !== undefined));
    }
    if (unknown) return found;
    for (const [place, action] of actions.entries()) {
      for (const [input, one] of listAt(action, 'InputArtifacts').entries()) {
        const name = textAt(one, 'Name');
        if (name === undefined || made.includes(name)) continue;
        found.push({
          pointer: `#/Stages/${index}/Actions/${place}/InputArtifacts/${input}`,
          problem: `The action ${textAt(action, 'Name') ?? place} takes the artifact '${name}', which no earlier action makes`,
          fix:
            made.length === 0
              ? 'Add the artifact to the OutputArtifacts of an earlier action.'
              : `Write one of ${made.join(', ')}.`,
        });
      }
    }
  }
  return found;
}

function judge({ properties }: DeclaredResource): readonly Breach[] {
  const stages = at(properties, 'Stages');
  if (!isList(stages) || stages.some(isUnresolved)) return [];
  return [...order(stages), ...repeated(stages), ...artifacts(stages)];
}

/** A pipeline starts with its sources, and every artifact is made before it is used. */
export const pipeline: Constraint = {
  id: 'pipeline-stages',
  types: ['AWS::CodePipeline::Pipeline'],
  source: {
    url: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-pipeline-structure.html',
    asOf: '2026-11-30',
  },
  check: judge,
};
