import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { EndpointMetrics } from '../endpoint/metrics';
import { latencyPercentiles } from '../endpoint/metrics';
import type { Grammar } from '../props/prop-problem';
import { inGrammar, refuseProps } from '../props/prop-problem';

/** Props of an {@link LlmDashboard}. */
export interface LlmDashboardProps {
  readonly dashboardName: string;
  /** Metrics of each endpoint, by the title of its rows. */
  readonly endpoints: Readonly<Record<string, EndpointMetrics>>;
  /** Ids of the Bedrock foundation models that the platform calls. */
  readonly foundationModelIds: readonly string[];
}

/** PutDashboard in the API reference of CloudWatch, read 2026-11-30. */
const dashboardName: Grammar = {
  pattern: /^[A-Za-z0-9_-]{1,255}$/,
  expected: '1 to 255 letters, digits, hyphens and underscores',
  fix: 'use letters, digits and hyphens',
};

/**
 * The dashboard of a platform: latency, errors and utilisation of every endpoint and foundation model.
 *
 * Creates a CloudWatch dashboard, billed per month. Its graphs read metrics that SageMaker and Bedrock publish; for the
 * time to first token of an endpoint it has the query instead.
 *
 * @throws CodedError `InvalidProps`
 */
export class LlmDashboard extends Construct {
  readonly resource: cloudwatch.Dashboard;
  readonly dashboardArn: string;
  readonly dashboardName: string;

  constructor(scope: Construct, id: string, props: LlmDashboardProps) {
    super(scope, id);
    refuseProps(this, inGrammar('dashboardName', props.dashboardName, dashboardName));
    this.resource = new cloudwatch.Dashboard(this, 'Resource', {
      dashboardName: props.dashboardName,
      defaultInterval: Duration.hours(12),
      widgets: [
        ...Object.entries(props.endpoints).flatMap(([title, metrics]) => endpointRows(title, metrics)),
        ...props.foundationModelIds.map(foundationModelRow),
      ],
    });
    this.dashboardArn = this.resource.dashboardArn;
    this.dashboardName = props.dashboardName;
  }
}

function endpointRows(title: string, metrics: EndpointMetrics): cloudwatch.IWidget[][] {
  return [
    [new cloudwatch.TextWidget({ markdown: `# ${title}`, width: 24, height: 1 })],
    [
      new cloudwatch.TextWidget({ markdown: firstTokenText(metrics), width: 8, height: 6 }),
      graph(
        'Model latency (µs)',
        latencyPercentiles.map((p) => metrics.modelLatency(p)),
      ),
      graph('Requests and share of 5xx', [metrics.invocations()], [metrics.serverErrorShare()]),
    ],
    [
      graph('Requests in flight', [metrics.concurrentRequests()]),
      ...(metrics.canBeEmpty ? [graph('Requests without capacity', [metrics.noCapacityFailures()])] : []),
      graph('GPU and GPU memory (%)', [metrics.gpuUtilization(), metrics.gpuMemoryUtilization()]),
    ],
  ];
}

/** A graph of it would be empty: an ordinary widget reads no OpenTelemetry metric. */
function firstTokenText(metrics: EndpointMetrics): string {
  return [
    '**Time to first token** is an OpenTelemetry metric, which no graph of this dashboard can read. Ask for it in CloudWatch',
    'Query Studio, after switching on OTel enrichment once for the account and region (CloudWatch settings):',
    '',
    '```',
    metrics.timeToFirstTokenQuery(),
    '```',
  ].join('\n');
}

/** https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring.html */
function foundationModelRow(modelId: string): cloudwatch.IWidget[] {
  const metric = (metricName: string, statistic: string): cloudwatch.Metric =>
    new cloudwatch.Metric({ namespace: 'AWS/Bedrock', metricName, statistic, dimensionsMap: { ModelId: modelId } });
  return [
    graph(
      `${modelId}: latency (ms)`,
      latencyPercentiles.map((p) => metric('InvocationLatency', p)),
    ),
    graph(`${modelId}: requests, throttles, errors`, [
      metric('Invocations', 'Sum'),
      metric('InvocationThrottles', 'Sum'),
      metric('InvocationServerErrors', 'Sum'),
    ]),
    graph(`${modelId}: tokens`, [metric('InputTokenCount', 'Sum'), metric('OutputTokenCount', 'Sum')]),
  ];
}

function graph(title: string, left: cloudwatch.IMetric[], right: cloudwatch.IMetric[] = []): cloudwatch.GraphWidget {
  return new cloudwatch.GraphWidget({ title, left, right, width: 8, height: 6 });
}
