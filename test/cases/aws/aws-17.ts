import { resourcesOf, stageTemplates } from '../../helpers/aws-app';
import { onlyResource } from '../../helpers/aws-app';
import { endpointTemplate } from '../../helpers/aws-endpoint-template';
import { settledPlan, warmEndpointSlice } from '../../helpers/aws-plan-fixture';
import { awsCaseEndpoint } from '../../helpers/case-config';
import { awsPlan } from '../../helpers/plan';
import { awsTarget, developmentEnvironment } from '../../helpers/platform';
import type { Case } from '../case';

export const aws17: Case = {
  id: 'aws-17',
  fault: 'two alarms on one latency, a mail on every wake, no fix while an alarm is red; fixed partition and qualifier',
  expected:
    'one alarm a condition, no mail on a wake, a waived rollback; the partition of the stack and a qualifier of the user',
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
        expect(metrics).toContain('IF(errors > empty, errors, 0)');
      }
    }
    const federated = awsPlan().foundation.federation;
    expect(JSON.stringify(federated)).not.toContain('arn:aws:');
    const aws = { ...awsTarget, bootstrapQualifier: 'platform' };
    const custom = awsPlan({ environments: { dev: developmentEnvironment({ aws }) } });
    expect(custom.foundation.federation?.assumableRoleNames.value.join(' ')).toContain('cdk-platform-deploy-role');
    expect(custom.bootstrapQualifier.value).toBe('platform');

    const waived = awsCaseEndpoint({ endpoint: { rollback: { waived: true, reason: 'repairs the latency' } } });
    expect(waived.rollbackOnAlarms?.value).toBe(false);
    const fixed = endpointTemplate(warmEndpointSlice({ rollbackOnAlarms: false }));
    expect(onlyResource(fixed, 'AWS::SageMaker::Endpoint').Properties.DeploymentConfig).not.toHaveProperty(
      'AutoRollbackConfiguration',
    );
  },
};
