import type { Rule } from '../../../rule';
import { alertOff } from './alert-off';
import { alertWithoutAction } from './alert-without-action';
import { dataUnlocked } from './data-unlocked';
import { logWorkspaceKeys } from './log-workspace-keys';
import { logWorkspacePublic } from './log-workspace-public';
import { logWorkspaceRetention } from './log-workspace-retention';
import { monitorScopeOpen } from './monitor-scope-open';

/** The rules of Azure about logs, alerts and budgets, by file name. */
export const azureOperationsRules: readonly Rule[] = [
  alertOff,
  alertWithoutAction,
  dataUnlocked,
  logWorkspaceKeys,
  logWorkspacePublic,
  logWorkspaceRetention,
  monitorScopeOpen,
];
