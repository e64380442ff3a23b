import type { MlJobScheduleProps } from '../../../../constructs/azure';
import { MlJobSchedule } from '../../../../constructs/azure';
import { landingZone, onlyOfType, recordProgram } from '../../../helpers/azure-recording';
import { at } from '../../../helpers/json-path';

const environmentId = 'azureml://registries/mlr/environments/training/versions/1';
const job = { command: 'python train.py', environmentId, instanceType: 'Standard_NC24ads_A100_v4' };

function record(props: Partial<MlJobScheduleProps> = {}) {
  return recordProgram(() => {
    const schedule = { cron: '0 3 * * 0' };
    new MlJobSchedule('weekly', { workspaceName: 'mlw', schedule, job, landingZone: landingZone(), ...props });
  });
}

test('starts a command job on serverless compute, which stops after a day', async () => {
  const recording = await record();
  expect(recording.problems).toEqual([]);
  expect(onlyOfType(recording, 'azure-native:machinelearningservices:Schedule').inputs).toMatchObject({
    name: 'weekly',
    workspaceName: 'mlw',
    properties: {
      isEnabled: true,
      trigger: { triggerType: 'Cron', expression: '0 3 * * 0', timeZone: 'UTC' },
      action: {
        actionType: 'CreateJob',
        jobDefinition: {
          jobType: 'Command',
          experimentName: 'weekly',
          limits: { timeout: 'PT86400S' },
          resources: { instanceType: 'Standard_NC24ads_A100_v4', instanceCount: 1 },
        },
      },
    },
  });
});

test('who is named gets a mail for a job that fails; without names there is no setting', async () => {
  const path = ['properties', 'action', 'jobDefinition', 'notificationSetting'] as const;
  const settings = await Promise.all(
    [{ emails: ['ai-platform@example.com'] }, {}].map(async (props) =>
      at(onlyOfType(await record(props), 'azure-native:machinelearningservices:Schedule').inputs, ...path),
    ),
  );
  expect(settings).toEqual([{ emailOn: ['JobFailed'], emails: ['ai-platform@example.com'] }, undefined]);
});

test('the job runs as the identity that is given', async () => {
  const { inputs } = onlyOfType(await record({ identityId: '/id' }), 'azure-native:machinelearningservices:Schedule');
  expect(at(inputs, 'properties', 'action', 'jobDefinition', 'identity')).toEqual({
    identityType: 'Managed',
    resourceId: '/id',
  });
});
