"""Calls that the services refuse, each with the code that the service's API reference gives."""

import json

TOPIC = json.dumps({"Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}})


def wrong_calls(bucket, outputs):
    """Rows of service, operation, arguments and error code."""
    key = outputs.get("KeyId", "none")
    function = outputs.get("FunctionName", "none")
    parts = {"Parts": [{"PartNumber": 1, "ETag": '"0"'}]}
    return [
        ("cloudformation", "describe_stacks", {"StackName": "absent"}, "ValidationError"),
        ("cloudformation", "create_stack", {"StackName": "base", "TemplateBody": TOPIC}, "AlreadyExistsException"),
        ("cloudformation", "create_stack", {"StackName": "1st", "TemplateBody": TOPIC}, "ValidationError"),
        ("cloudformation", "create_stack", {"StackName": "new", "TemplateBody": "{"}, "ValidationError"),
        ("cloudformation", "update_stack", {"StackName": "absent", "TemplateBody": TOPIC}, "ValidationError"),
        ("cloudformation", "validate_template", {"TemplateBody": "{}"}, "ValidationError"),
        ("cloudformation", "describe_change_set", {"StackName": "base", "ChangeSetName": "absent"}, "ChangeSetNotFound"),
        ("cloudformation", "describe_stack_resource", {"StackName": "base", "LogicalResourceId": "No"}, "ValidationError"),
        ("cloudformation", "get_template", {"StackName": "absent"}, "ValidationError"),
        ("s3", "list_objects_v2", {"Bucket": "absent-bucket"}, "NoSuchBucket"),
        ("s3", "get_object", {"Bucket": bucket, "Key": "absent"}, "NoSuchKey"),
        ("s3", "head_object", {"Bucket": bucket, "Key": "absent"}, "404"),
        ("s3", "get_object", {"Bucket": bucket, "Key": "once", "Range": "bytes=900-"}, "InvalidRange"),
        ("s3", "get_bucket_policy", {"Bucket": bucket}, "NoSuchBucketPolicy"),
        ("s3", "get_bucket_tagging", {"Bucket": bucket}, "NoSuchTagSet"),
        ("s3", "list_parts", {"Bucket": bucket, "Key": "k", "UploadId": "none"}, "NoSuchUpload"),
        ("s3", "complete_multipart_upload", {"Bucket": bucket, "Key": "k", "UploadId": "x", "MultipartUpload": parts}, "NoSuchUpload"),
        ("s3", "copy_object", {"Bucket": bucket, "Key": "k", "CopySource": f"{bucket}/absent"}, "NoSuchKey"),
        ("s3", "put_object", {"Bucket": bucket, "Key": "k" * 1025, "Body": b""}, "KeyTooLongError"),
        ("s3", "put_object", {"Bucket": bucket, "Key": "k", "Tagging": "aws:a=1", "Body": b""}, "InvalidTag"),
        ("s3", "put_object_acl", {"Bucket": bucket, "Key": "once", "ACL": "private"}, "NotImplemented"),
        ("s3", "put_object_retention", {"Bucket": bucket, "Key": "once", "Retention": {}}, "NotImplemented"),
        ("s3", "create_bucket", {"Bucket": bucket, "CreateBucketConfiguration": {"LocationConstraint": "eu-central-1"}}, "NotImplemented"),
        ("ssm", "get_parameter", {"Name": "/absent"}, "ParameterNotFound"),
        ("ssm", "get_parameter", {"Name": "/clients/stack:99"}, "ParameterVersionNotFound"),
        ("ssm", "put_parameter", {"Name": "/clients/stack", "Value": "x", "Type": "String"}, "ParameterAlreadyExists"),
        ("ssm", "put_parameter", {"Name": "/a" * 16, "Value": "x", "Type": "String"}, "HierarchyLevelLimitExceededException"),
        ("ssm", "put_parameter", {"Name": "/b", "Value": "x", "Type": "Text"}, "ValidationException"),
        ("ssm", "put_parameter", {"Name": "/c", "Value": "x", "Type": "String", "AllowedPattern": "^y$"}, "ParameterPatternMismatchException"),
        ("ssm", "delete_parameter", {"Name": "/absent"}, "ParameterNotFound"),
        ("ssm", "list_tags_for_resource", {"ResourceType": "Parameter", "ResourceId": "/absent"}, "InvalidResourceId"),
        ("sts", "assume_role", {"RoleArn": "arn:aws:iam::111111111111:role/absent", "RoleSessionName": "me"}, "AccessDenied"),
        ("sts", "assume_role", {"RoleArn": outputs.get("RoleArn", "none" * 5), "RoleSessionName": "a b"}, "ValidationError"),
        ("kms", "describe_key", {"KeyId": "00000000-0000-4000-a000-000000000000"}, "NotFoundException"),
        ("kms", "encrypt", {"KeyId": "alias/absent", "Plaintext": b"x"}, "NotFoundException"),
        ("kms", "decrypt", {"KeyId": key, "CiphertextBlob": b"nothing"}, "InvalidCiphertextException"),
        ("kms", "sign", {"KeyId": key, "Message": b"x", "SigningAlgorithm": "ECDSA_SHA_256"}, "InvalidKeyUsageException"),
        ("ecr", "describe_repositories", {"repositoryNames": ["absent"]}, "RepositoryNotFoundException"),
        ("ecr", "describe_images", {"repositoryName": "clients/app", "imageIds": [{"imageTag": "no"}]}, "ImageNotFoundException"),
        ("ecr", "put_image", {"repositoryName": "clients/app", "imageManifest": "text"}, "InvalidParameterException"),
        ("lambda", "invoke", {"FunctionName": "absent"}, "ResourceNotFoundException"),
        ("lambda", "invoke", {"FunctionName": function, "Payload": b"{no json"}, "InvalidRequestContentException"),
        ("ec2", "describe_vpcs", {"VpcIds": ["vpc-0123456789abcdef0"]}, "InvalidVpcID.NotFound"),
        ("ec2", "describe_vpcs", {"Filters": [{"Name": "no-such-filter", "Values": ["x"]}]}, "InvalidParameterValue"),
        ("ec2", "describe_subnets", {"SubnetIds": ["subnet-0123456789abcdef0"]}, "InvalidSubnetID.NotFound"),
        ("logs", "describe_log_streams", {"logGroupName": "absent"}, "ResourceNotFoundException"),
        ("stepfunctions", "describe_execution", {"executionArn": "arn:aws:states:eu-central-1:111111111111:execution:a:b"}, "ExecutionDoesNotExist"),
    ]
