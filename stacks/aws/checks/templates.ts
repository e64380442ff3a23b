import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { IPolicyValidationContext } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import type { JsonObject } from '../../../lib/constraints/json';

/** A template that the CDK has written. */
export interface WrittenTemplate {
  readonly path: string;
  /** Construct path of its stack. */
  readonly stack: string;
  /** What has the same text here names one account and region, so names in it are of the same resources. */
  readonly environment: string;
  /** @default - not known before the deployment */
  readonly region: string | undefined;
  readonly template: JsonObject;
}

/** The templates of an app: those of its stacks, and those of the stacks nested in them. */
export function writtenTemplates({
  stackTemplates,
  appConstruct,
}: IPolicyValidationContext): readonly WrittenTemplate[] {
  const nested = appConstruct.node.findAll().flatMap((construct) => nestedIn(construct));
  return stackTemplates.flatMap(({ stackConstructPath, templatePath, accountId, region }) => {
    const slash = stackConstructPath.lastIndexOf('/');
    // Stacks without account and region may go to different ones.
    const known = accountId !== undefined && region !== undefined;
    const stage = known ? stackConstructPath.slice(0, Math.max(slash, 0)) : stackConstructPath;
    const environment = `${stage} ${accountId ?? ''} ${region ?? ''}`;
    const inside = nested
      .filter(({ parent }) => parent === stackConstructPath)
      .map(({ stack, file }) => ({ stack, path: join(dirname(templatePath), file) }));
    return [{ stack: stackConstructPath, path: templatePath }, ...inside].map(({ stack, path }) => ({
      path,
      stack,
      environment,
      region,
      // A parser's boundary: the CDK has written it.
      template: JSON.parse(readFileSync(path, 'utf8')) as JsonObject,
    }));
  });
}

interface NestedTemplate {
  /** Construct path of the stack that is deployed. */
  readonly parent: string;
  readonly stack: string;
  readonly file: string;
}

/** The template of a construct that is a nested stack. */
function nestedIn(construct: unknown): readonly NestedTemplate[] {
  if (!Stack.isStack(construct) || construct.nestedStackParent === undefined) return [];
  let parent: Stack = construct;
  while (parent.nestedStackParent !== undefined) parent = parent.nestedStackParent;
  return [{ parent: parent.node.path, stack: construct.node.path, file: construct.templateFile }];
}
