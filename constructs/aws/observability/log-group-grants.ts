import * as iam from 'aws-cdk-lib/aws-iam';

/** Permissions that roles can get on a log group of prompts and answers. */
export class PromptLogGrants {
  /** @param logGroupArn - with `:*` at the end, which stands for the streams */
  constructor(private readonly logGroupArn: string) {}

  /** Create streams and write events. */
  write(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents']);
  }

  /** Read and query events. Personal data and credentials stay masked. */
  read(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, [
      'logs:DescribeLogStreams',
      'logs:FilterLogEvents',
      'logs:GetLogEvents',
      'logs:StartQuery',
    ]);
  }

  /** See what is masked. Give it beside `read`, to people who may see personal data. */
  unmask(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, ['logs:Unmask']);
  }

  private grant(grantee: iam.IGrantable, actions: readonly string[]): iam.Grant {
    return iam.Grant.addToPrincipal({ grantee, actions: [...actions], resourceArns: [this.logGroupArn] });
  }
}
