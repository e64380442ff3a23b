import { propertyRule } from '../../property-rule';

/** Set AlarmActions: nobody learns that the model fails. */
export const alarmWithoutAction = propertyRule(
  {
    code: 'AlarmWithoutAction',
    family: 'application',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'Nobody learns that the model fails.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarm.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::CloudWatch::Alarm'],
      path: 'ActionsEnabled',
      must: { isNot: [false] },
    },
    {
      types: ['AWS::CloudWatch::Alarm'],
      path: 'AlarmActions',
      must: { set: true },
    },
  ],
);
