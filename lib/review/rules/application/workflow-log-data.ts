import { propertyRule } from '../../property-rule';

/** Set IncludeExecutionData to false: prompts of users are in the log. */
export const workflowLogData = propertyRule(
  {
    code: 'WorkflowLogData',
    family: 'application',
    pack: 'regulated',
    safeguard: 'personal-data',
    rationale: 'Prompts of users are in the log.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::StepFunctions::StateMachine'],
      path: 'LoggingConfiguration.IncludeExecutionData',
      must: { isNot: [true] },
    },
  ],
);
