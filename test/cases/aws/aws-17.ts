import { resourcesOf, stageTemplates } from '../../helpers/aws-app';
import { onlyResource } from '../../helpers/aws-app';
import { endpointTemplate } from '../../helpers/aws-endpoint-template';
import { settledPlan, warmEndpointSlice } from '../../helpers/aws-plan-fixture';
import { awsCaseEndpoint } from '../../helpers/case-config';
import type { Case } from '../case';

export const aws17: Case = {
  id: 'aws-17',
  fault: 'two alarms on one latency, a mail on every wake from zero, and no way to deploy a fix while an alarm is red',
  expected: 'one alarm a condition, a wake is no incident, and the rollback can be waived with a reason',
  check: () => {
    for (const environment of ['dev', 'prod'] as const) {
      const alarms = Object.values(stageTemplates(settledPlan(environment))).flatMap((template) =>
        resourcesOf(template, 'AWS::CloudWatch::Alarm'),
      );
      expect(alarms.filter(([, { Properties }]) => Properties.MetricName === 'ModelLatency')).toHaveLength(1);
      const mailed = alarms.filter(([, { Properties }]) =>
        JSON.stringify(Properties.AlarmActions ?? '').includes('alarmtopic'),
      );
      expect(mailed).toHaveLength(2);
      if (environment === 'dev') {
        const metrics = JSON.stringify(mailed.map(([, { Properties }]) => Properties.Metrics));
        expect(metrics).toContain('IF(FILL(empty, 0) > 0, 0, errors)');
      }
    }
    const waived = awsCaseEndpoint({ endpoint: { rollback: { waived: true, reason: 'repairs the latency' } } });
    expect(waived.rollbackOnAlarms?.value).toBe(false);
    const fixed = endpointTemplate(warmEndpointSlice({ rollbackOnAlarms: false }));
    expect(onlyResource(fixed, 'AWS::SageMaker::Endpoint').Properties.DeploymentConfig).not.toHaveProperty(
      'AutoRollbackConfiguration',
    );
  },
};
