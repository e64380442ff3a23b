import type { Declarations } from '../declaration';

/** Findings of the rules of the family `application`. */
export const applicationMessages = {
  AlarmMissingData: {
    title: 'Alarm without a rule for missing data',
    meaning: 'An alarm does not say what missing data means.',
    fix: 'Set TreatMissingData.',
    severity: 'warning',
  },
  AlarmWithoutAction: {
    title: 'Alarm that tells nobody',
    meaning: 'An alarm has no action, or its actions are off.',
    fix: 'Set AlarmActions.',
    severity: 'warning',
  },
  ApiAccessLog: {
    title: 'API without an access log',
    meaning: 'A stage of an API writes no access log.',
    fix: 'Set AccessLogSetting, or AccessLogSettings of a version 2 API.',
  },
  ApiCachePlain: {
    title: 'Plain API cache',
    meaning: 'A stage of a REST API caches answers without encryption.',
    fix: 'Set CacheDataEncrypted to true.',
  },
  ApiDataTrace: {
    title: 'API that logs bodies',
    meaning: 'A stage of a REST API logs requests and answers as a whole.',
    fix: 'Set DataTraceEnabled to false.',
  },
  ApiExecutionLog: {
    title: 'API without execution logs',
    meaning: 'A stage of a REST API does not log errors.',
    fix: 'Set LoggingLevel of MethodSettings to ERROR or INFO.',
  },
  ApiOpen: {
    title: 'API without authentication',
    meaning: 'A method or route of an API can be called by everybody.',
    fix: 'Set AuthorizationType to AWS_IAM, or to an authorizer of yours.',
  },
  ApiThrottle: {
    title: 'API without a throttle',
    meaning: 'A stage of an API does not limit the rate of calls.',
    fix: 'Set ThrottlingRateLimit and ThrottlingBurstLimit.',
  },
  ApiTls: {
    title: 'API with old TLS',
    meaning: 'A domain of an API takes versions of TLS before 1.2.',
    fix: 'Set SecurityPolicy to TLS_1_2.',
  },
  ApiTracing: {
    title: 'API without tracing',
    meaning: 'A stage of a REST API is not traced.',
    fix: 'Set TracingEnabled to true.',
    severity: 'warning',
  },
  ApiWithoutFirewall: {
    title: 'API without a firewall',
    meaning: 'A stage of a REST API or a load balancer has no web ACL.',
    fix: 'Add an AWS::WAFv2::WebACLAssociation.',
    severity: 'warning',
  },
  FunctionConcurrency: {
    title: 'Function without a concurrency limit',
    meaning: 'A Lambda function has no reserved concurrency.',
    fix: 'Set ReservedConcurrentExecutions.',
    severity: 'warning',
  },
  FunctionFailures: {
    title: 'Function that loses failed events',
    meaning: 'A Lambda function has no destination for events that it failed to process.',
    fix: 'Set DeadLetterConfig.',
    severity: 'warning',
  },
  FunctionOutsideVpc: {
    title: 'Function outside a VPC',
    meaning: 'A Lambda function is not in a VPC.',
    fix: 'Set VpcConfig with subnets and security groups.',
  },
  FunctionPermissionSource: {
    title: 'Function for every account of a service',
    meaning: 'A permission lets a service or everybody call a Lambda function without saying for whom.',
    fix: 'Set SourceArn, or SourceAccount.',
  },
  FunctionRuntime: {
    title: 'Deprecated runtime',
    meaning: 'A Lambda function has a runtime that gets no security updates.',
    fix: 'Use a runtime that is supported.',
    severity: 'warning',
  },
  FunctionTracing: {
    title: 'Function without tracing',
    meaning: 'A Lambda function is not traced.',
    fix: 'Set Mode of TracingConfig to Active.',
    severity: 'warning',
  },
  FunctionUrlCors: {
    title: 'Function URL for every site',
    meaning: "Pages of every site can call a Lambda function with the user's credentials.",
    fix: 'Name the sites in AllowOrigins.',
  },
  FunctionUrlOpen: {
    title: 'Open function URL',
    meaning: 'Everybody can call a Lambda function by its URL.',
    fix: 'Set AuthType to AWS_IAM.',
  },
  FunctionVariablesKey: {
    title: 'Environment variables without a customer key',
    meaning: 'The environment variables of a Lambda function are not encrypted with a customer key.',
    fix: 'Set KmsKeyArn.',
  },
  FunctionZones: {
    title: 'Function in one zone',
    meaning: 'A Lambda function in a VPC has one subnet.',
    fix: 'Name subnets of at least two zones in VpcConfig.',
  },
  ListenerPlain: {
    title: 'Load balancer without TLS',
    meaning: 'A listener takes HTTP, or versions of TLS before 1.2.',
    fix: 'Set Protocol to HTTPS and SslPolicy to ELBSecurityPolicy-TLS13-1-2-2021-06, or redirect to HTTPS.',
  },
  LoadBalancerSettings: {
    title: 'Load balancer without safe settings',
    meaning: 'A load balancer does not log access, can be deleted by one call, or passes invalid headers.',
    fix: 'Set access_logs.s3.enabled, deletion_protection.enabled and routing.http.drop_invalid_header_fields.enabled to true.',
    severity: 'warning',
  },
  QueuePlain: {
    title: 'Queue without a customer key',
    meaning: 'A queue is not encrypted with a customer key.',
    fix: 'Set KmsMasterKeyId.',
  },
  QueueWithoutRedrive: {
    title: 'Queue that loses failed messages',
    meaning: 'A queue has no dead-letter queue.',
    fix: 'Set RedrivePolicy.',
    severity: 'warning',
  },
  TopicPlain: {
    title: 'Topic without a customer key',
    meaning: 'A topic is not encrypted with a customer key.',
    fix: 'Set KmsMasterKeyId.',
  },
  WorkflowKey: {
    title: 'State machine without a customer key',
    meaning: 'Inputs and results of a state machine are not encrypted with a customer key.',
    fix: 'Set Type of EncryptionConfiguration to CUSTOMER_MANAGED_KMS_KEY and KmsKeyId.',
  },
  WorkflowLogData: {
    title: 'State machine that logs its data',
    meaning: 'A state machine writes inputs and results to its log.',
    fix: 'Set IncludeExecutionData to false.',
    severity: 'warning',
  },
  WorkflowLogs: {
    title: 'State machine without logs',
    meaning: 'A state machine does not log its executions.',
    fix: 'Set Level of LoggingConfiguration to ALL, with a destination.',
  },
  WorkflowTaskRetry: {
    title: 'Task without retry, catch or timeout',
    meaning: 'A task of a state machine has no Retry, no Catch or no timeout.',
    fix: 'Add Retry, Catch and TimeoutSeconds to the task.',
    severity: 'warning',
  },
  WorkflowTracing: {
    title: 'State machine without tracing',
    meaning: 'A state machine is not traced.',
    fix: 'Set Enabled of TracingConfiguration to true.',
    severity: 'warning',
  },
} as const satisfies Declarations;
