import { Duration, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

/** A job that imports weights: of this app, or imported. */
export interface IModelImport {
  readonly projectName: string;
  readonly projectArn: string;
  readonly grants: ImportGrants;
  readonly metrics: ImportMetrics;
}

/** A job that is known by the name of its project only, in this account and region. */
export class ImportedModelImport extends Construct implements IModelImport {
  readonly projectArn: string;
  readonly grants: ImportGrants;
  readonly metrics: ImportMetrics;

  constructor(
    scope: Construct,
    id: string,
    readonly projectName: string,
  ) {
    super(scope, id);
    this.projectArn = Stack.of(this).formatArn({
      service: 'codebuild',
      resource: 'project',
      resourceName: projectName,
    });
    this.grants = new ImportGrants(this.projectArn);
    this.metrics = new ImportMetrics(projectName);
  }
}

/** Permissions that roles can get on an import job. */
export class ImportGrants {
  constructor(private readonly projectArn: string) {}

  /** Start the job and read the state of its builds: what `llmops assets push` does. It is the right to write the weights. */
  start(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, ['codebuild:BatchGetBuilds', 'codebuild:ListBuildsForProject', 'codebuild:StartBuild']);
  }

  /** Read the state of its builds. */
  read(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, ['codebuild:BatchGetBuilds', 'codebuild:ListBuildsForProject']);
  }

  private grant(grantee: iam.IGrantable, actions: readonly string[]): iam.Grant {
    return iam.Grant.addToPrincipal({ grantee, actions: [...actions], resourceArns: [this.projectArn] });
  }
}

/** The CloudWatch metrics of an import job, as the CDK names them (canned metrics of aws-codebuild in aws-cdk-lib 2.276.0). */
export class ImportMetrics {
  constructor(private readonly projectName: string) {}

  /** Runs. */
  builds(): cloudwatch.Metric {
    return this.metric('Builds');
  }

  /** Runs that failed. */
  failedBuilds(): cloudwatch.Metric {
    return this.metric('FailedBuilds');
  }

  private metric(metricName: string): cloudwatch.Metric {
    return new cloudwatch.Metric({
      namespace: 'AWS/CodeBuild',
      metricName,
      dimensionsMap: { ProjectName: this.projectName },
      statistic: 'Sum',
      period: Duration.minutes(5),
    });
  }
}
