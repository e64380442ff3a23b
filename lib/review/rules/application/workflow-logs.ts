import { propertyRule } from '../../property-rule';

/** Set Level of LoggingConfiguration to ALL, with a destination: a chain that failed cannot be explained. */
export const workflowLogs = propertyRule(
  {
    code: 'WorkflowLogs',
    family: 'application',
    pack: 'production',
    safeguard: 'logging',
    securityHub: ['StepFunctions.1'],
    rationale: 'A chain that failed cannot be explained.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/stepfunctions-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::StepFunctions::StateMachine'],
      path: 'LoggingConfiguration.Level',
      must: { is: ['ALL'] },
    },
    {
      types: ['AWS::StepFunctions::StateMachine'],
      path: 'LoggingConfiguration.Destinations',
      must: { set: true },
    },
  ],
);
