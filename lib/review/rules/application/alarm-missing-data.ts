import { propertyRule } from '../../property-rule';

/** Set TreatMissingData: an endpoint that is down sends no data, and the alarm stays green. */
export const alarmMissingData = propertyRule(
  {
    code: 'AlarmMissingData',
    family: 'application',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'An endpoint that is down sends no data, and the alarm stays green.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarm.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::CloudWatch::Alarm'],
      path: 'TreatMissingData',
      must: { set: true },
    },
  ],
);
