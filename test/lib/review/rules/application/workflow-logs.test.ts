import { workflowLogs } from '../../../../../lib/review/rules/application/workflow-logs';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(workflowLogs, {
  type: 'AWS::StepFunctions::StateMachine',
  right: { LoggingConfiguration: { Level: 'ALL', Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: 'x' } }] } },
  wrong: { 'LoggingConfiguration.Level': ['OFF', undefined], 'LoggingConfiguration.Destinations': [undefined] },
});
