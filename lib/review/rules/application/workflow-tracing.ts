import { propertyRule } from '../../property-rule';

/** Set Enabled of TracingConfiguration to true: a slow chain cannot be explained. */
export const workflowTracing = propertyRule(
  {
    code: 'WorkflowTracing',
    family: 'application',
    pack: 'production',
    safeguard: 'logging',
    rationale: 'A slow chain cannot be explained.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::StepFunctions::StateMachine'],
      path: 'TracingConfiguration.Enabled',
      must: { is: [true] },
    },
  ],
);
