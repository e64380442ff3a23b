import { workflowLogData } from '../../../../../lib/review/rules/application/workflow-log-data';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(workflowLogData, {
  type: 'AWS::StepFunctions::StateMachine',
  right: { LoggingConfiguration: { IncludeExecutionData: false } },
  wrong: { 'LoggingConfiguration.IncludeExecutionData': [true] },
});
