import { ComponentResource } from '@pulumi/pulumi';
import { scaleDeployment } from '../../../../constructs/azure/endpoint/endpoint-scaling';
import { inputsOf, recordProgram } from '../../../helpers/azure-recording';

test('scales a deployment between its bounds by the requests of its endpoint, one instance at a time', async () => {
  const recording = await recordProgram(() => {
    const props = {
      settingName: 'oe-chat-scale',
      deploymentId: '/deployment',
      endpointId: '/endpoint',
      location: 'swedencentral',
      resourceGroupName: 'rg',
      scaling: { minInstances: 2, maxInstances: 5, addAbove: 90, removeBelow: 30, cooldownSeconds: 600 },
    };
    scaleDeployment('chat', props, new ComponentResource('example:Endpoint', 'chat'));
  });
  const trigger = {
    metricName: 'RequestsPerMinute',
    metricResourceUri: '/endpoint',
    dividePerInstance: true,
    timeWindow: 'PT5M',
  };
  const action = { type: 'ChangeCount', value: '1', cooldown: 'PT600S' };
  expect(inputsOf(recording, 'monitor:AutoscaleSetting')).toMatchObject({
    autoscaleSettingName: 'oe-chat-scale',
    enabled: true,
    targetResourceUri: '/deployment',
    profiles: [
      {
        capacity: { minimum: '2', maximum: '5', default: '2' },
        rules: [
          {
            metricTrigger: { ...trigger, operator: 'GreaterThan', threshold: 90 },
            scaleAction: { ...action, direction: 'Increase' },
          },
          {
            metricTrigger: { ...trigger, operator: 'LessThan', threshold: 30 },
            scaleAction: { ...action, direction: 'Decrease' },
          },
        ],
      },
    ],
  });
});
