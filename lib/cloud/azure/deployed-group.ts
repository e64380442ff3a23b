import { z } from 'zod';
import type { Answer } from '../../preflight';
import { answered } from '../no-answer';
import type { Arm } from './arm';
import type { ArmOperation } from './operations';

/**
 * Writes the resources of a group as a template; it changes nothing.
 *
 * Source: learn.microsoft.com/rest/api/resources/resourcegroups/exporttemplate (2021-04-01), read 2026-12-01.
 */
const exportOperation: ArmOperation = {
  method: 'POST',
  path: '/subscriptions/{subscription}/resourcegroups/{group}/exportTemplate',
  apiVersion: '2021-04-01',
  permission: 'Microsoft.Resources/subscriptions/resourceGroups/exportTemplate/action',
};

const detail = z.looseObject({
  code: z.string().optional(),
  message: z.string().optional(),
  target: z.string().nullish(),
});
const exported = z.looseObject({
  template: z.record(z.string(), z.unknown()),
  error: detail.extend({ details: z.array(detail).nullish() }).nullish(),
});

/** The resources of a group as Azure Resource Manager exports them. */
export interface DeployedGroup {
  /** A template of ARM, with the values in place of parameters. */
  readonly template: Readonly<Record<string, unknown>>;
  /** What could not be exported, each in one sentence. */
  readonly incomplete: readonly string[];
}

/** Reads the resources of a group, `absent` where there is no such group. */
export async function deployedGroup(
  arm: Arm,
  { subscription, group }: { readonly subscription: string; readonly group: string },
): Promise<Answer<DeployedGroup>> {
  const path = `/subscriptions/${subscription}/resourcegroups/${encodeURIComponent(group)}/exportTemplate`;
  return answered(
    async () => {
      const body = { resources: ['*'], options: 'SkipAllParameterization' };
      const answer = await arm({ operation: exportOperation, path, body });
      const { template, error } = exported.parse(answer);
      return { template, incomplete: error === undefined || error === null ? [] : sentences(group, error) };
    },
    [exportOperation.permission],
    ['ResourceGroupNotFound'],
  );
}

/** Types that Azure cannot export, as it says it itself, each sentence once. */
function sentences(group: string, error: z.output<typeof exported>['error']): readonly string[] {
  const details = error?.details ?? [];
  const all = details.length === 0 ? [error] : details;
  return [
    ...new Set(all.map((one) => `resource group ${group}: ${one?.message ?? one?.code ?? 'not exported whole'}`)),
  ];
}
