import { Duration, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { RecurringSchedule } from './recurring-schedule';

/** What a schedule starts, and the one right that it needs. */
export interface StartedWork {
  /** What a person calls it, for descriptions: `ingestion of the handbook`. */
  readonly label: string;
  /** ARN of a universal target, or of the resource of a templated one. */
  readonly targetArn: string;
  /** Parameters of the call, as JSON. @default - none */
  readonly input?: string;
  readonly action: string;
  readonly resourceArn: string;
}

/** Props of a {@link ScheduledStart}. */
export interface ScheduledStartProps {
  readonly schedule: RecurringSchedule;
  readonly work: StartedWork;
  /** Notified when a start is given up. @default - nobody; the alarm is there */
  readonly alarmTopic?: ITopic;
}

/** A start is tried again for an hour: work that is still running refuses a second one. */
const retry = { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 20 };

/**
 * Starts work on a schedule.
 *
 * Creates a schedule of EventBridge Scheduler in a group of its own, the role by which it starts the one thing, and an alarm on
 * starts that it gave up. A start that is refused is tried again for an hour. The first 14 million invocations a month are free; the
 * alarm is billed per month.
 *
 * Sources, read 2026-11-30: "Universal targets", "Confused deputy prevention" and "Monitoring with CloudWatch" in the user guide
 * of EventBridge Scheduler.
 */
export class ScheduledStart extends Construct {
  readonly resource: scheduler.CfnSchedule;
  readonly role: iam.IRole;
  readonly alarm: cloudwatch.Alarm;

  constructor(scope: Construct, id: string, props: ScheduledStartProps) {
    super(scope, id);
    const { schedule, work, alarmTopic } = props;
    const { expression, timeZone = 'UTC' } = schedule;
    const group = new scheduler.CfnScheduleGroup(this, 'Group');
    this.role = this.starter(group, work);
    const policy = new iam.Policy(this, 'Policy', {
      roles: [this.role],
      statements: [new iam.PolicyStatement({ sid: 'Start', actions: [work.action], resources: [work.resourceArn] })],
    });
    this.resource = new scheduler.CfnSchedule(this, 'Resource', {
      description: work.label,
      groupName: group.ref,
      scheduleExpression: expression,
      scheduleExpressionTimezone: timeZone,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: work.targetArn,
        roleArn: this.role.roleArn,
        ...(work.input === undefined ? {} : { input: work.input }),
        retryPolicy: retry,
      },
    });
    // The service asks when it creates the schedule whether it may use the role.
    this.resource.node.addDependency(policy);
    this.alarm = this.alarmOn(group, work);
    if (alarmTopic !== undefined) this.alarm.addAlarmAction(new SnsAction(alarmTopic));
  }

  /** The service acts for a group: it does not say for which schedule. */
  private starter(group: scheduler.CfnScheduleGroup, { label }: StartedWork): iam.Role {
    return new iam.Role(this, 'Role', {
      description: `starts the ${label}`,
      assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': Stack.of(this).account, 'aws:SourceArn': group.attrArn },
        },
      }),
    });
  }

  private alarmOn(group: scheduler.CfnScheduleGroup, { label }: StartedWork): cloudwatch.Alarm {
    return new cloudwatch.Alarm(this, 'NotStarted', {
      alarmDescription: `${label}: a start was given up after an hour`,
      metric: new cloudwatch.Metric({
        namespace: 'AWS/Scheduler',
        metricName: 'InvocationDroppedCount',
        dimensionsMap: { ScheduleGroup: group.ref },
        statistic: 'Sum',
        period: Duration.minutes(5),
      }),
      threshold: 0,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
  }
}
