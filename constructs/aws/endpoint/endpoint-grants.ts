import { Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

/** An endpoint to call: of this app, or imported. */
export interface IInferenceEndpoint {
  readonly endpointName: string;
  readonly endpointArn: string;
  readonly grants: EndpointGrants;
}

/** An endpoint that is known by its name only. */
export class ImportedEndpoint extends Construct implements IInferenceEndpoint {
  readonly endpointArn: string;
  readonly grants: EndpointGrants;

  constructor(
    scope: Construct,
    id: string,
    readonly endpointName: string,
  ) {
    super(scope, id);
    // SageMaker writes ARNs in lower case, whatever the name is.
    const resourceName = Token.isUnresolved(endpointName) ? endpointName : endpointName.toLowerCase();
    const arnOf = (resource: string): string =>
      Stack.of(this).formatArn({ service: 'sagemaker', resource, resourceName });
    this.endpointArn = arnOf('endpoint');
    this.grants = new EndpointGrants([this.endpointArn, arnOf('inference-component')]);
  }
}

/** Permissions that roles can get on an endpoint. */
export class EndpointGrants {
  constructor(private readonly resourceArns: readonly string[]) {}

  /** Call the model, with or without a streamed answer. */
  invoke(grantee: iam.IGrantable): iam.Grant {
    return iam.Grant.addToPrincipal({
      grantee,
      actions: ['sagemaker:InvokeEndpoint', 'sagemaker:InvokeEndpointWithResponseStream'],
      resourceArns: [...this.resourceArns],
    });
  }
}
