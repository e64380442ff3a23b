"""Templates that boto.py deploys."""

import copy

TRUST = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"AWS": {"Fn::Sub": "arn:aws:iam::${AWS::AccountId}:root"}}, "Action": "sts:AssumeRole"}],
}
FOR_LAMBDA = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}],
}
LOGS = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}]}
KEY_POLICY = {
    "Version": "2012-10-17",
    "Statement": [
        {"Effect": "Allow", "Principal": {"AWS": {"Fn::Sub": "arn:aws:iam::${AWS::AccountId}:root"}}, "Action": "kms:*", "Resource": "*"}
    ],
}
CODE = "exports.handler = async ({ n, fail }) => { if (fail) throw new Error('asked to fail'); return { twice: 2 * n }; };"
BASE = {
    "Resources": {
        "Plain": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "clients-plain"}},
        "Versioned": {
            "Type": "AWS::S3::Bucket",
            "Properties": {"BucketName": "clients-versioned", "VersioningConfiguration": {"Status": "Enabled"}},
        },
        "Parameter": {"Type": "AWS::SSM::Parameter", "Properties": {"Name": "/clients/stack", "Type": "String", "Value": "one"}},
        "Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": TRUST}},
        "Key": {"Type": "AWS::KMS::Key", "Properties": {"KeyPolicy": KEY_POLICY}},
        "Alias": {"Type": "AWS::KMS::Alias", "Properties": {"AliasName": "alias/clients", "TargetKeyId": {"Ref": "Key"}}},
        "SigningKey": {
            "Type": "AWS::KMS::Key",
            "Properties": {"KeySpec": "ECC_NIST_P256", "KeyUsage": "SIGN_VERIFY", "KeyPolicy": KEY_POLICY},
        },
        "Repository": {"Type": "AWS::ECR::Repository", "Properties": {"RepositoryName": "clients/app"}},
        "FunctionRole": {
            "Type": "AWS::IAM::Role",
            "Properties": {"AssumeRolePolicyDocument": FOR_LAMBDA, "Policies": [{"PolicyName": "logs", "PolicyDocument": LOGS}]},
        },
        "Function": {
            "Type": "AWS::Lambda::Function",
            "Properties": {
                "Runtime": "nodejs22.x",
                "Handler": "index.handler",
                "Code": {"ZipFile": CODE},
                "Role": {"Fn::GetAtt": ["FunctionRole", "Arn"]},
            },
        },
    },
    "Outputs": {
        "RoleArn": {"Value": {"Fn::GetAtt": ["Role", "Arn"]}},
        "KeyId": {"Value": {"Ref": "Key"}},
        "SigningKeyId": {"Value": {"Ref": "SigningKey"}},
        "FunctionName": {"Value": {"Ref": "Function"}},
    },
}
CHANGED = copy.deepcopy(BASE)
CHANGED["Resources"]["Parameter"]["Properties"]["Value"] = "two"
EXPORTING = {
    "Resources": {"Topic": {"Type": "AWS::SNS::Topic"}},
    "Outputs": {"Topic": {"Value": {"Ref": "Topic"}, "Export": {"Name": "clients-export"}}},
}
FAILING = {
    "Resources": {
        "Topic": {"Type": "AWS::SNS::Topic"},
        "Taken": {"Type": "AWS::S3::Bucket", "DependsOn": "Topic", "Properties": {"BucketName": "clients-plain"}},
    }
}
PROTECTED = {"Resources": {"Queue": {"Type": "AWS::SQS::Queue"}}}
NAMED_ROLE = {"Resources": {"Role": {"Type": "AWS::IAM::Role", "Properties": {"RoleName": "named", "AssumeRolePolicyDocument": TRUST}}}}
