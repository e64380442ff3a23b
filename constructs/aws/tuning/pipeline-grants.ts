import { Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledgeGrant } from '../identity/acknowledge-wildcard';
import { PipelineMetrics } from './pipeline-metrics';

/** A tuning pipeline to start: of this app, or imported. */
export interface ITuningPipeline {
  readonly pipelineName: string;
  readonly pipelineArn: string;
  readonly grants: PipelineGrants;
  readonly metrics: PipelineMetrics;
}

/** A pipeline that is known by its name only. */
export class ImportedPipeline extends Construct implements ITuningPipeline {
  readonly pipelineArn: string;
  readonly grants: PipelineGrants;
  readonly metrics: PipelineMetrics;

  constructor(
    scope: Construct,
    id: string,
    readonly pipelineName: string,
  ) {
    super(scope, id);
    this.grants = new PipelineGrants(this, pipelineName);
    this.pipelineArn = this.grants.pipelineArn;
    this.metrics = new PipelineMetrics(pipelineName);
  }
}

/** Permissions that roles can get on a pipeline. */
export class PipelineGrants {
  readonly pipelineArn: string;

  constructor(scope: Construct, pipelineName: string) {
    this.pipelineArn = Stack.of(scope).formatArn({
      service: 'sagemaker',
      resource: 'pipeline',
      // SageMaker writes ARNs in lower case, whatever the name is.
      resourceName: Token.isUnresolved(pipelineName) ? pipelineName : pipelineName.toLowerCase(),
    });
  }

  /** Start the pipeline and read the state of its executions. */
  start(grantee: iam.IGrantable): iam.Grant {
    // The ARN of an execution is below the ARN of its pipeline.
    const executions = `${this.pipelineArn}/execution/*`;
    acknowledgeGrant(grantee, executions, 'SageMaker names the executions of a pipeline');
    return iam.Grant.addToPrincipal({
      grantee,
      actions: ['sagemaker:DescribePipelineExecution', 'sagemaker:StartPipelineExecution'],
      resourceArns: [this.pipelineArn, executions],
    });
  }
}
