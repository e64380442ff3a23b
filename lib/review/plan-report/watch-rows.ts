import type { AwsPlan, AzurePlan, EnvironmentPlan } from '../../plan';
import { counted, grouped } from './amounts';
import type { NoteRow } from './note-row';
import { plain } from './note-row';

/** Budget, alarms and identities of an environment: one row per cloud. */
export function watchRows({ aws, azure }: EnvironmentPlan): readonly NoteRow[] {
  return [
    ...(aws === undefined ? [] : awsAlarms(aws)),
    ...(azure === undefined ? [] : [...azureAlerts(azure), ...budget(azure), identities(azure)]),
  ];
}

function awsAlarms({ deployment, observability }: AwsPlan): readonly NoteRow[] {
  const counts = Object.values(deployment.endpoints).map(({ capacity, rollout, rollbackOnAlarms }) => {
    // Errors of requests that wake an empty endpoint are not notified, so another alarm guards its rollout.
    const guarded = rollout.value.kind === 'rolling' && (rollbackOnAlarms?.value ?? true);
    return capacity.value.kind === 'copies' && guarded ? 3 : 2;
  });
  const all = counts.reduce<number>((sum, count) => sum + count, 0);
  if (all === 0) return [];
  const text = `${counted(all, 'alarm')} on latency and errors of ${counted(counts.length, 'endpoint')}`;
  return [
    {
      what: 'alarms',
      cloud: 'aws',
      lines: [plain(`${text}, e-mail to ${observability.alarmContact.value}`)],
      because: [],
    },
  ];
}

function azureAlerts({ deployment }: AzurePlan): readonly NoteRow[] {
  const { alertContact, serviceAlerts, account, search, endpoints } = deployment;
  if (alertContact === undefined) return [];
  const watched = Object.values(endpoints).filter(({ alerts }) => alerts !== undefined).length;
  const services = serviceAlerts === undefined ? 0 : Object.keys(search).length + (account === undefined ? 0 : 1);
  const all = 3 * watched + services;
  if (all === 0) return [];
  const of = [
    ...(watched === 0 ? [] : [counted(watched, 'endpoint')]),
    ...(services === 0 ? [] : [counted(services, 'service')]),
  ].join(' and ');
  return [
    {
      what: 'alerts',
      cloud: 'azure',
      lines: [plain(`${counted(all, 'alert')} on ${of}, e-mail to ${alertContact.email.value}`)],
      because: [],
    },
  ];
}

function budget({ initialization }: AzurePlan): readonly NoteRow[] {
  if (initialization.budget === undefined) return [];
  const { amountPerMonth, startDate, notifyAtPercent } = initialization.budget;
  const at = notifyAtPercent.value.map((percent) => `${percent} %`).join(' and ');
  const amount = `${grouped(amountPerMonth.value)} a month in the billing currency`;
  return [
    {
      what: 'budget',
      cloud: 'azure',
      lines: [plain(`${amount}, from ${startDate.value.slice(0, 10)}, e-mail at ${at}; nothing is stopped`)],
      because: notifyAtPercent.because,
    },
  ];
}

function identities({ initialization }: AzurePlan): NoteRow {
  const uses = Object.keys(initialization.identities);
  return { what: 'identities', cloud: 'azure', lines: [plain(`one each for ${uses.join(', ')}`)], because: [] };
}
