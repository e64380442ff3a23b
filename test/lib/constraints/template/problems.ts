import type { JsonObject } from '../../../../lib/constraints/json';
import { templateConstraints } from '../../../../lib/constraints/template';

export const topic = { Type: 'AWS::SNS::Topic' };

/** `<rule> <pointer> <problem>` of every breach of a template, which has a topic T unless it declares resources. */
export function problems(sections: Readonly<Record<string, unknown>>): readonly string[] {
  const template = JSON.parse(JSON.stringify({ Resources: { T: topic }, ...sections })) as JsonObject;
  return templateConstraints.flatMap((rule) =>
    rule.check(template).map(({ pointer, problem }) => `${rule.id} ${pointer} ${problem}`),
  );
}
