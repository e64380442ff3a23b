import type { Rule } from '../../../rule';
import { actionGroupEmpty } from './action-group-empty';
import { alertOff } from './alert-off';
import { alertWithoutAction } from './alert-without-action';
import { budgetSilent } from './budget-silent';
import { dataUnlocked } from './data-unlocked';
import { diagnosticsMissing } from './diagnostics-missing';
import { diagnosticsUnsent } from './diagnostics-unsent';
import { logWorkspaceKeys } from './log-workspace-keys';
import { logWorkspacePublic } from './log-workspace-public';
import { logWorkspaceRetention } from './log-workspace-retention';
import { monitorScopeOpen } from './monitor-scope-open';

/** The rules of Azure about logs, alerts and budgets, by file name. */
export const azureOperationsRules: readonly Rule[] = [
  actionGroupEmpty,
  alertOff,
  alertWithoutAction,
  budgetSilent,
  dataUnlocked,
  diagnosticsMissing,
  diagnosticsUnsent,
  logWorkspaceKeys,
  logWorkspacePublic,
  logWorkspaceRetention,
  monitorScopeOpen,
];
