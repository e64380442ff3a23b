import { workflowTracing } from '../../../../../lib/review/rules/application/workflow-tracing';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(workflowTracing, {
  type: 'AWS::StepFunctions::StateMachine',
  right: { TracingConfiguration: { Enabled: true } },
  wrong: { 'TracingConfiguration.Enabled': [false, undefined] },
});
