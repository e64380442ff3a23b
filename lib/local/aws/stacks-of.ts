import { isObject } from '../../constraints/json';
import { processedText } from './cloudformation/processed-template';
import type { Stack } from './cloudformation/stack';
import { readTemplateText } from './cloudformation/template-text';
import { withParameters } from './cloudformation/with-parameters';
import type { LocalAws, StackPlace } from './local-aws';
import { stackViews } from './stack-views';
import type { Cloud, Warning } from './state/cloud';

/** The stacks of a cloud: their templates, and what another checker warns of in them. */
export function stacksOf(cloud: Cloud): Pick<LocalAws, 'stacks' | 'deployedTemplate' | 'warn'> {
  return {
    stacks: () => stackViews(cloud),
    deployedTemplate: (place) => {
      const stack = stackAt(cloud, place);
      if (stack?.deployment === undefined) return undefined;
      const template = readTemplateText(processedText(stack, cloud));
      return isObject(template) ? withParameters(template, stack.deployment.parameters) : undefined;
    },
    warn: (place, found) => {
      if (stackAt(cloud, place) === undefined) return;
      const { account, region, stack } = place;
      const warnings = found.map((one): Warning => ({ kind: 'warned', account, region, stack, ...one }));
      cloud.warnings.set([account, region, stack].join('|'), warnings);
      for (const warning of warnings) cloud.emit(warning);
    },
  };
}

/** What is warned of in the stacks that exist. */
export function standingWarnings(cloud: Cloud): readonly Warning[] {
  return cloud
    .allStacks()
    .filter(({ deleted }) => !deleted)
    .flatMap(({ account, region, name }) => cloud.warnings.get([account, region, name].join('|')) ?? []);
}

function stackAt(cloud: Cloud, { account, region, stack: name }: StackPlace): Stack | undefined {
  return cloud.stacks(account, region).find((stack) => stack.name === name && !stack.deleted);
}
