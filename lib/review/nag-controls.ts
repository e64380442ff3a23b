/*
 * Written by test/lib/review/write-nag-controls.ts from cdk-nag (Apache-2.0), which names the controls of each rule in its
 * packs NIST 800-53 R5, HIPAA Security and PCI DSS 3.2.1. Names and numbers only. A statement of a NIST control, such as AU-2b,
 * stands for the control.
 */

/** Version of cdk-nag from which the rows are, and the day. */
export const nagSource = { url: 'https://www.npmjs.com/package/cdk-nag/v/3.0.2', asOf: '2026-12-01' };

/** Controls of each rule of cdk-nag, separated by spaces, by catalogue. */
export const nagControls: Readonly<Record<'nist' | 'hipaa' | 'pci', Readonly<Record<string, string>>>> = {
  nist: {
    ALBHttpToHttpsRedirection:
      'AC-17(2) AC-24(1) AC-4 AC-4(22) AU-9(3) CA-9 IA-5(1) PM-17 SC-13 SC-23 SC-7(4) SC-8 SC-8(1) SC-8(2) SC-8(3) SC-8(4) SC-8(5) SI-1',
    ALBWAFEnabled: 'AC-4(21)',
    APIGWAssociatedWithWAF: 'AC-4(21)',
    APIGWCacheEnabledAndEncrypted: 'AU-9(3) CP-9 SC-13 SC-28(1) SC-8(3) SC-8(4) SI-19(4)',
    APIGWExecutionLoggingEnabled:
      'AC-4(26) AU-10 AU-12 AU-12(1) AU-12(2) AU-12(3) AU-12(4) AU-14 AU-14(3) AU-2 AU-3 AU-6(3) AU-6(4) AU-6(6) AU-6(9) AU-8 CA-7 CM-5(1) IA-3(3) MA-4(1) PM-14 PM-31 SC-7(9) SI-4(17) SI-7(8)',
    APIGWSSLEnabled:
      'AC-17(2) AC-24(1) AC-4 AC-4(22) AU-9(3) CA-9 IA-5(1) PM-17 SC-13 SC-23 SC-7(4) SC-8 SC-8(1) SC-8(2) SC-8(3) SC-8(4) SC-8(5) SI-1',
    AutoScalingGroupELBHealthCheckRequired: 'AU-12(3) AU-14 CA-2(2) CA-7 CM-6 CM-9 PM-14 PM-31 SC-36(1) SC-6 SI-2',
    AutoScalingLaunchConfigPublicIpDisabled: 'AC-3 AC-4(21) CM-6 SC-7(3)',
    CloudTrailCloudWatchLogsEnabled:
      'AC-2(4) AC-3(1) AC-3(10) AC-4(26) AC-6(9) AU-10 AU-12 AU-12(1) AU-12(2) AU-12(3) AU-12(4) AU-14 AU-14(3) AU-16 AU-2 AU-3 AU-4(1) AU-6(1) AU-6(3) AU-6(4) AU-6(5) AU-6(6) AU-6(9) AU-7(1) AU-8 AU-9(7) CA-7 CM-5(1) CM-6 CM-9 IA-3(3) MA-4(1) PM-14 PM-31 SC-7(9) SI-1(1) SI-10(1) SI-3(8) SI-4(17) SI-4(2) SI-4(20) SI-7(8)',
    CloudTrailEncryptionEnabled: 'AU-9(3) CM-6 CM-9 CP-9 SC-13 SC-28(1) SC-8(3) SC-8(4) SI-19(4)',
    CloudTrailLogFileValidationEnabled:
      'AU-9 CM-6 CM-9 PM-11 PM-17 SA-1(1) SA-10(1) SC-16(1) SI-1 SI-4 SI-7 SI-7(1) SI-7(3) SI-7(7)',
    CloudWatchAlarmAction:
      'AU-12(3) AU-14 AU-6(1) AU-6(5) CA-2(2) CA-7 PM-14 PM-31 SC-36(1) SI-2 SI-4(12) SI-5 SI-5(1)',
    CloudWatchLogGroupEncrypted: 'AU-9(3) CP-9 SC-13 SC-28(1) SC-8(3) SC-8(4) SI-19(4)',
    CloudWatchLogGroupRetentionPeriod:
      'AC-16 AT-4 AU-10 AU-11 AU-11(1) AU-12(1) AU-12(2) AU-12(3) AU-14 AU-6(3) AU-6(4) AU-6(6) AU-6(9) CA-7 PM-14 PM-21 PM-31 SC-28(2) SI-12 SI-4(17)',
    DMSReplicationNotPublic:
      'AC-17 AC-17(1) AC-17(10) AC-17(4) AC-17(9) AC-2(6) AC-3 AC-3(7) AC-4(21) AC-6 MP-2 SC-25 SC-7 SC-7(11) SC-7(12) SC-7(16) SC-7(2) SC-7(20) SC-7(21) SC-7(24) SC-7(25) SC-7(26) SC-7(27) SC-7(28) SC-7(3) SC-7(7) SC-7(9)',
    DynamoDBAutoScalingEnabled: 'CP-1 CP-10 CP-2 CP-2(5) CP-2(6) CP-6(2) SC-22 SC-36 SC-5(2) SC-6 SI-13(5)',
    DynamoDBInBackupPlan: 'CP-1(2) CP-10 CP-10(2) CP-2(5) CP-6 CP-6(1) CP-6(2) CP-9 SC-5(2) SI-13(5)',
    DynamoDBPITREnabled: 'CP-1(2) CP-10 CP-10(2) CP-2(5) CP-6(2) CP-9 SC-5(2) SI-13(5)',
    EC2EBSInBackupPlan: 'CP-1(2) CP-10 CP-10(2) CP-2(5) CP-6 CP-6(1) CP-6(2) CP-9 SC-5(2) SI-13(5)',
    EC2EBSOptimizedInstance: 'CP-10 CP-2(5) CP-9 SC-5(2)',
    EC2IMDSv2Enabled:
      'AC-2(6) AC-24 AC-3 AC-3(12) AC-3(13) AC-3(15) AC-3(3) AC-3(4) AC-3(7) AC-3(8) AC-4(28) AC-6 CM-5(1) MP-2 SC-23(3)',
    EC2InstanceNoPublicIp:
      'AC-17 AC-17(1) AC-17(10) AC-17(4) AC-17(9) AC-2(6) AC-3 AC-3(7) AC-4(21) AC-6 MP-2 SC-25 SC-7 SC-7(11) SC-7(12) SC-7(16) SC-7(2) SC-7(20) SC-7(21) SC-7(24) SC-7(25) SC-7(26) SC-7(27) SC-7(28) SC-7(3) SC-7(7) SC-7(9)',
    EC2InstanceProfileAttached: 'AC-3 CM-5(1) CM-6',
    EC2InstancesInVPC:
      'AC-17 AC-17(1) AC-17(10) AC-17(4) AC-17(9) AC-2(6) AC-3(7) AC-4(21) AC-6 MP-2 SC-25 SC-7 SC-7(11) SC-7(12) SC-7(16) SC-7(2) SC-7(20) SC-7(21) SC-7(24) SC-7(3) SC-7(9)',
    EC2RestrictedCommonPorts:
      'AC-17 AC-17(1) AC-17(10) AC-17(4) AC-17(9) AC-4(21) CM-2 CM-2(2) CM-6 CM-7 CM-8(6) CM-9 SC-7 SC-7(11) SC-7(12) SC-7(16) SC-7(21) SC-7(24) SC-7(25) SC-7(26) SC-7(27) SC-7(28) SC-7(5) SC-7(7)',
    EC2RestrictedSSH:
      'AC-17 AC-17(1) AC-17(10) AC-17(4) AC-17(9) CM-9 SC-7 SC-7(11) SC-7(12) SC-7(16) SC-7(21) SC-7(24) SC-7(25) SC-7(26) SC-7(27) SC-7(28) SC-7(7)',
    ECSTaskDefinitionUserForHostMode: 'AC-3 AC-5 CM-5(1)',
    EFSEncrypted: 'AU-9(3) CP-9 SC-13 SC-28(1) SC-8(3) SC-8(4) SI-19(4)',
    EFSInBackupPlan: 'CP-1(2) CP-10 CP-10(2) CP-2(5) CP-6 CP-6(1) CP-6(2) CP-9 SC-5(2) SI-13(5)',
    ELBACMCertificateRequired:
      'AC-17(2) AC-24(1) AC-4 AC-4(22) AU-9(3) CA-9 IA-5(1) PM-17 SC-13 SC-23 SC-23(5) SC-7(4) SC-8 SC-8(1) SC-8(2) SC-8(3) SC-8(4) SC-8(5) SI-1',
    ELBCrossZoneLoadBalancingEnabled: 'CP-1 CP-10 CP-2 CP-2(5) CP-2(6) CP-6(2) SC-22 SC-36 SC-5(2) SC-6 SI-13(5)',
    ELBDeletionProtectionEnabled: 'CA-7(4) CM-2 CM-2(2) CM-3 CM-8(6) CP-1 CP-2 CP-2(5) SA-15 SC-22 SC-5(2)',
    ELBLoggingEnabled:
      'AC-4(26) AU-10 AU-12 AU-12(1) AU-12(2) AU-12(3) AU-12(4) AU-14 AU-14(3) AU-2 AU-3 AU-6(3) AU-6(4) AU-6(6) AU-6(9) AU-8 CA-7 CM-5(1) IA-3(3) MA-4(1) PM-14 PM-31 SC-7(9) SI-4(17) SI-7(8)',
    ELBTlsHttpsListenersOnly:
      'AC-17(2) AC-24(1) AC-4 AC-4(22) AU-9(3) CA-9 IA-5(1) PM-17 SC-13 SC-23 SC-7(4) SC-8 SC-8(1) SC-8(2) SC-8(3) SC-8(4) SC-8(5) SI-1',
    ELBv2ACMCertificateRequired: 'SC-23(5) SC-8(1)',
    ElastiCacheRedisClusterAutomaticBackup: 'CP-1(2) CP-10 CP-10(2) CP-2(5) CP-6 CP-6(1) CP-6(2) CP-9 SC-5(2) SI-13(5)',
    ElasticBeanstalkEnhancedHealthReportingEnabled: 'AU-12(3) AU-14 CA-2(2) CA-7 PM-14 PM-31 SC-36(1) SC-6 SI-2',
    ElasticBeanstalkManagedUpdatesEnabled: 'SI-2 SI-2(2) SI-2(5)',
    IAMNoInlinePolicy:
      'AC-2 AC-2(1) AC-2(6) AC-24 AC-3 AC-3(12) AC-3(13) AC-3(15) AC-3(3) AC-3(4) AC-3(7) AC-3(8) AC-4(28) AC-6 AC-6(3) CM-5(1) CM-6 CM-9 MP-2 SC-23(3)',
    IAMPolicyNoStatementsWithAdminAccess:
      'AC-2 AC-2(1) AC-2(6) AC-24 AC-3 AC-3(12) AC-3(13) AC-3(15) AC-3(3) AC-3(4) AC-3(7) AC-3(8) AC-4(28) AC-5 AC-6 AC-6(10) AC-6(2) AC-6(3) CM-5(1) CM-6 CM-9 MP-2 SC-23(3) SC-25',
    IAMPolicyNoStatementsWithFullAccess: 'AC-3 AC-5 AC-6(10) AC-6(2) CM-5(1)',
    IAMUserGroupMembership:
      'AC-2 AC-2(1) AC-2(6) AC-24 AC-3 AC-3(12) AC-3(13) AC-3(15) AC-3(3) AC-3(4) AC-3(7) AC-3(8) AC-4(28) AC-6 AC-6(3) CM-5(1) CM-6 CM-9 MP-2 SC-23(3)',
    IAMUserNoPolicies:
      'AC-2 AC-2(1) AC-2(6) AC-24 AC-3 AC-3(12) AC-3(13) AC-3(15) AC-3(3) AC-3(4) AC-3(7) AC-3(8) AC-4(28) AC-6 AC-6(3) CM-5(1) CM-6 CM-9 MP-2 SC-23(3) SC-25',
    KMSBackingKeyRotationEnabled: 'CM-6 CM-9 SA-9(6) SC-12 SC-12(2) SC-12(6)',
    LambdaConcurrency: 'AU-12(3) AU-14 CA-7 PM-14 PM-31 SC-6',
    LambdaDLQ: 'AU-12(3) AU-14 CA-2(2) CA-7 PM-14 PM-31 SC-36(1) SI-2',
    LambdaFunctionPublicAccessProhibited:
      'AC-17 AC-17(1) AC-17(10) AC-17(4) AC-17(9) AC-2(6) AC-3 AC-3(7) AC-4(21) AC-6 MP-2 SC-25 SC-7 SC-7(11) SC-7(12) SC-7(16) SC-7(2) SC-7(20) SC-7(21) SC-7(24) SC-7(25) SC-7(26) SC-7(27) SC-7(28) SC-7(3) SC-7(7) SC-7(9)',
    LambdaInsideVPC:
      'AC-17 AC-17(1) AC-17(10) AC-17(4) AC-17(9) AC-2(6) AC-3 AC-3(7) AC-4(21) AC-6 MP-2 SC-25 SC-7 SC-7(11) SC-7(12) SC-7(16) SC-7(2) SC-7(20) SC-7(21) SC-7(24) SC-7(3) SC-7(9)',
    OpenSearchEncryptedAtRest: 'AU-9(3) CP-9 SC-13 SC-28(1) SC-8(3) SC-8(4) SI-19(4)',
    OpenSearchErrorLogsToCloudWatch: 'AU-10',
    OpenSearchInVPCOnly:
      'AC-17 AC-17(1) AC-17(10) AC-17(4) AC-17(9) AC-2(6) AC-3 AC-3(7) AC-4(21) AC-6 MP-2 SC-25 SC-7 SC-7(11) SC-7(12) SC-7(16) SC-7(2) SC-7(20) SC-7(21) SC-7(24) SC-7(3) SC-7(9)',
    OpenSearchNodeToNodeEncryption:
      'AC-24(1) AC-4 AC-4(22) AU-9(3) CA-9 PM-17 SC-13 SC-23 SC-7(4) SC-8 SC-8(1) SC-8(2) SC-8(3) SC-8(4) SC-8(5) SI-1',
    RDSEnhancedMonitoringEnabled: 'AU-12(3) AU-14 CA-2(2) CA-7 PM-14 PM-31 SC-36(1) SI-2',
    RDSInBackupPlan: 'CP-1(2) CP-10 CP-10(2) CP-2(5) CP-6 CP-6(1) CP-6(2) CP-9 SC-5(2) SI-13(5)',
    RDSInstanceBackupEnabled: 'CP-1(2) CP-10 CP-10(2) CP-2(5) CP-6 CP-6(1) CP-6(2) CP-9 SC-5(2) SI-13(5)',
    RDSInstanceDeletionProtectionEnabled: 'CA-7(4) CM-3 CP-1 CP-2 CP-2(5) SA-15 SC-22 SC-5(2) SI-13(5)',
    RDSInstancePublicAccess:
      'AC-17 AC-17(1) AC-17(10) AC-17(4) AC-17(9) AC-2(6) AC-3 AC-3(7) AC-4(21) AC-6 MP-2 SC-25 SC-7 SC-7(11) SC-7(12) SC-7(16) SC-7(2) SC-7(20) SC-7(21) SC-7(24) SC-7(25) SC-7(26) SC-7(27) SC-7(28) SC-7(3) SC-7(7) SC-7(9)',
    RDSLoggingEnabled:
      'AC-2(4) AC-3(1) AC-3(10) AC-4(26) AC-6(9) AU-10 AU-12 AU-12(1) AU-12(2) AU-12(3) AU-12(4) AU-14 AU-14(3) AU-2 AU-3 AU-6(3) AU-6(4) AU-6(6) AU-6(9) AU-8 CA-7 CM-5(1) IA-3(3) MA-4(1) PM-14 PM-31 SC-7(9) SI-1(1) SI-10(1) SI-3(8) SI-4(17) SI-4(2) SI-4(20) SI-7(8)',
    RDSMultiAZSupport: 'CP-1 CP-10 CP-2 CP-2(5) CP-2(6) CP-6(2) SC-22 SC-36 SC-5(2) SC-6 SI-13(5)',
    RDSStorageEncrypted: 'AU-9(3) CP-9 SC-13 SC-28(1) SC-8(3) SC-8(4) SI-19(4)',
    RedshiftBackupEnabled: 'CP-1(2) CP-10 CP-10(2) CP-2(5) CP-6 CP-6(1) CP-6(2) CP-9 SC-5(2) SI-13(5)',
    RedshiftClusterConfiguration:
      'AC-2(4) AC-3(1) AC-3(10) AC-4(26) AC-6(9) AU-10 AU-12 AU-12(1) AU-12(2) AU-12(3) AU-12(4) AU-14 AU-14(3) AU-2 AU-3 AU-6(3) AU-6(4) AU-6(6) AU-6(9) AU-8 AU-9(3) CA-7 CM-5(1) CP-9 IA-3(3) MA-4(1) PM-14 PM-31 SC-13 SC-28(1) SC-7(9) SC-8(3) SC-8(4) SI-1(1) SI-10(1) SI-19(4) SI-3(8) SI-4(17) SI-4(2) SI-4(20) SI-7(8)',
    RedshiftClusterMaintenanceSettings: 'CM-2 CM-3(3) CP-9 SC-5(2) SI-2 SI-2(2) SI-2(5)',
    RedshiftClusterPublicAccess:
      'AC-17 AC-17(1) AC-17(10) AC-17(4) AC-17(9) AC-2(6) AC-3 AC-3(7) AC-4(21) AC-6 MP-2 SC-25 SC-7 SC-7(11) SC-7(12) SC-7(16) SC-7(2) SC-7(20) SC-7(21) SC-7(24) SC-7(25) SC-7(26) SC-7(27) SC-7(28) SC-7(3) SC-7(7) SC-7(9)',
    RedshiftEnhancedVPCRoutingEnabled: 'AC-4(21) SC-7',
    RedshiftRequireTlsSSL:
      'AC-24(1) AC-4 AC-4(22) AU-9(3) CA-9 PM-17 SC-13 SC-23 SC-7(4) SC-8 SC-8(1) SC-8(2) SC-8(3) SC-8(4) SC-8(5) SI-1',
    S3BucketLevelPublicAccessProhibited:
      'AC-17 AC-17(1) AC-17(10) AC-17(4) AC-17(9) AC-2(6) AC-3 AC-3(7) AC-4(21) AC-6 MP-2 SC-25 SC-7 SC-7(11) SC-7(2) SC-7(20) SC-7(21) SC-7(24) SC-7(25) SC-7(26) SC-7(27) SC-7(28) SC-7(3) SC-7(7) SC-7(9)',
    S3BucketLoggingEnabled:
      'AC-2(4) AC-3(1) AC-3(10) AC-4(26) AC-6(9) AU-10 AU-12 AU-12(1) AU-12(2) AU-12(3) AU-12(4) AU-14 AU-14(3) AU-2 AU-3 AU-6(3) AU-6(4) AU-6(6) AU-6(9) AU-8 CA-7 CM-5(1) CM-6 CM-9 IA-3(3) MA-4(1) PM-14 PM-31 SC-7(9) SI-1(1) SI-10(1) SI-3(8) SI-4(17) SI-4(2) SI-4(20) SI-7(8)',
    S3BucketPublicReadProhibited:
      'AC-17 AC-17(1) AC-17(10) AC-17(4) AC-17(9) AC-2(6) AC-3 AC-3(7) AC-4(21) AC-6 CM-6 CM-9 MP-2 SC-25 SC-7 SC-7(11) SC-7(12) SC-7(16) SC-7(2) SC-7(20) SC-7(21) SC-7(24) SC-7(25) SC-7(26) SC-7(27) SC-7(28) SC-7(3) SC-7(7) SC-7(9)',
    S3BucketPublicWriteProhibited:
      'AC-17 AC-17(1) AC-17(10) AC-17(4) AC-17(9) AC-2(6) AC-3 AC-3(7) AC-4(21) AC-6 CM-6 CM-9 MP-2 SC-25 SC-7 SC-7(11) SC-7(12) SC-7(16) SC-7(2) SC-7(20) SC-7(21) SC-7(24) SC-7(25) SC-7(26) SC-7(27) SC-7(28) SC-7(3) SC-7(7) SC-7(9)',
    S3BucketReplicationEnabled:
      'AU-9(2) CM-6 CM-9 CP-1(2) CP-10 CP-10(2) CP-2(5) CP-6 CP-6(1) CP-6(2) CP-9 SC-5(2) SI-13(5)',
    S3BucketSSLRequestsOnly:
      'AC-17(2) AC-24(1) AC-4 AC-4(22) AU-9(3) CA-9 CM-6 CM-9 IA-5(1) PM-11 PM-17 SC-13 SC-16(1) SC-23 SC-7(4) SC-8 SC-8(1) SC-8(2) SC-8(3) SC-8(4) SC-8(5) SI-1',
    S3BucketVersioningEnabled:
      'AU-9(2) CP-1(2) CP-10 CP-10(2) CP-2(5) CP-6 CP-6(1) CP-6(2) CP-9 PM-11 PM-17 SC-16(1) SC-5(2) SI-1 SI-13(5)',
    S3DefaultEncryptionKMS: 'AU-9(3) CP-9 CP-9(8) SC-13 SC-28(1) SC-8(3) SC-8(4) SI-19(4)',
    SNSEncryptedKMS: 'AU-9(3) CP-9 SC-13 SC-28(1) SC-8(3) SC-8(4)',
    SageMakerEndpointConfigurationKMSKeyConfigured: 'AU-9(3) CP-9 SC-13 SC-28(1) SC-8(3) SC-8(4) SI-19(4)',
    SageMakerNotebookInstanceKMSKeyConfigured: 'AU-9(3) CP-9 SC-13 SC-28(1) SC-8(3) SC-8(4) SI-19(4)',
    SageMakerNotebookNoDirectInternetAccess:
      'AC-17 AC-17(1) AC-17(10) AC-17(4) AC-17(9) AC-2(6) AC-3 AC-3(7) AC-4(21) AC-6 MP-2 SC-25 SC-7 SC-7(11) SC-7(12) SC-7(16) SC-7(2) SC-7(20) SC-7(21) SC-7(24) SC-7(25) SC-7(26) SC-7(27) SC-7(28) SC-7(3) SC-7(7) SC-7(9)',
    SecretsManagerRotationEnabled:
      'AC-24(1) AC-4 AC-4(22) AU-9(3) CA-9 PM-17 SC-13 SC-23 SC-7(4) SC-8 SC-8(1) SC-8(2) SC-8(3) SC-8(4) SC-8(5) SI-1',
    SecretsManagerUsingKMSKey: 'AU-9(3) CP-9 SC-13 SC-28(1) SC-8(3) SC-8(4) SI-19(4)',
    VPCDefaultSecurityGroupClosed:
      'AC-17 AC-17(1) AC-17(10) AC-17(4) AC-17(9) AC-4(21) CM-6 CM-9 SC-7 SC-7(11) SC-7(12) SC-7(16) SC-7(21) SC-7(24) SC-7(25) SC-7(26) SC-7(27) SC-7(28) SC-7(5) SC-7(7)',
    VPCFlowLogsEnabled:
      'AC-4(26) AU-12 AU-12(1) AU-12(2) AU-12(3) AU-12(4) AU-14 AU-14(3) AU-2 AU-3 AU-6(3) AU-6(4) AU-6(6) AU-6(9) AU-8 CA-7 CM-5(1) CM-6 CM-9 IA-3(3) MA-4(1) PM-14 PM-31 SI-4(17) SI-7(8)',
    VPCNoUnrestrictedRouteToIGW: 'AC-4(21) CM-7',
    VPCSubnetAutoAssignPublicIpDisabled:
      'AC-17 AC-17(1) AC-17(10) AC-17(4) AC-17(9) AC-2(6) AC-3 AC-3(7) AC-4(21) AC-6 MP-2 SC-25 SC-7 SC-7(11) SC-7(12) SC-7(16) SC-7(2) SC-7(20) SC-7(21) SC-7(24) SC-7(25) SC-7(26) SC-7(27) SC-7(28) SC-7(3) SC-7(7) SC-7(9)',
    WAFv2LoggingEnabled:
      'AC-4(26) AU-10 AU-12 AU-12(1) AU-12(2) AU-12(3) AU-12(4) AU-14 AU-14(3) AU-2 AU-3 AU-6(3) AU-6(4) AU-6(6) AU-6(9) AU-8 CA-7 CM-5(1) IA-3(3) MA-4(1) PM-14 PM-31 SC-7(9) SI-4(17) SI-7(8)',
  },
  hipaa: {
    ALBHttpDropInvalidHeaderEnabled: '164.312(a)(2)(iv) 164.312(e)(1) 164.312(e)(2)(i) 164.312(e)(2)(ii)',
    ALBHttpToHttpsRedirection: '164.312(a)(2)(iv) 164.312(e)(1) 164.312(e)(2)(i) 164.312(e)(2)(ii)',
    APIGWCacheEnabledAndEncrypted: '164.312(a)(2)(iv) 164.312(e)(2)(ii)',
    APIGWExecutionLoggingEnabled: '164.312(b)',
    APIGWSSLEnabled: '164.312(a)(2)(iv) 164.312(e)(1) 164.312(e)(2)(i) 164.312(e)(2)(ii)',
    APIGWXrayEnabled: '164.312(b)',
    AutoScalingGroupELBHealthCheckRequired: '164.312(b)',
    AutoScalingLaunchConfigPublicIpDisabled:
      '164.308(a)(3)(i) 164.308(a)(3)(ii)(B) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(C) 164.312(a)(1) 164.312(e)(1)',
    CloudTrailCloudWatchLogsEnabled: '164.308(a)(3)(ii)(A) 164.312(b)',
    CloudTrailEncryptionEnabled: '164.312(a)(2)(iv) 164.312(e)(2)(ii)',
    CloudTrailLogFileValidationEnabled: '164.312(c)(1) 164.312(c)(2)',
    CloudWatchAlarmAction: '164.312(b)',
    CloudWatchLogGroupEncrypted: '164.312(a)(2)(iv) 164.312(e)(2)(ii)',
    CloudWatchLogGroupRetentionPeriod: '164.312(b)',
    CodeBuildProjectEnvVarAwsCred: '164.308(a)(3)(i) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(C) 164.312(a)(1)',
    CodeBuildProjectSourceRepoUrl: '164.308(a)(3)(i) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(C) 164.312(a)(1)',
    DMSReplicationNotPublic: '164.308(a)(3)(i) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(C) 164.312(a)(1) 164.312(e)(1)',
    DynamoDBAutoScalingEnabled: '164.308(a)(7)(i) 164.308(a)(7)(ii)(C)',
    DynamoDBInBackupPlan: '164.308(a)(7)(i) 164.308(a)(7)(ii)(A) 164.308(a)(7)(ii)(B)',
    DynamoDBPITREnabled: '164.308(a)(7)(i) 164.308(a)(7)(ii)(A) 164.308(a)(7)(ii)(B)',
    EC2EBSInBackupPlan: '164.308(a)(7)(i) 164.308(a)(7)(ii)(A) 164.308(a)(7)(ii)(B)',
    EC2EBSOptimizedInstance: '164.308(a)(7)(i)',
    EC2IMDSv2Enabled: '164.308(a)(3)(i) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(C) 164.312(a)(1)',
    EC2InstanceDetailedMonitoringEnabled: '164.312(b)',
    EC2InstanceNoPublicIp: '164.308(a)(3)(i) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(C) 164.312(a)(1) 164.312(e)(1)',
    EC2InstanceProfileAttached:
      '164.308(a)(3)(i) 164.308(a)(3)(ii)(A) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(B) 164.308(a)(4)(ii)(C) 164.312(a)(1)',
    EC2InstancesInVPC: '164.308(a)(3)(i) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(C) 164.312(a)(1) 164.312(e)(1)',
    EC2RestrictedCommonPorts:
      '164.308(a)(3)(i) 164.308(a)(3)(ii)(B) 164.308(a)(4)(i) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(B) 164.308(a)(4)(ii)(C) 164.312(a)(1) 164.312(e)(1)',
    EC2RestrictedSSH:
      '164.308(a)(3)(i) 164.308(a)(3)(ii)(B) 164.308(a)(4)(i) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(B) 164.308(a)(4)(ii)(C) 164.312(a)(1) 164.312(e)(1)',
    ECSTaskDefinitionUserForHostMode:
      '164.308(a)(3)(i) 164.308(a)(3)(ii)(A) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(C) 164.312(a)(1)',
    EFSEncrypted: '164.312(a)(2)(iv) 164.312(e)(2)(ii)',
    EFSInBackupPlan: '164.308(a)(7)(i) 164.308(a)(7)(ii)(A) 164.308(a)(7)(ii)(B)',
    ELBACMCertificateRequired: '164.312(a)(2)(iv) 164.312(e)(1) 164.312(e)(2)(i) 164.312(e)(2)(ii)',
    ELBCrossZoneLoadBalancingEnabled: '164.308(a)(7)(i) 164.308(a)(7)(ii)(C)',
    ELBDeletionProtectionEnabled: '164.308(a)(7)(i) 164.308(a)(7)(ii)(C)',
    ELBLoggingEnabled: '164.312(b)',
    ELBTlsHttpsListenersOnly: '164.312(a)(2)(iv) 164.312(e)(1) 164.312(e)(2)(i) 164.312(e)(2)(ii)',
    ELBv2ACMCertificateRequired: '164.312(a)(2)(iv) 164.312(e)(2)(ii)',
    EMRKerberosEnabled:
      '164.308(a)(3)(i) 164.308(a)(3)(ii)(A) 164.308(a)(3)(ii)(B) 164.308(a)(4)(i) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(B) 164.308(a)(4)(ii)(C) 164.312(a)(1)',
    ElastiCacheRedisClusterAutomaticBackup: '164.308(a)(7)(i) 164.308(a)(7)(ii)(A) 164.308(a)(7)(ii)(B)',
    ElasticBeanstalkEnhancedHealthReportingEnabled: '164.312(b)',
    ElasticBeanstalkManagedUpdatesEnabled: '164.308(a)(5)(ii)(A)',
    IAMGroupHasUsers:
      '164.308(a)(3)(i) 164.308(a)(3)(ii)(A) 164.308(a)(3)(ii)(B) 164.308(a)(4)(i) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(B) 164.308(a)(4)(ii)(C) 164.312(a)(1)',
    IAMNoInlinePolicy:
      '164.308(a)(3)(i) 164.308(a)(3)(ii)(A) 164.308(a)(3)(ii)(B) 164.308(a)(4)(i) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(B) 164.308(a)(4)(ii)(C) 164.312(a)(1)',
    IAMPolicyNoStatementsWithAdminAccess:
      '164.308(a)(3)(i) 164.308(a)(3)(ii)(A) 164.308(a)(3)(ii)(B) 164.308(a)(4)(i) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(B) 164.308(a)(4)(ii)(C) 164.312(a)(1)',
    IAMPolicyNoStatementsWithFullAccess:
      '164.308(a)(3)(i) 164.308(a)(3)(ii)(A) 164.308(a)(3)(ii)(B) 164.308(a)(4)(i) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(B) 164.308(a)(4)(ii)(C) 164.312(a)(1)',
    IAMUserGroupMembership:
      '164.308(a)(3)(i) 164.308(a)(3)(ii)(A) 164.308(a)(3)(ii)(B) 164.308(a)(4)(i) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(B) 164.308(a)(4)(ii)(C) 164.312(a)(1)',
    IAMUserNoPolicies:
      '164.308(a)(3)(i) 164.308(a)(3)(ii)(A) 164.308(a)(3)(ii)(B) 164.308(a)(4)(i) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(B) 164.308(a)(4)(ii)(C) 164.312(a)(1)',
    LambdaConcurrency: '164.312(b)',
    LambdaDLQ: '164.312(b)',
    LambdaFunctionPublicAccessProhibited:
      '164.308(a)(3)(i) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(C) 164.312(a)(1) 164.312(e)(1)',
    LambdaInsideVPC: '164.308(a)(3)(i) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(C) 164.312(a)(1) 164.312(e)(1)',
    OpenSearchEncryptedAtRest: '164.312(a)(2)(iv) 164.312(e)(2)(ii)',
    OpenSearchErrorLogsToCloudWatch: '164.308(a)(3)(ii)(A) 164.312(b)',
    OpenSearchInVPCOnly: '164.308(a)(3)(i) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(C) 164.312(a)(1) 164.312(e)(1)',
    OpenSearchNodeToNodeEncryption: '164.312(a)(2)(iv) 164.312(e)(1) 164.312(e)(2)(i) 164.312(e)(2)(ii)',
    RDSAutomaticMinorVersionUpgradeEnabled: '164.308(a)(5)(ii)(A)',
    RDSEnhancedMonitoringEnabled: '164.312(b)',
    RDSInBackupPlan: '164.308(a)(7)(i) 164.308(a)(7)(ii)(A) 164.308(a)(7)(ii)(B)',
    RDSInstanceBackupEnabled: '164.308(a)(7)(i) 164.308(a)(7)(ii)(A) 164.308(a)(7)(ii)(B)',
    RDSInstanceDeletionProtectionEnabled: '164.308(a)(7)(i) 164.308(a)(7)(ii)(C)',
    RDSInstancePublicAccess: '164.308(a)(3)(i) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(C) 164.312(a)(1) 164.312(e)(1)',
    RDSLoggingEnabled: '164.308(a)(3)(ii)(A) 164.308(a)(5)(ii)(C)',
    RDSMultiAZSupport: '164.308(a)(7)(i) 164.308(a)(7)(ii)(C)',
    RDSStorageEncrypted: '164.312(a)(2)(iv) 164.312(e)(2)(ii)',
    RedshiftBackupEnabled: '164.308(a)(7)(i) 164.308(a)(7)(ii)(A) 164.308(a)(7)(ii)(B)',
    RedshiftClusterConfiguration: '164.312(a)(2)(iv) 164.312(b) 164.312(e)(2)(ii)',
    RedshiftClusterMaintenanceSettings: '164.308(a)(5)(ii)(A) 164.308(a)(7)(ii)(A)',
    RedshiftClusterPublicAccess:
      '164.308(a)(3)(i) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(C) 164.312(a)(1) 164.312(e)(1)',
    RedshiftEnhancedVPCRoutingEnabled: '164.312(e)(1)',
    RedshiftRequireTlsSSL: '164.312(a)(2)(iv) 164.312(e)(1) 164.312(e)(2)(i) 164.312(e)(2)(ii)',
    S3BucketLevelPublicAccessProhibited:
      '164.308(a)(3)(i) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(C) 164.312(a)(1) 164.312(e)(1)',
    S3BucketLoggingEnabled: '164.308(a)(3)(ii)(A) 164.312(b)',
    S3BucketPublicReadProhibited:
      '164.308(a)(3)(i) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(C) 164.312(a)(1) 164.312(e)(1)',
    S3BucketPublicWriteProhibited:
      '164.308(a)(3)(i) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(C) 164.312(a)(1) 164.312(e)(1)',
    S3BucketReplicationEnabled: '164.308(a)(7)(i) 164.308(a)(7)(ii)(A) 164.308(a)(7)(ii)(B)',
    S3BucketSSLRequestsOnly: '164.312(a)(2)(iv) 164.312(c)(2) 164.312(e)(1) 164.312(e)(2)(i) 164.312(e)(2)(ii)',
    S3BucketVersioningEnabled: '164.308(a)(7)(i) 164.308(a)(7)(ii)(A) 164.308(a)(7)(ii)(B) 164.312(c)(1) 164.312(c)(2)',
    S3DefaultEncryptionKMS: '164.312(a)(2)(iv) 164.312(e)(2)(ii)',
    SNSEncryptedKMS: '164.312(a)(2)(iv) 164.312(e)(2)(ii)',
    SageMakerEndpointConfigurationKMSKeyConfigured: '164.312(a)(2)(iv) 164.312(e)(2)(ii)',
    SageMakerNotebookInstanceKMSKeyConfigured: '164.312(a)(2)(iv) 164.312(e)(2)(ii)',
    SageMakerNotebookNoDirectInternetAccess:
      '164.308(a)(3)(i) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(C) 164.312(a)(1) 164.312(e)(1)',
    SecretsManagerRotationEnabled: '164.308(a)(4)(ii)(B)',
    SecretsManagerUsingKMSKey: '164.312(a)(2)(iv) 164.312(e)(2)(ii)',
    VPCDefaultSecurityGroupClosed: '164.312(e)(1)',
    VPCFlowLogsEnabled: '164.308(a)(3)(ii)(A) 164.312(b)',
    VPCNoUnrestrictedRouteToIGW: '164.312(e)(1)',
    VPCSubnetAutoAssignPublicIpDisabled:
      '164.308(a)(3)(i) 164.308(a)(4)(ii)(A) 164.308(a)(4)(ii)(C) 164.312(a)(1) 164.312(e)(1)',
    WAFv2LoggingEnabled: '164.312(b)',
  },
  pci: {
    ALBHttpDropInvalidHeaderEnabled: '4.1 8.2.1',
    ALBHttpToHttpsRedirection: '2.3 4.1 8.2.1',
    ALBWAFEnabled: '6.6',
    APIGWAssociatedWithWAF: '6.6',
    APIGWCacheEnabledAndEncrypted: '3.4',
    APIGWExecutionLoggingEnabled: '10.1 10.3.1 10.3.2 10.3.3 10.3.4 10.3.5 10.3.6 10.5.4',
    APIGWSSLEnabled: '2.3 4.1 8.2.1',
    AutoScalingGroupELBHealthCheckRequired: '2.2',
    AutoScalingLaunchConfigPublicIpDisabled: '1.2 1.2.1 1.3 1.3.1 1.3.2 1.3.4 1.3.6 2.2.2',
    CloudTrailCloudWatchLogsEnabled:
      '10.1 10.2.1 10.2.2 10.2.3 10.2.5 10.3.1 10.3.2 10.3.3 10.3.4 10.3.5 10.3.6 10.5.3 10.5.4 2.2',
    CloudTrailEncryptionEnabled: '10.5 2.2 3.4',
    CloudTrailLogFileValidationEnabled: '10.5 10.5.2 10.5.5 11.5 2.2',
    CloudWatchLogGroupEncrypted: '3.4',
    CloudWatchLogGroupRetentionPeriod: '10.7 3.1',
    CodeBuildProjectEnvVarAwsCred: '8.2.1',
    CodeBuildProjectSourceRepoUrl: '8.2.1',
    DMSReplicationNotPublic: '1.2 1.2.1 1.3 1.3.1 1.3.2 1.3.4 1.3.6 2.2.2',
    EC2InstanceNoPublicIp: '1.2 1.2.1 1.3 1.3.1 1.3.2 1.3.4 1.3.6 2.2.2',
    EC2InstanceProfileAttached: '2.2 7.1.1 7.2.1',
    EC2InstancesInVPC: '1.2 1.2.1 1.3 1.3.1 1.3.2 1.3.4 1.3.6 2.2.2',
    EC2RestrictedCommonPorts: '1.2 1.2.1 1.3 1.3.1 1.3.2 2.2 2.2.2',
    EC2RestrictedSSH: '1.2 1.2.1 1.3 1.3.1 1.3.2 2.2 2.2.2',
    ECSTaskDefinitionUserForHostMode: '7.2.1',
    EFSEncrypted: '3.4 8.2.1',
    ELBACMCertificateRequired: '4.1 8.2.1',
    ELBLoggingEnabled: '10.1 10.3.1 10.3.2 10.3.3 10.3.4 10.3.5 10.3.6 10.5.4',
    ELBTlsHttpsListenersOnly: '2.3 4.1 8.2.1',
    ELBv2ACMCertificateRequired: '4.1',
    EMRKerberosEnabled: '7.2.1',
    IAMGroupHasUsers: '7.1.2 7.1.3 7.2.1 7.2.2',
    IAMNoInlinePolicy: '2.2 7.1.2 7.1.3 7.2.1 7.2.2',
    IAMPolicyNoStatementsWithAdminAccess: '2.2 7.1.2 7.1.3 7.2.1 7.2.2',
    IAMPolicyNoStatementsWithFullAccess: '7.1.2 7.1.3 7.2.1 7.2.2',
    IAMUserGroupMembership: '2.2 7.1.2 7.1.3 7.2.1 7.2.2',
    IAMUserNoPolicies: '2.2 7.1.2 7.1.3 7.2.1 7.2.2',
    KMSBackingKeyRotationEnabled: '2.2 3.5 3.6 3.6.4',
    LambdaFunctionPublicAccessProhibited: '1.2 1.2.1 1.3 1.3.1 1.3.2 1.3.4 2.2.2',
    LambdaInsideVPC: '1.2 1.2.1 1.3 1.3.1 1.3.2 1.3.4 2.2.2',
    OpenSearchEncryptedAtRest: '3.4 8.2.1',
    OpenSearchErrorLogsToCloudWatch:
      '10.1 10.2.1 10.2.2 10.2.3 10.2.4 10.2.5 10.3.1 10.3.2 10.3.3 10.3.4 10.3.5 10.3.6',
    OpenSearchInVPCOnly: '1.2 1.2.1 1.3 1.3.1 1.3.2 1.3.4 1.3.6 2.2.2',
    OpenSearchNodeToNodeEncryption: '4.1',
    RDSAutomaticMinorVersionUpgradeEnabled: '6.2',
    RDSInstancePublicAccess: '1.2 1.2.1 1.3 1.3.1 1.3.2 1.3.4 1.3.6 2.2.2',
    RDSLoggingEnabled: '10.1 10.2.1 10.2.2 10.2.3 10.2.4 10.2.5 10.3.1 10.3.2 10.3.3 10.3.4 10.3.5 10.3.6',
    RDSStorageEncrypted: '3.4 8.2.1',
    RedshiftClusterConfiguration:
      '10.1 10.2.1 10.2.2 10.2.3 10.2.4 10.2.5 10.3.1 10.3.2 10.3.3 10.3.4 10.3.5 10.3.6 3.4 8.2.1',
    RedshiftClusterMaintenanceSettings: '6.2',
    RedshiftClusterPublicAccess: '1.2 1.2.1 1.3 1.3.1 1.3.2 1.3.4 1.3.6 2.2.2',
    RedshiftEnhancedVPCRoutingEnabled: '1.2 1.3 1.3.1 1.3.2',
    RedshiftRequireTlsSSL: '2.3 4.1',
    S3BucketLevelPublicAccessProhibited: '1.2 1.2.1 1.3 1.3.1 1.3.2 1.3.4 1.3.6 2.2.2',
    S3BucketLoggingEnabled:
      '10.1 10.2.1 10.2.2 10.2.3 10.2.4 10.2.5 10.2.7 10.3.1 10.3.2 10.3.3 10.3.4 10.3.5 10.3.6 2.2',
    S3BucketPublicReadProhibited: '1.2 1.2.1 1.3 1.3.1 1.3.2 1.3.4 1.3.6 2.2 2.2.2',
    S3BucketPublicWriteProhibited: '1.2 1.2.1 1.3 1.3.1 1.3.2 1.3.4 1.3.6 2.2 2.2.2',
    S3BucketReplicationEnabled: '10.5.3 2.2',
    S3BucketSSLRequestsOnly: '2.2 4.1 8.2.1',
    S3BucketVersioningEnabled: '10.5.3',
    S3DefaultEncryptionKMS: '10.5 3.4 8.2.1',
    SNSEncryptedKMS: '8.2.1',
    SageMakerEndpointConfigurationKMSKeyConfigured: '3.4 8.2.1',
    SageMakerNotebookInstanceKMSKeyConfigured: '3.4 8.2.1',
    SageMakerNotebookNoDirectInternetAccess: '1.2 1.2.1 1.3 1.3.1 1.3.2 1.3.4 1.3.6 2.2.2',
    SecretsManagerUsingKMSKey: '3.4 8.2.1',
    VPCDefaultSecurityGroupClosed: '1.2 1.2.1 1.3 1.3.1 1.3.2 2.1 2.2 2.2.2',
    VPCFlowLogsEnabled: '10.1 10.3.2 10.3.3 10.3.4 10.3.5 10.3.6 2.2',
    VPCNoUnrestrictedRouteToIGW: '1.2 1.2.1 1.3 1.3.1 1.3.2 2.2.2',
    VPCSubnetAutoAssignPublicIpDisabled: '1.2 1.2.1 1.3 1.3.1 1.3.2 1.3.4 1.3.6 2.2.2',
    WAFv2LoggingEnabled: '10.1 10.3.1 10.3.2 10.3.3 10.3.4 10.3.5 10.3.6 10.5.4',
  },
};
