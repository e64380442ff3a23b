import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

/** A knowledge base to ask: of this app, or imported. */
export interface IKnowledgeBase {
  readonly knowledgeBaseId: string;
  readonly knowledgeBaseArn: string;
  readonly grants: KnowledgeBaseGrants;
}

/** A knowledge base that is known by its id only. */
export class ImportedKnowledgeBase extends Construct implements IKnowledgeBase {
  readonly knowledgeBaseArn: string;
  readonly grants: KnowledgeBaseGrants;

  constructor(
    scope: Construct,
    id: string,
    readonly knowledgeBaseId: string,
  ) {
    super(scope, id);
    this.knowledgeBaseArn = Stack.of(this).formatArn({
      service: 'bedrock',
      resource: 'knowledge-base',
      resourceName: knowledgeBaseId,
    });
    this.grants = new KnowledgeBaseGrants(this.knowledgeBaseArn);
  }
}

/** Permissions that roles can get on a knowledge base. */
export class KnowledgeBaseGrants {
  constructor(private readonly knowledgeBaseArn: string) {}

  /** Retrieve passages. */
  retrieve(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, ['bedrock:Retrieve']);
  }

  /** Start ingestion and read its state. */
  ingest(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, [
      'bedrock:GetDataSource',
      'bedrock:GetIngestionJob',
      'bedrock:ListIngestionJobs',
      'bedrock:StartIngestionJob',
    ]);
  }

  private grant(grantee: iam.IGrantable, actions: readonly string[]): iam.Grant {
    return iam.Grant.addToPrincipal({
      grantee,
      actions: [...actions],
      resourceArns: [this.knowledgeBaseArn],
    });
  }
}
