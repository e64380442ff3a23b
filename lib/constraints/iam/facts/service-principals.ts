import type { Source } from '../../constraint';

/** Where the names come from; no page of AWS lists all, so a name that is not here may exist. */
export const principalSource: Source = {
  url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  asOf: '2026-11-30',
};

/**
 * Service principals without `.amazonaws.com`: those that the managed policies of AWS pass roles to (2026-09-30), those of
 * the IAM user guide's listing (awsdocs/iam-user-guide d7d9077a) and those of the modules of aws-cdk-lib 2.276.0.
 */
export const servicePrincipals: ReadonlySet<string> = new Set(
  `
access-analyzer access-grants.s3 acm aco-automation agent-registry agent.wellarchitected agentless.inspector2 aiops
airflow airflow-serverless apidestinations.events apigateway appconfig appfabric application-autoscaling
application-insights application-signals.cloudwatch appmesh apprunner appstream.application-autoscaling appsync
artifact assets.marketplace athena auditmanager autoscaling backup batch bedrock bedrock-agentcore braket budgets
bugbust cassandra-streams cassandra.application-autoscaling channels.lex channels.lexv2 chatbot chime cleanrooms
cleanrooms-ml cloud9 clouddirectory cloudformation cloudfront cloudsearch cloudtrail cloudwatch codeartifact codebuild
codecatalyst codecatalyst-runner codecommit codedeploy codeguru-profiler codeguru-reviewer codepipeline
codestar-notifications cognito-identity cognito-identity-us-gov cognito-idp compute-optimizer config config-conforms
connect continuousexport.discovery contract.iq contributorinsights.dynamodb cost-optimization-hub.bcm credentials.iot
databrew datapipeline datasync datazone dax delivery.logs detective devops-guru directconnect directoryservice.rds
directquery.opensearchservice dms dmsintegration.migrationhub dnssec-route53 docdb-elastic ds dsql dynamodb
dynamodb.application-autoscaling ec2 ec2.application-autoscaling ec2fastlaunch ec2fleet ec2scheduled ecr ecs
ecs-compute ecs-tasks ecs.application-autoscaling edgelambda eks eks-fargate-pods elasticache elasticbeanstalk
elasticfilesystem elasticloadbalancing elasticmapreduce elastictranscoder email.cognito-idp emr-containers
emr-serverless entityresolution es events events.workmail firehose fis fms forecast frauddetector fsx
globalaccelerator glue grafana greengrass guardduty health healthlake iam imagebuilder inspector inspector2
internetmonitor iot iotmanagedintegrations iotsitewise job.sagemaker justintimeaccess.ssm kafka kendra kinesis
kinesisreplication.dynamodb kms lakeformation lambda lambda.alarms.cloudwatch lex lexv2 license-management.marketplace
license-manager.member-account lightsail logdelivery.elasticloadbalancing logging.s3 logs lookoutequipment
lookoutmetrics macie maintenance.elasticbeanstalk malware-protection-plan.guardduty malware-protection.guardduty
managedupdates.elasticbeanstalk mediaconnect mediaconvert medical-imaging memorydb metrics.wellarchitected
migrationhub migrationhub-orchestrator migrationhub-strategy monitoring monitoring.rds monitoring.thinclient monitron
mq neptune-graph network-firewall network.bedrock-agentcore networkmanager notifications.ssm observability.aoss odb
omics opensearchservice opsworks organizations orgsdatasync.servicecatalog osis panorama
partnercentral-account-management permission.iq personalize pipes pods.eks private-marketplace.marketplace profile
proton q qldb quicksight rds rds.application-autoscaling redshift redshift-data redshift-serverless refactor-spaces
remediation.config replication.cassandra replication.dynamodb replication.ecr replication.lexv2 replication.s3tables
reporting.trustedadvisor resale-authorization.marketplace researchstudio resource-explorer-2
resource-snapshot-job.partnercentral-selling restore-testing.backup robomaker rolesanywhere route53 route53resolver
runtime-identity.bedrock-agentcore runtime-instances.bedrock-agentcore s3 s3.data-source.lustre.fsx sagemaker
sagemaker-geospatial sagemaker.application-autoscaling scheduler schema-conversion.dms schemas scraper.aps
secretsmanager security-ir securityagent securityhub securityhubv2 securitylake servicecatalog
servicecatalog-appregistry servicequotas ses shield signin sms smsintegration.migrationhub sns spot spotfleet sqs ssm
ssm-sap ssm.integrations sso states storagegateway sts support supportplans sync.proton synthetics
telemetry-pipelines.observabilityadmin thirdparty.config thirdparty.inspector2 timestream-influxdb transfer
transform-custom transitgateway triage.security-ir vmie vpc-flow-logs vpc-lattice waf wafv2 wellarchitected workspaces
`
    .trim()
    .split(/\s+/),
);
