import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { IStackSynthesizer, Stack as CdkStack } from 'aws-cdk-lib';
import {
  App,
  aws_applicationautoscaling as scaling,
  aws_bedrock as bedrock,
  aws_cloudwatch as cloudwatch,
  aws_cloudwatch_actions as actions,
  aws_dynamodb as dynamodb,
  aws_ec2 as ec2,
  aws_ecr as ecr,
  aws_events as events,
  aws_events_targets as targets,
  aws_iam as iam,
  aws_kms as kms,
  aws_lambda as lambda,
  aws_logs as logs,
  aws_opensearchserverless as aoss,
  aws_s3 as s3,
  aws_s3vectors as vectors,
  aws_sagemaker as sagemaker,
  aws_secretsmanager as secrets,
  aws_sns as sns,
  aws_sqs as sqs,
  aws_ssm as ssm,
  aws_stepfunctions as steps,
  aws_stepfunctions_tasks as tasks,
  BootstraplessSynthesizer,
  Duration,
  Stack,
} from 'aws-cdk-lib';
import { readTemplateText } from '../../../../lib/local/aws/cloudformation/template-text';
import type { TestTemplate } from './engine';
import { Engine, failures, testAccount, testRegion } from './engine';

/** What the constructs of the CDK library emit for the services a platform is made of. */
const stacks: Readonly<Record<string, (stack: CdkStack) => void>> = {
  network: (stack) => {
    const vpc = new ec2.Vpc(stack, 'Vpc', {
      maxAzs: 2,
      natGateways: 1,
      flowLogs: { all: {} },
      restrictDefaultSecurityGroup: false,
    });
    vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
    vpc.addInterfaceEndpoint('Bedrock', { service: ec2.InterfaceVpcEndpointAwsService.BEDROCK_RUNTIME });
    const group = new ec2.SecurityGroup(stack, 'Group', { vpc: vpc as ec2.IVpc });
    group.addIngressRule(ec2.Peer.ipv4('10.0.0.0/8'), ec2.Port.tcp(443));
    group.addIngressRule(group, ec2.Port.allTcp());
    new ec2.Vpc(stack, 'DualStack', {
      ipProtocol: ec2.IpProtocol.DUAL_STACK,
      maxAzs: 2,
      natGateways: 0,
      restrictDefaultSecurityGroup: false,
    });
  },
  storage: (stack) => {
    const key = new kms.Key(stack, 'Key', { alias: 'platform/data', enableKeyRotation: true });
    new s3.Bucket(stack, 'Bucket', {
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: key,
      versioned: true,
      enforceSSL: true,
      objectLockEnabled: true,
      lifecycleRules: [{ noncurrentVersionsToRetain: 3, noncurrentVersionExpiration: Duration.days(30) }],
    });
    new dynamodb.TableV2(stack, 'TableV2', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      encryption: dynamodb.TableEncryptionV2.customerManagedKey(key),
    });
    const table = new dynamodb.Table(stack, 'Table', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      stream: dynamodb.StreamViewType.NEW_IMAGE,
      timeToLiveAttribute: 'ttl',
    });
    table.addGlobalSecondaryIndex({
      indexName: 'by-release',
      partitionKey: { name: 'release', type: dynamodb.AttributeType.STRING },
    });
    table
      .autoScaleReadCapacity({ minCapacity: 1, maxCapacity: 5 })
      .scaleOnUtilization({ targetUtilizationPercent: 50 });
    new ecr.Repository(stack, 'Repository', {
      imageScanOnPush: true,
      imageTagMutability: ecr.TagMutability.IMMUTABLE,
      lifecycleRules: [{ maxImageCount: 3 }],
    });
    new logs.LogGroup(stack, 'Logs', { retention: logs.RetentionDays.ONE_WEEK, encryptionKey: key }).addMetricFilter(
      'Errors',
      { filterPattern: logs.FilterPattern.literal('ERROR'), metricName: 'Errors', metricNamespace: 'Test' },
    );
    const secret = new secrets.Secret(stack, 'Secret', {
      generateSecretString: { secretStringTemplate: '{"user":"a"}', generateStringKey: 'password' },
    });
    new ssm.StringParameter(stack, 'FromSecret', {
      stringValue: secret.secretValueFromJson('password').unsafeUnwrap(),
    });
    new ssm.StringListParameter(stack, 'List', { stringListValue: ['a', 'b'] });
  },
  identity: (stack) => {
    const role = new iam.Role(stack, 'Role', {
      assumedBy: new iam.CompositePrincipal(
        new iam.ServicePrincipal('lambda.amazonaws.com'),
        new iam.AccountPrincipal('222222222222'),
      ),
      inlinePolicies: {
        inline: new iam.PolicyDocument({
          statements: [
            new iam.PolicyStatement({
              actions: ['s3:GetObject'],
              resources: ['*'],
              conditions: { StringEquals: { 'aws:PrincipalTag/team': 'a' } },
            }),
          ],
        }),
      },
    });
    new iam.ManagedPolicy(stack, 'Managed', {
      roles: [role],
      statements: [new iam.PolicyStatement({ actions: ['s3:ListBucket'], resources: ['*'] })],
    });
    new iam.OidcProviderNative(stack, 'GitHub', {
      url: 'https://token.actions.githubusercontent.com',
      clientIds: ['sts.amazonaws.com'],
    });
  },
  inference: (stack) => {
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
    const model = new sagemaker.CfnModel(stack, 'Model', {
      executionRoleArn: role.roleArn,
      primaryContainer: {
        image: '111111111111.dkr.ecr.eu-central-1.amazonaws.com/vllm:1',
        modelDataSource: { s3DataSource: { s3Uri: 's3://models/x/', s3DataType: 'S3Prefix', compressionType: 'None' } },
      },
    });
    const config = new sagemaker.CfnEndpointConfig(stack, 'Config', {
      productionVariants: [
        {
          variantName: 'main',
          modelName: model.attrModelName,
          initialInstanceCount: 1,
          instanceType: 'ml.g6e.12xlarge',
          initialVariantWeight: 1,
          routingConfig: { routingStrategy: 'LEAST_OUTSTANDING_REQUESTS' },
        },
      ],
    });
    const endpoint = new sagemaker.CfnEndpoint(stack, 'Endpoint', {
      endpointConfigName: config.attrEndpointConfigName,
    });
    const target = new scaling.ScalableTarget(stack, 'Target', {
      serviceNamespace: scaling.ServiceNamespace.SAGEMAKER,
      minCapacity: 1,
      maxCapacity: 2,
      scalableDimension: 'sagemaker:variant:DesiredInstanceCount',
      resourceId: `endpoint/${endpoint.attrEndpointName}/variant/main`,
    });
    target.scaleToTrackMetric('Invocations', {
      targetValue: 3,
      predefinedMetric: scaling.PredefinedMetric.SAGEMAKER_VARIANT_INVOCATIONS_PER_INSTANCE,
    });
    new sagemaker.CfnModelPackageGroup(stack, 'Group', { modelPackageGroupName: 'chat' });
  },
  knowledge: (stack) => {
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('bedrock.amazonaws.com') });
    const bucket = new vectors.CfnVectorBucket(stack, 'Vectors', { vectorBucketName: 'vectors' });
    const index = new vectors.CfnIndex(stack, 'Index', {
      vectorBucketArn: bucket.attrVectorBucketArn,
      indexName: 'handbook',
      dimension: 1024,
      distanceMetric: 'cosine',
      dataType: 'float32',
    });
    const base = new bedrock.CfnKnowledgeBase(stack, 'Base', {
      name: 'handbook',
      roleArn: role.roleArn,
      knowledgeBaseConfiguration: {
        type: 'VECTOR',
        vectorKnowledgeBaseConfiguration: {
          embeddingModelArn: `arn:aws:bedrock:${testRegion}::foundation-model/amazon.titan-embed-text-v2:0`,
          embeddingModelConfiguration: { bedrockEmbeddingModelConfiguration: { dimensions: 1024 } },
        },
      },
      storageConfiguration: { type: 'S3_VECTORS', s3VectorsConfiguration: { indexArn: index.attrIndexArn } },
    });
    new bedrock.CfnDataSource(stack, 'Source', {
      name: 'docs',
      knowledgeBaseId: base.attrKnowledgeBaseId,
      dataSourceConfiguration: { type: 'S3', s3Configuration: { bucketArn: 'arn:aws:s3:::docs' } },
      vectorIngestionConfiguration: {
        chunkingConfiguration: {
          chunkingStrategy: 'FIXED_SIZE',
          fixedSizeChunkingConfiguration: { maxTokens: 300, overlapPercentage: 10 },
        },
      },
    });
    const guardrail = new bedrock.CfnGuardrail(stack, 'Guardrail', {
      name: 'safe',
      blockedInputMessaging: 'no',
      blockedOutputsMessaging: 'no',
      contentPolicyConfig: { filtersConfig: [{ type: 'HATE', inputStrength: 'HIGH', outputStrength: 'HIGH' }] },
    });
    const version = new bedrock.CfnGuardrailVersion(stack, 'GuardrailVersion', {
      guardrailIdentifier: guardrail.attrGuardrailId,
    });
    const prompt = new bedrock.CfnPrompt(stack, 'Prompt', {
      name: 'answer',
      defaultVariant: 'a',
      variants: [
        {
          name: 'a',
          templateType: 'TEXT',
          templateConfiguration: { text: { text: 'hi {{name}}', inputVariables: [{ name: 'name' }] } },
          modelId: 'amazon.nova-lite-v1:0',
          inferenceConfiguration: { text: { temperature: 0, maxTokens: 100 } },
        },
      ],
    });
    new bedrock.CfnPromptVersion(stack, 'PromptVersion', { promptArn: prompt.attrArn });
    const agent = new bedrock.CfnAgent(stack, 'Agent', {
      agentName: 'helper',
      agentResourceRoleArn: role.roleArn,
      foundationModel: 'amazon.nova-lite-v1:0',
      guardrailConfiguration: { guardrailIdentifier: guardrail.attrGuardrailId, guardrailVersion: version.attrVersion },
      knowledgeBases: [{ knowledgeBaseId: base.attrKnowledgeBaseId, description: 'handbook' }],
    });
    new bedrock.CfnAgentAlias(stack, 'Alias', { agentAliasName: 'live', agentId: agent.attrAgentId });
    const encryption = new aoss.CfnSecurityPolicy(stack, 'Encryption', {
      name: 'encryption',
      type: 'encryption',
      policy: JSON.stringify({
        Rules: [{ ResourceType: 'collection', Resource: ['collection/hand*'] }],
        AWSOwnedKey: true,
      }),
    });
    new aoss.CfnCollection(stack, 'Collection', { name: 'handbook', type: 'VECTORSEARCH' }).addResourceDependency(
      encryption,
    );
  },
  operations: (stack) => {
    const topic = new sns.Topic(stack, 'Topic');
    const queue = new sqs.Queue(stack, 'Queue', {
      enforceSSL: true,
      deadLetterQueue: { queue: new sqs.Queue(stack, 'Dead'), maxReceiveCount: 2 },
    });
    const metric = new cloudwatch.Metric({
      namespace: 'Test',
      metricName: 'Latency',
      dimensionsMap: { endpoint: 'chat' },
    });
    const alarm = metric.createAlarm(stack, 'Alarm', { threshold: 1, evaluationPeriods: 2 });
    alarm.addAlarmAction(new actions.SnsAction(topic));
    new cloudwatch.Alarm(stack, 'Math', {
      metric: new cloudwatch.MathExpression({
        expression: 'a+b',
        usingMetrics: { a: metric, b: metric.with({ statistic: 'p99' }) },
      }),
      threshold: 1,
      evaluationPeriods: 1,
    });
    new cloudwatch.CompositeAlarm(stack, 'Composite', {
      alarmRule: cloudwatch.AlarmRule.fromAlarm(alarm, cloudwatch.AlarmState.ALARM),
    });
    new cloudwatch.Dashboard(stack, 'Dashboard').addWidgets(new cloudwatch.GraphWidget({ left: [metric] }));
    const fn = new lambda.Function(stack, 'Function', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => 1'),
      tracing: lambda.Tracing.ACTIVE,
      deadLetterQueue: queue,
      architecture: lambda.Architecture.ARM_64,
    });
    fn.addAlias('live');
    const machine = new steps.StateMachine(stack, 'Machine', {
      definitionBody: steps.DefinitionBody.fromChainable(
        new tasks.LambdaInvoke(stack, 'Invoke', { lambdaFunction: fn }),
      ),
    });
    const rule = new events.Rule(stack, 'Nightly', { schedule: events.Schedule.rate(Duration.days(1)) });
    rule.addTarget(new targets.SfnStateMachine(machine));
    rule.addTarget(new targets.SqsQueue(queue));
  },
};

