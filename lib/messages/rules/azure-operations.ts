import type { Declarations } from '../declaration';

/** Findings of the rules of Azure in the folder `operations`. */
export const azureOperationsMessages = {
  ActionGroupEmpty: {
    title: 'Action group that calls nobody',
    meaning: 'An action group has no receiver.',
    fix: 'Name a receiver, such as emailReceivers.',
  },
  AlertOff: {
    title: 'Alert that is off',
    meaning: 'An alert rule or action group is disabled.',
    fix: 'Set enabled to true.',
  },
  AlertWithoutAction: {
    title: 'Alert without an action',
    meaning: 'An alert rule calls no action group.',
    fix: 'Name an action group in actions.',
  },
  BudgetSilent: {
    title: 'Budget that tells nobody',
    meaning: 'A budget has no notification, none about the forecast, or one that is disabled or without contacts.',
    fix: 'Set notifications about the actual and the forecasted cost, each with enabled true and contacts.',
  },
  DataUnlocked: {
    title: 'Data without a lock',
    meaning: 'A resource of Azure that holds data is neither locked against deletion nor protected by Pulumi.',
    fix: 'Add a lock of level CanNotDelete, or protect and retainOnDelete.',
  },
  DiagnosticsMissing: {
    title: 'Service without diagnostic settings',
    meaning: 'A service of Azure sends its logs nowhere, while others of the deployment do.',
    fix: 'Add a diagnostic setting with a Log Analytics workspace.',
  },
  DiagnosticsUnsent: {
    title: 'Diagnostic setting that sends nothing',
    meaning: 'A diagnostic setting has no destination, no log, or a log that is disabled.',
    fix: 'Name workspaceId or another destination, and enable the logs.',
  },
  LogWorkspaceKeys: {
    title: 'Log workspace with keys',
    meaning: 'A Log Analytics workspace or Application Insights takes keys for ingestion.',
    fix: 'Set DisableLocalAuth to true; in a workspace features.disableLocalAuth.',
  },
  LogWorkspacePublic: {
    title: 'Log workspace that is public',
    meaning: 'A Log Analytics workspace or Application Insights can be written or read from public addresses.',
    fix: 'Set publicNetworkAccessForIngestion and publicNetworkAccessForQuery to Disabled.',
  },
  LogWorkspaceRetention: {
    title: 'Log workspace that forgets quickly',
    meaning: 'A Log Analytics workspace keeps logs for less than 90 days.',
    fix: 'Set retentionInDays to at least 90.',
  },
  MonitorScopeOpen: {
    title: 'Open private link scope',
    meaning: 'A private link scope of Azure Monitor lets logs go to or come from workspaces outside of it.',
    fix: 'Set ingestionAccessMode and queryAccessMode to PrivateOnly.',
  },
} as const satisfies Declarations;
