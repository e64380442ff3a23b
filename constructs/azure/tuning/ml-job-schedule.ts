import { Schedule } from '@pulumi/azure-native/machinelearningservices';
import type { ComponentResourceOptions, Input, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { LandingZone } from '../landing-zone/landing-zone';
import type { CronSchedule } from './job-schedule-problems';
import { refuseSchedule } from './job-schedule-problems';

/** What is run: one command in one container. */
export interface ScheduledJob {
  readonly command: string;
  /** Id of an environment version of the workspace, or of a registry. */
  readonly environmentId: Input<string>;
  /** VM size of serverless compute. @default - `computeId` */
  readonly instanceType?: string;
  /** @default 1 */
  readonly instanceCount?: number;
  /** Resource id of a compute of the workspace. @default - serverless compute of `instanceType` */
  readonly computeId?: Input<string>;
  /** Asset id of the code. @default - the image has it */
  readonly codeId?: Input<string>;
  /** @default - none */
  readonly environment?: Readonly<Record<string, string>>;
  /** After it a hanging job is stopped. @default 86400 - one day */
  readonly maxRuntimeSeconds?: number;
  /** @default - the name of the schedule */
  readonly experimentName?: string;
}

/** Props of an {@link MlJobSchedule}. */
export interface MlJobScheduleProps {
  /** @default - the name of the component */
  readonly scheduleName?: string;
  readonly workspaceName: Input<string>;
  readonly schedule: CronSchedule;
  readonly job: ScheduledJob;
  /** Resource id of the user-assigned identity that the job runs as. @default - the identity of the compute */
  readonly identityId?: Input<string>;
  /** Get a mail from the service for each job that fails. @default - nobody */
  readonly emails?: readonly string[];
  readonly landingZone: LandingZone;
}

/**
 * Starts a job of a workspace again and again, for example a fine-tuning job that writes a candidate.
 *
 * Creates a schedule with the job in it: the service starts a command job each time. The identity of the job, not of whoever
 * deploys, reads data and writes candidates. The compute is billed while a job runs. Whether the schedule itself is billed is
 * not known: no page that was read has a price of it (2026-12-01).
 *
 * **Failures.** The service mails to `emails` when a job fails. There is no alert: no source at hand lists a metric of a single
 * schedule.
 *
 * Source: the API model of Microsoft.MachineLearningServices 2025-12-01 (Schedule, CronTrigger, CommandJob, NotificationSetting),
 * read 2026-11-30.
 *
 * @example
 * const job = { command: 'python train.py', environmentId, instanceType: 'Standard_NC24ads_A100_v4' };
 * new MlJobSchedule('weekly', { schedule: { cron: '0 3 * * 0' }, job, workspaceName, landingZone });
 * @throws CodedError `InvalidProps`
 */
export class MlJobSchedule extends ComponentResource {
  /** Resource id. */
  readonly scheduleId: Output<string>;
  readonly scheduleName: string;

  constructor(name: string, props: MlJobScheduleProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:MlJobSchedule', name, {}, opts);
    const { schedule, job, emails = [], scheduleName = name, landingZone } = props;
    refuseSchedule(name, { schedule, emails, ...job });
    const resource = new Schedule(
      `${name}-schedule`,
      {
        name: scheduleName,
        workspaceName: props.workspaceName,
        resourceGroupName: landingZone.resourceGroupName,
        properties: {
          displayName: scheduleName,
          isEnabled: true,
          trigger: { triggerType: 'Cron', expression: schedule.cron, timeZone: schedule.timeZone ?? 'UTC' },
          action: { actionType: 'CreateJob', jobDefinition: commandJob(scheduleName, props, emails) },
        },
      },
      { parent: this },
    );
    this.scheduleId = resource.id;
    this.scheduleName = scheduleName;
    this.registerOutputs({});
  }
}

function commandJob(scheduleName: string, { job, identityId }: MlJobScheduleProps, emails: readonly string[]) {
  return {
    jobType: 'Command' as const,
    command: job.command,
    environmentId: job.environmentId,
    experimentName: job.experimentName ?? scheduleName,
    environmentVariables: { ...job.environment },
    limits: { jobLimitsType: 'Command' as const, timeout: `PT${job.maxRuntimeSeconds ?? 86_400}S` },
    resources: {
      instanceCount: job.instanceCount ?? 1,
      ...(job.instanceType === undefined ? {} : { instanceType: job.instanceType }),
    },
    ...(job.computeId === undefined ? {} : { computeId: job.computeId }),
    ...(job.codeId === undefined ? {} : { codeId: job.codeId }),
    ...(identityId === undefined ? {} : { identity: { identityType: 'Managed' as const, resourceId: identityId } }),
    ...(emails.length === 0 ? {} : { notificationSetting: { emailOn: ['JobFailed'], emails: [...emails] } }),
  };
}