function templateOf(build: (stack: CdkStack) => void): TestTemplate {
  const app = new App();
  build(
    new Stack(app, 'Sample', {
      env: { account: testAccount, region: testRegion },
      synthesizer: new BootstraplessSynthesizer() as IStackSynthesizer,
    }),
  );
  return app.synth().getStackByName('Sample').template as TestTemplate;
}

test.each(Object.keys(stacks))(
  'a %s stack of CDK constructs deploys, redeploys without change and is deleted',
  (name) => {
    const template = templateOf(stacks[name] ?? (() => undefined));
    const engine = new Engine();
    const stack = engine.deploy(engine.stack('Sample'), template);
    expect(failures(stack)).toEqual([]);
    expect(stack.status).toBe('CREATE_COMPLETE');
    expect(stack.resources.size).toBe(Object.keys(template.Resources).length);
    expect(engine.plan(stack, template).changed).toBe(false);
    expect(engine.destroy(stack).status).toBe('DELETE_COMPLETE');
  },
);

test('the bootstrap template of the pinned CDK CLI deploys, its KMS key left out by its condition', () => {
  const file = join(dirname(require.resolve('aws-cdk/package.json')), 'lib/api/bootstrap/bootstrap-template.yaml');
  const text = readFileSync(file, 'utf8');
  const template = readTemplateText(text) as unknown as TestTemplate;
  const engine = new Engine();
  // The CLI passes AWS_MANAGED_KEY; left empty, the parameter requests a new key.
  const stack = engine.deploy(engine.stack('CDKToolkit'), template, { FileAssetsBucketKmsKeyId: 'AWS_MANAGED_KEY' });
  expect(failures(stack)).toEqual([]);
  expect(stack.resources.has('FileAssetsBucketEncryptionKey')).toBe(false);
  expect(
    new Engine().plan(engine.stack('WithKey'), template).resources.map(({ declaration }) => declaration.logicalId),
  ).toContain('FileAssetsBucketEncryptionKey');
  expect(engine.cloud.parameters(testAccount, testRegion).get('/cdk-bootstrap/hnb659fds/version')?.value).toMatch(
    /^\d+$/,
  );
});

test('short YAML tags mean the same as the long forms', () => {
  const short = readTemplateText(
    'Resources:\n  A:\n    Type: X\n    Properties:\n      P: !Join [",", [!Ref A, !GetAtt A.B.C, !Sub "${A}"]]\n      Q: !If [C, !Ref "AWS::NoValue", !Select [0, !GetAZs ""]]\n',
  );
  expect(short).toMatchObject({
    Resources: {
      A: {
        Properties: {
          P: { 'Fn::Join': [',', [{ Ref: 'A' }, { 'Fn::GetAtt': ['A', 'B.C'] }, { 'Fn::Sub': '${A}' }]] },
          Q: { 'Fn::If': ['C', { Ref: 'AWS::NoValue' }, { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }] },
        },
      },
    },
  });
});
