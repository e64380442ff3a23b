import { armPath, fillTemplate, sameId } from '../../../lib/local/pulumi/arm';
import type { SettledAzurePlan } from '../../../lib/plan';
import { initializationIds, plannedLandingZone } from '../../../stacks/azure';
import { azurePlan, settledPlan } from '../../helpers/azure-plan-fixture';
import { recordStage } from '../../helpers/azure-platform';

/** Ids that the plan gives to resources of the first stage. */
function plannedIds(azure: SettledAzurePlan): readonly string[] {
  const { privateDnsZoneIds, privateEndpointSubnetId, logAnalyticsWorkspaceId } = plannedLandingZone(azure);
  return [
    ...Object.values(initializationIds(azure)).flatMap((ids) => (typeof ids === 'string' ? [ids] : Object.values(ids))),
    ...Object.values(privateDnsZoneIds).map(textOf),
    textOf(privateEndpointSubnetId),
    textOf(logAnalyticsWorkspaceId),
  ];
}

/** An id from the plan is text, not an output. */
function textOf(id: unknown): string {
  if (typeof id !== 'string') throw new Error('not text');
  return id;
}

test('every id that later stages use is that of a resource which the initialization stage declares', async () => {
  const { registrations } = await recordStage(settledPlan('dev'), 'initialization');
  const declared = registrations.flatMap(({ type, inputs }) => {
    const template = armPath(type);
    // A recording holds inputs as JSON.
    const values = JSON.parse(JSON.stringify(inputs)) as Parameters<typeof fillTemplate>[1];
    return template === undefined ? [] : [fillTemplate(template, values, azurePlan('dev').subscription) ?? ''];
  });
  const ids = plannedIds(azurePlan('dev'));
  expect(ids.filter((id) => !declared.map(sameId).includes(sameId(id)))).toEqual([]);
  expect(ids).toHaveLength(8 + azurePlan('dev').initialization.network.privateDnsZones.length + 2);
});
