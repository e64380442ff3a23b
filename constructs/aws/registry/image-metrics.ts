import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';

/**
 * The CloudWatch metric of a repository: ECR sends one, of every repository, each minute.
 *
 * Source: "Amazon ECR repository metrics" in the user guide of ECR, read 2026-12-01.
 */
export class ImageMetrics {
  constructor(private readonly repositoryName: string) {}

  /** Pulls of any image of the repository. None over weeks: nothing runs from it. */
  pulls(): cloudwatch.Metric {
    return new cloudwatch.Metric({
      namespace: 'AWS/ECR',
      metricName: 'RepositoryPullCount',
      dimensionsMap: { RepositoryName: this.repositoryName },
      statistic: 'Sum',
      period: Duration.minutes(5),
    });
  }
}
