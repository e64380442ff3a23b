import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';

/**
 * The CloudWatch metrics of a pipeline.
 *
 * Source: "Amazon SageMaker Pipelines metrics" in the developer guide of SageMaker, read 2026-11-30.
 */
export class PipelineMetrics {
  constructor(private readonly pipelineName: string) {}

  /** Executions that started. */
  executionsStarted(): cloudwatch.Metric {
    return this.metric('ExecutionStarted');
  }

  /** Executions that failed. */
  executionsFailed(): cloudwatch.Metric {
    return this.metric('ExecutionFailed');
  }

  /** Executions that ended well. */
  executionsSucceeded(): cloudwatch.Metric {
    return this.metric('ExecutionSucceeded');
  }

  private metric(metricName: string): cloudwatch.Metric {
    return new cloudwatch.Metric({
      namespace: 'AWS/Sagemaker/ModelBuildingPipeline',
      metricName,
      dimensionsMap: { PipelineName: this.pipelineName },
      statistic: 'Sum',
      period: Duration.minutes(5),
    });
  }
}
