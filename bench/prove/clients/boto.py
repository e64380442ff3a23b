"""Drives the local cloud with boto3, as its users do, and prints a line of JSON for each check.

The environment names the local cloud. Every check names what it holds the cloud to; a check that fails says what it got.
"""

import base64
import hashlib
import io
import json
import time
import traceback
import urllib.error
import urllib.request

import boto3
import botocore
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import ClientError

from boto_templates import BASE, CHANGED, EXPORTING, FAILING, NAMED_ROLE, PROTECTED
from boto_wrong import wrong_calls


def emit(name, problem=None):
    print(json.dumps({"name": name, "problem": problem}), flush=True)


def check(function):
    """Runs one check and prints how it ended."""
    name = function.__doc__.strip()
    try:
        function()
        emit(name)
    except Exception as error:  # a check must not end the others
        place = traceback.extract_tb(error.__traceback__)[1:2]
        line = f" (line {place[0].lineno}: {place[0].line})" if place else ""
        emit(name, f"{type(error).__name__}: {error}{line}"[:600])


def equal(got, expected):
    assert got == expected, f"got {got!r:.200}, expected {expected!r:.200}"


def refused(code, call):
    try:
        call()
    except ClientError as error:
        equal(error.response["Error"]["Code"], code)
        return error
    raise AssertionError(f"was accepted, expected {code}")


cfn = boto3.client("cloudformation")
s3 = boto3.client("s3")
ssm = boto3.client("ssm")
sts = boto3.client("sts")
kms = boto3.client("kms")
ecr = boto3.client("ecr")
lam = boto3.client("lambda")
ec2 = boto3.client("ec2")
logs = boto3.client("logs")
BUCKET, VERSIONED = "clients-plain", "clients-versioned"
FAST = {"Delay": 1, "MaxAttempts": 60}


def wait(name, stack, **more):
    cfn.get_waiter(name).wait(StackName=stack, WaiterConfig=FAST, **more)


def outputs(stack):
    found = cfn.describe_stacks(StackName=stack)["Stacks"][0].get("Outputs", [])
    return {one["OutputKey"]: one["OutputValue"] for one in found}


@check
def create():
    """CloudFormation: CreateStack and its waiter"""
    answer = cfn.create_stack(
        StackName="base", TemplateBody=json.dumps(BASE), Tags=[{"Key": "team", "Value": "a b"}], Capabilities=["CAPABILITY_IAM"]
    )
    wait("stack_create_complete", "base")
    stack = cfn.describe_stacks(StackName=answer["StackId"])["Stacks"][0]
    equal(stack["StackStatus"], "CREATE_COMPLETE")
    equal(stack["Tags"], [{"Key": "team", "Value": "a b"}])


@check
def resources():
    """CloudFormation: resources, events, summary, template and lists"""
    names = [one["LogicalResourceId"] for one in cfn.describe_stack_resources(StackName="base")["StackResources"]]
    equal(sorted(names), sorted(BASE["Resources"]))
    paged = cfn.get_paginator("list_stack_resources").paginate(StackName="base").search("StackResourceSummaries[]")
    equal(sorted(one["LogicalResourceId"] for one in paged), sorted(BASE["Resources"]))
    events = list(cfn.get_paginator("describe_stack_events").paginate(StackName="base").search("StackEvents[]"))
    equal(events[0]["ResourceStatus"], "CREATE_COMPLETE")
    equal(events[-1]["ResourceStatus"], "CREATE_IN_PROGRESS")
    equal(cfn.get_template(StackName="base")["TemplateBody"]["Resources"].keys(), BASE["Resources"].keys())
    summary = cfn.get_template_summary(StackName="base")
    assert "AWS::S3::Bucket" in summary["ResourceTypes"], summary
    cfn.validate_template(TemplateBody=json.dumps(BASE))
    found = cfn.get_paginator("list_stacks").paginate(StackStatusFilter=["CREATE_COMPLETE"]).search("StackSummaries[]")
    assert "base" in [one["StackName"] for one in found]
    equal(cfn.describe_stack_resource(StackName="base", LogicalResourceId="Key")["StackResourceDetail"]["ResourceType"], "AWS::KMS::Key")


@check
def update():
    """CloudFormation: UpdateStack, its waiter, and an update that changes nothing"""
    cfn.update_stack(StackName="base", TemplateBody=json.dumps(CHANGED), Capabilities=["CAPABILITY_IAM"])
    wait("stack_update_complete", "base")
    equal(ssm.get_parameter(Name="/clients/stack")["Parameter"]["Value"], "two")
    error = refused(
        "ValidationError",
        lambda: cfn.update_stack(StackName="base", UsePreviousTemplate=True, Capabilities=["CAPABILITY_IAM"]),
    )
    equal(error.response["Error"]["Message"], "No updates are to be performed.")


@check
def change_sets():
    """CloudFormation: change sets of a new and of an existing stack, with their waiters"""
    cfn.create_change_set(
        StackName="sets", ChangeSetName="first", ChangeSetType="CREATE", TemplateBody=json.dumps(EXPORTING)
    )
    cfn.get_waiter("change_set_create_complete").wait(StackName="sets", ChangeSetName="first", WaiterConfig=FAST)
    described = cfn.describe_change_set(StackName="sets", ChangeSetName="first")
    equal([one["ResourceChange"]["Action"] for one in described["Changes"]], ["Add"])
    equal(cfn.describe_stacks(StackName="sets")["Stacks"][0]["StackStatus"], "REVIEW_IN_PROGRESS")
    cfn.execute_change_set(StackName="sets", ChangeSetName="first")
    wait("stack_create_complete", "sets")
    assert "clients-export" in [one["Name"] for one in cfn.list_exports()["Exports"]]
    cfn.create_change_set(StackName="sets", ChangeSetName="same", TemplateBody=json.dumps(EXPORTING))
    try:
        cfn.get_waiter("change_set_create_complete").wait(StackName="sets", ChangeSetName="same", WaiterConfig=FAST)
        raise AssertionError("the waiter took a change set without changes")
    except botocore.exceptions.WaiterError as error:
        equal(error.last_response["Status"], "FAILED")
    equal([one["ChangeSetName"] for one in cfn.list_change_sets(StackName="sets")["Summaries"]], ["same"])
    cfn.delete_change_set(StackName="sets", ChangeSetName="same")
    equal(cfn.list_change_sets(StackName="sets")["Summaries"], [])


@check
def rollback():
    """CloudFormation: a stack that fails rolls back, and its waiter says so"""
    cfn.create_stack(StackName="failing", TemplateBody=json.dumps(FAILING))
    try:
        wait("stack_create_complete", "failing")
        raise AssertionError("the waiter took a stack that failed")
    except botocore.exceptions.WaiterError as error:
        assert error.last_response["Stacks"][0]["StackStatus"].startswith("ROLLBACK_"), error.last_response
    while cfn.describe_stacks(StackName="failing")["Stacks"][0]["StackStatus"] == "ROLLBACK_IN_PROGRESS":
        time.sleep(0.2)
    equal(cfn.describe_stacks(StackName="failing")["Stacks"][0]["StackStatus"], "ROLLBACK_COMPLETE")
    cfn.delete_stack(StackName="failing")
    wait("stack_delete_complete", "failing")


@check
def drift():
    """CloudFormation: drift of a parameter that was changed by hand"""
    ssm.put_parameter(Name="/clients/stack", Value="by hand", Overwrite=True)
    detection = cfn.detect_stack_drift(StackName="base")["StackDriftDetectionId"]
    status = cfn.describe_stack_drift_detection_status(StackDriftDetectionId=detection)
    equal((status["DetectionStatus"], status["StackDriftStatus"]), ("DETECTION_COMPLETE", "DRIFTED"))
    found = cfn.describe_stack_resource_drifts(StackName="base", StackResourceDriftStatusFilters=["MODIFIED"])
    equal([one["LogicalResourceId"] for one in found["StackResourceDrifts"]], ["Parameter"])
    equal(found["StackResourceDrifts"][0]["PropertyDifferences"][0]["ActualValue"], "by hand")


@check
def protection():
    """CloudFormation: termination protection, stack policy and capabilities"""
    cfn.create_stack(StackName="kept", TemplateBody=json.dumps(PROTECTED), EnableTerminationProtection=True)
    wait("stack_create_complete", "kept")
    refused("ValidationError", lambda: cfn.delete_stack(StackName="kept"))
    cfn.update_termination_protection(StackName="kept", EnableTerminationProtection=False)
    policy = json.dumps({"Statement": [{"Effect": "Allow", "Action": "Update:*", "Principal": "*", "Resource": "*"}]})
    cfn.set_stack_policy(StackName="kept", StackPolicyBody=policy)
    equal(json.loads(cfn.get_stack_policy(StackName="kept")["StackPolicyBody"]), json.loads(policy))
    refused("InsufficientCapabilitiesException", lambda: cfn.create_stack(StackName="role", TemplateBody=json.dumps(NAMED_ROLE)))


@check
def objects():
    """S3: objects with every attribute, read whole, in part and under conditions"""
    put = s3.put_object(
        Bucket=BUCKET,
        Key="a/b.txt",
        Body=b"hello world",
        ContentType="text/plain",
        CacheControl="max-age=5",
        ContentLanguage="de",
        ContentDisposition="inline",
        Metadata={"owner": "someone"},
        Tagging="a=1&b=x%20y",
    )
    got = s3.get_object(Bucket=BUCKET, Key="a/b.txt")
    equal(got["Body"].read(), b"hello world")
    equal((got["ContentType"], got["CacheControl"], got["ContentLanguage"]), ("text/plain", "max-age=5", "de"))
    equal((got["Metadata"], got["TagCount"], got["ETag"]), ({"owner": "someone"}, 2, put["ETag"]))
    part = s3.get_object(Bucket=BUCKET, Key="a/b.txt", Range="bytes=6-")
    equal((part["Body"].read(), part["ContentRange"]), (b"world", "bytes 6-10/11"))
    equal(s3.get_object(Bucket=BUCKET, Key="a/b.txt", Range="bytes=-3")["Body"].read(), b"rld")
    equal(s3.get_object(Bucket=BUCKET, Key="a/b.txt", IfMatch=put["ETag"])["ContentLength"], 11)
    refused("304", lambda: s3.get_object(Bucket=BUCKET, Key="a/b.txt", IfNoneMatch=put["ETag"]))
    equal(s3.get_object(Bucket=BUCKET, Key="a/b.txt", ResponseContentType="text/html")["ContentType"], "text/html")
    head = s3.head_object(Bucket=BUCKET, Key="a/b.txt", ChecksumMode="ENABLED")
    assert "ChecksumCRC32" in head, head
    tags = s3.get_object_tagging(Bucket=BUCKET, Key="a/b.txt")["TagSet"]
    equal(sorted((one["Key"], one["Value"]) for one in tags), [("a", "1"), ("b", "x y")])


@check
def writes():
    """S3: conditional writes"""
    s3.put_object(Bucket=BUCKET, Key="once", Body=b"1", IfNoneMatch="*")
    refused("PreconditionFailed", lambda: s3.put_object(Bucket=BUCKET, Key="once", Body=b"2", IfNoneMatch="*"))
    refused("PreconditionFailed", lambda: s3.put_object(Bucket=BUCKET, Key="once", Body=b"2", IfMatch='"0"'))
    etag = s3.head_object(Bucket=BUCKET, Key="once")["ETag"]
    s3.put_object(Bucket=BUCKET, Key="once", Body=b"3", IfMatch=etag)
    equal(s3.get_object(Bucket=BUCKET, Key="once")["Body"].read(), b"3")


@check
def checksums():
    """S3: every checksum that boto3 computes without more packages, and one that is wrong"""
    for algorithm in ("CRC32", "SHA1", "SHA256"):
        put = s3.put_object(Bucket=BUCKET, Key="sum", Body=b"summed", ChecksumAlgorithm=algorithm)
        got = s3.get_object(Bucket=BUCKET, Key="sum", ChecksumMode="ENABLED")
        equal((got["Body"].read(), got[f"Checksum{algorithm}"]), (b"summed", put[f"Checksum{algorithm}"]))
    wrong = base64.b64encode(hashlib.sha256(b"other").digest()).decode()
    refused("BadDigest", lambda: s3.put_object(Bucket=BUCKET, Key="sum", Body=b"summed", ChecksumSHA256=wrong))
    md5 = base64.b64encode(hashlib.md5(b"other").digest()).decode()
    refused("BadDigest", lambda: s3.put_object(Bucket=BUCKET, Key="sum", Body=b"summed", ContentMD5=md5))


@check
def streams():
    """S3: a body of unknown length is sent in chunks with a trailing checksum"""
    s3.upload_fileobj(io.BytesIO(b"stream" * 1000), BUCKET, "streamed")
    got = s3.get_object(Bucket=BUCKET, Key="streamed")
    equal(got["Body"].read(), b"stream" * 1000)
    assert "aws-chunked" not in got.get("ContentEncoding", ""), got["ContentEncoding"]
    s3.put_object(Bucket=BUCKET, Key="zipped", Body=io.BytesIO(b"z" * 70000), ContentEncoding="gzip")
    equal(s3.head_object(Bucket=BUCKET, Key="zipped")["ContentEncoding"], "gzip")


@check
def transfer():
    """S3: the transfer manager sends 12 MB in parts and reads them back"""
    data = bytes(range(256)) * (12 * 1024 * 4)
    s3.upload_fileobj(io.BytesIO(data), BUCKET, "big", Config=TransferConfig(multipart_chunksize=5 * 1024 * 1024))
    back = io.BytesIO()
    s3.download_fileobj(BUCKET, "big", back)
    assert back.getvalue() == data, "other bytes came back"
    equal(s3.head_object(Bucket=BUCKET, Key="big")["ETag"][-3:], '-3"')
    s3.copy({"Bucket": BUCKET, "Key": "big"}, BUCKET, "big-copy", Config=TransferConfig(multipart_threshold=5 * 1024 * 1024))
    equal(s3.head_object(Bucket=BUCKET, Key="big-copy")["ContentLength"], len(data))


@check
def multipart():
    """S3: an upload in parts by hand, listed, completed and aborted"""
    upload = s3.create_multipart_upload(Bucket=BUCKET, Key="parts", ContentType="text/csv")["UploadId"]
    equal([one["UploadId"] for one in s3.list_multipart_uploads(Bucket=BUCKET)["Uploads"]], [upload])
    bodies = [b"a" * 5 * 1024 * 1024, b"end"]
    parts = [
        {"PartNumber": number, "ETag": s3.upload_part(Bucket=BUCKET, Key="parts", UploadId=upload, PartNumber=number, Body=body)["ETag"]}
        for number, body in enumerate(bodies, 1)
    ]
    listed = s3.list_parts(Bucket=BUCKET, Key="parts", UploadId=upload)["Parts"]
    equal([one["Size"] for one in listed], [5 * 1024 * 1024, 3])
    s3.complete_multipart_upload(Bucket=BUCKET, Key="parts", UploadId=upload, MultipartUpload={"Parts": parts})
    head = s3.head_object(Bucket=BUCKET, Key="parts")
    equal((head["ContentLength"], head["ContentType"]), (5 * 1024 * 1024 + 3, "text/csv"))
    other = s3.create_multipart_upload(Bucket=BUCKET, Key="parts")["UploadId"]
    copied = s3.upload_part_copy(
        Bucket=BUCKET, Key="parts", UploadId=other, PartNumber=1, CopySource=f"{BUCKET}/parts", CopySourceRange="bytes=0-9"
    )
    assert copied["CopyPartResult"]["ETag"], copied
    s3.abort_multipart_upload(Bucket=BUCKET, Key="parts", UploadId=other)
    equal(s3.list_multipart_uploads(Bucket=BUCKET).get("Uploads", []), [])


KEYS = ["../up", "a/../b", "./x", "a//b", "/lead", "sp ace+plus", "ü/ß?&=#%25", "tab\there", "line\nbreak", "x/", "'\"<&>", "%2F"]


@check
def keys():
    """S3: keys with dots, slashes, control characters and text that URLs encode"""
    for key in KEYS:
        s3.put_object(Bucket=BUCKET, Key=f"keys/{key}", Body=key.encode())
        equal(s3.get_object(Bucket=BUCKET, Key=f"keys/{key}")["Body"].read(), key.encode())
    s3.put_object(Bucket=BUCKET, Key="../outside", Body=b"stays")
    equal(s3.get_object(Bucket=BUCKET, Key="../outside")["Body"].read(), b"stays")
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=BUCKET, Prefix="keys/", PaginationConfig={"PageSize": 5})
    equal(sorted(one["Key"] for page in pages for one in page["Contents"]), sorted(f"keys/{key}" for key in KEYS))
    old = s3.get_paginator("list_objects").paginate(Bucket=BUCKET, Prefix="keys/", PaginationConfig={"PageSize": 3})
    equal(sorted(one["Key"] for page in old for one in page["Contents"]), sorted(f"keys/{key}" for key in KEYS))
    found = s3.list_objects_v2(Bucket=BUCKET, Prefix="keys/", Delimiter="/")
    equal(sorted(one["Prefix"] for one in found["CommonPrefixes"]), sorted({f"keys/{key.split('/')[0]}/" for key in KEYS if "/" in key}))
    gone = s3.delete_objects(Bucket=BUCKET, Delete={"Objects": [{"Key": f"keys/{key}"} for key in KEYS if key not in ("tab\there", "line\nbreak")]})
    equal(gone.get("Errors", []), [])


@check
def copies():
    """S3: copies with the attributes of the source or new ones"""
    s3.copy_object(Bucket=BUCKET, Key="copy 1", CopySource={"Bucket": BUCKET, "Key": "a/b.txt"})
    equal(s3.head_object(Bucket=BUCKET, Key="copy 1")["Metadata"], {"owner": "someone"})
    s3.copy_object(
        Bucket=BUCKET,
        Key="copy 2",
        CopySource={"Bucket": BUCKET, "Key": "copy 1"},
        MetadataDirective="REPLACE",
        Metadata={"x": "y"},
        ContentType="text/html",
        TaggingDirective="REPLACE",
        Tagging="n=1",
    )
    head = s3.head_object(Bucket=BUCKET, Key="copy 2")
    equal((head["Metadata"], head["ContentType"]), ({"x": "y"}, "text/html"))
    equal(s3.get_object_tagging(Bucket=BUCKET, Key="copy 2")["TagSet"], [{"Key": "n", "Value": "1"}])
    refused(
        "PreconditionFailed",
        lambda: s3.copy_object(Bucket=BUCKET, Key="c", CopySource=f"{BUCKET}/copy 1", CopySourceIfMatch='"0"'),
    )
    refused("InvalidRequest", lambda: s3.copy_object(Bucket=BUCKET, Key="copy 1", CopySource=f"{BUCKET}/copy 1"))


@check
def versions():
    """S3: versions, delete markers and their removal"""
    first = s3.put_object(Bucket=VERSIONED, Key="v", Body=b"1")["VersionId"]
    second = s3.put_object(Bucket=VERSIONED, Key="v", Body=b"2")["VersionId"]
    equal(s3.get_object(Bucket=VERSIONED, Key="v", VersionId=first)["Body"].read(), b"1")
    marker = s3.delete_object(Bucket=VERSIONED, Key="v")
    equal(marker["DeleteMarker"], True)
    refused("NoSuchKey", lambda: s3.get_object(Bucket=VERSIONED, Key="v"))
    listed = s3.list_object_versions(Bucket=VERSIONED)
    equal([one["VersionId"] for one in listed["Versions"]], [second, first])
    equal([one["VersionId"] for one in listed["DeleteMarkers"]], [marker["VersionId"]])
    refused("MethodNotAllowed", lambda: s3.get_object(Bucket=VERSIONED, Key="v", VersionId=marker["VersionId"]))
    s3.delete_object(Bucket=VERSIONED, Key="v", VersionId=marker["VersionId"])
    equal(s3.get_object(Bucket=VERSIONED, Key="v")["Body"].read(), b"2")
    boto3.resource("s3").Bucket(VERSIONED).object_versions.delete()
    equal(s3.list_object_versions(Bucket=VERSIONED).get("Versions", []), [])


@check
def tags():
    """S3: tags of an object are written, read and removed"""
    s3.put_object_tagging(Bucket=BUCKET, Key="once", Tagging={"TagSet": [{"Key": "k<", "Value": "v&"}]})
    equal(s3.get_object_tagging(Bucket=BUCKET, Key="once")["TagSet"], [{"Key": "k<", "Value": "v&"}])
    s3.delete_object_tagging(Bucket=BUCKET, Key="once")
    equal(s3.get_object_tagging(Bucket=BUCKET, Key="once")["TagSet"], [])


@check
def buckets():
    """S3: buckets, what is set on them, and the waiters"""
    assert BUCKET in [one["Name"] for one in s3.list_buckets()["Buckets"]]
    s3.head_bucket(Bucket=BUCKET)
    equal(s3.get_bucket_location(Bucket=BUCKET)["LocationConstraint"], "eu-central-1")
    equal(s3.get_bucket_versioning(Bucket=VERSIONED)["Status"], "Enabled")
    assert "Status" not in s3.get_bucket_versioning(Bucket=BUCKET)
    rule = s3.get_bucket_encryption(Bucket=BUCKET)["ServerSideEncryptionConfiguration"]["Rules"][0]
    equal(rule["ApplyServerSideEncryptionByDefault"]["SSEAlgorithm"], "AES256")
    s3.get_waiter("bucket_exists").wait(Bucket=BUCKET)
    s3.get_waiter("object_exists").wait(Bucket=BUCKET, Key="once")
    s3.get_waiter("object_not_exists").wait(Bucket=BUCKET, Key="never")


def fetch(url, method="GET", data=None, headers=None):
    request = urllib.request.Request(url, method=method, data=data, headers=headers or {})
    with urllib.request.urlopen(request) as answer:
        return answer.read()


def refused_url(url, code):
    try:
        fetch(url)
    except urllib.error.HTTPError as error:
        assert f"<Code>{code}</Code>".encode() in error.read(), f"expected {code}"
        return
    raise AssertionError(f"was read, expected {code}")


@check
def presigned():
    """S3: presigned URLs read, write and delete"""
    given = {"Bucket": BUCKET, "Key": "signed ü/../key"}
    put = s3.generate_presigned_url("put_object", Params={**given, "ContentType": "text/plain"})
    fetch(put, "PUT", b"signed", {"content-type": "text/plain"})
    equal(fetch(s3.generate_presigned_url("get_object", Params=given)), b"signed")
    fetch(s3.generate_presigned_url("delete_object", Params=given), "DELETE")
    refused_url(s3.generate_presigned_url("get_object", Params=given), "NoSuchKey")


@check
def old_signature():
    """S3: a URL of signature version 2 where the region takes only version 4"""
    client = boto3.client("s3", config=Config(signature_version="s3", s3={"addressing_style": "path"}))
    refused_url(client.generate_presigned_url("get_object", Params={"Bucket": BUCKET, "Key": "once"}), "InvalidRequest")


@check
def localhost():
    """S3: the endpoint answers under the name localhost too"""
    endpoint = s3.meta.endpoint_url.replace("127.0.0.1", "localhost")
    client = boto3.client("s3", endpoint_url=endpoint, config=Config(s3={"addressing_style": "path"}))
    equal(client.get_object(Bucket=BUCKET, Key="once")["Body"].read(), b"3")


@check
def parameters():
    """SSM: parameters, their history, labels, tags, filters and pages"""
    first = ssm.put_parameter(Name="/p/a", Value="1", Type="String", Description="d", Tags=[{"Key": "k", "Value": "v"}])
    equal((first["Version"], first["Tier"]), (1, "Standard"))
    equal(ssm.put_parameter(Name="/p/a", Value="2", Overwrite=True)["Version"], 2)
    equal(ssm.label_parameter_version(Name="/p/a", ParameterVersion=1, Labels=["old"])["InvalidLabels"], [])
    equal(ssm.get_parameter(Name="/p/a:old")["Parameter"]["Value"], "1")
    equal(ssm.get_parameter(Name="/p/a:2")["Parameter"]["Value"], "2")
    history = ssm.get_paginator("get_parameter_history").paginate(Name="/p/a", PaginationConfig={"PageSize": 1})
    equal([(one["Version"], one["Labels"]) for page in history for one in page["Parameters"]], [(1, ["old"]), (2, [])])
    for number in range(25):
        ssm.put_parameter(Name=f"/p/many/{number:02}", Value="x,y", Type="StringList")
    pages = ssm.get_paginator("get_parameters_by_path").paginate(Path="/p", Recursive=True)
    equal(len([one for page in pages for one in page["Parameters"]]), 26)
    equal(len(ssm.get_parameters_by_path(Path="/p")["Parameters"]), 1)
    found = ssm.get_paginator("describe_parameters").paginate(
        ParameterFilters=[{"Key": "Name", "Option": "BeginsWith", "Values": ["/p/many"]}]
    )
    equal(len([one for page in found for one in page["Parameters"]]), 25)
    many = ssm.get_parameters(Names=["/p/a", "/p/none"])
    equal(([one["Name"] for one in many["Parameters"]], many["InvalidParameters"]), (["/p/a"], ["/p/none"]))
    equal(ssm.list_tags_for_resource(ResourceType="Parameter", ResourceId="/p/a")["TagList"], [{"Key": "k", "Value": "v"}])
    gone = ssm.delete_parameters(Names=["/p/a", "/p/none"])
    equal((gone["DeletedParameters"], gone["InvalidParameters"]), (["/p/a"], ["/p/none"]))


@check
def secret():
    """SSM: a SecureString is encrypted unless it is asked for"""
    ssm.put_parameter(Name="/p/secret", Value="hidden", Type="SecureString")
    assert ssm.get_parameter(Name="/p/secret")["Parameter"]["Value"] != "hidden"
    equal(ssm.get_parameter(Name="/p/secret", WithDecryption=True)["Parameter"]["Value"], "hidden")


@check
def public():
    """SSM: public parameters of images"""
    found = ssm.get_parameter(Name="/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64")
    assert found["Parameter"]["Value"].startswith("ami-"), found


@check
def caller():
    """STS: who calls, and a role that is taken on"""
    equal(sts.get_caller_identity()["Account"], "111111111111")
    role = outputs("base")["RoleArn"]
    taken = sts.assume_role(RoleArn=role, RoleSessionName="someone", DurationSeconds=900)["Credentials"]
    session = boto3.Session(taken["AccessKeyId"], taken["SecretAccessKey"], taken["SessionToken"])
    arn = session.client("sts").get_caller_identity()["Arn"]
    equal(arn, role.replace(":iam:", ":sts:").replace(":role/", ":assumed-role/") + "/someone")
    refused("AccessDenied", lambda: session.client("s3").get_object(Bucket=BUCKET, Key="once"))


@check
def encryption():
    """KMS: encryption, data keys, signatures and aliases"""
    key = outputs("base")["KeyId"]
    context = {"purpose": "test"}
    blob = kms.encrypt(KeyId=key, Plaintext=b"secret", EncryptionContext=context)["CiphertextBlob"]
    equal(kms.decrypt(CiphertextBlob=blob, EncryptionContext=context)["Plaintext"], b"secret")
    refused("InvalidCiphertextException", lambda: kms.decrypt(CiphertextBlob=blob))
    data = kms.generate_data_key(KeyId="alias/clients", KeySpec="AES_256")
    equal(kms.decrypt(CiphertextBlob=data["CiphertextBlob"])["Plaintext"], data["Plaintext"])
    signer = outputs("base")["SigningKeyId"]
    signed = kms.sign(KeyId=signer, Message=b"text", SigningAlgorithm="ECDSA_SHA_256")["Signature"]
    valid = kms.verify(KeyId=signer, Message=b"text", Signature=signed, SigningAlgorithm="ECDSA_SHA_256")
    equal(valid["SignatureValid"], True)
    assert "alias/clients" in [one["AliasName"] for one in kms.list_aliases(KeyId=key)["Aliases"]]
    equal(kms.describe_key(KeyId=key)["KeyMetadata"]["KeyState"], "Enabled")
    assert key in [one["KeyId"] for page in kms.get_paginator("list_keys").paginate() for one in page["Keys"]]


@check
def registry():
    """ECR: an image is pushed by layers and read"""
    layer = b"layer"
    digest = "sha256:" + hashlib.sha256(layer).hexdigest()
    upload = ecr.initiate_layer_upload(repositoryName="clients/app")["uploadId"]
    ecr.upload_layer_part(
        repositoryName="clients/app", uploadId=upload, partFirstByte=0, partLastByte=len(layer) - 1, layerPartBlob=layer
    )
    equal(ecr.complete_layer_upload(repositoryName="clients/app", uploadId=upload, layerDigests=[digest])["layerDigest"], digest)
    kind = "application/vnd.docker.distribution.manifest.v2+json"
    config = {"mediaType": "application/vnd.docker.container.image.v1+json", "size": len(layer), "digest": digest}
    layers = [{"mediaType": "application/vnd.docker.image.rootfs.diff.tar.gzip", "size": len(layer), "digest": digest}]
    manifest = json.dumps({"schemaVersion": 2, "mediaType": kind, "config": config, "layers": layers})
    ecr.put_image(repositoryName="clients/app", imageManifest=manifest, imageTag="v1")
    equal(ecr.describe_images(repositoryName="clients/app")["imageDetails"][0]["imageTags"], ["v1"])
    found = ecr.batch_get_image(repositoryName="clients/app", imageIds=[{"imageTag": "v1"}])
    equal(found["images"][0]["imageManifest"], manifest)
    url = ecr.get_download_url_for_layer(repositoryName="clients/app", layerDigest=digest)["downloadUrl"]
    equal(fetch(url), layer)
    token = ecr.get_authorization_token()["authorizationData"][0]
    assert base64.b64decode(token["authorizationToken"]).startswith(b"AWS:")
    gone = ecr.batch_delete_image(repositoryName="clients/app", imageIds=[{"imageTag": "v1"}])
    equal(gone["failures"], [])


@check
def functions():
    """Lambda: a function is invoked, and one that throws says so"""
    name = outputs("base")["FunctionName"]
    answer = lam.invoke(FunctionName=name, Payload=json.dumps({"n": 2}))
    equal((answer["StatusCode"], json.loads(answer["Payload"].read())), (200, {"twice": 4}))
    failed = lam.invoke(FunctionName=name, Payload=json.dumps({"fail": True}), LogType="Tail")
    equal(failed["FunctionError"], "Unhandled")
    equal(json.loads(failed["Payload"].read())["errorMessage"], "asked to fail")
    equal(lam.invoke(FunctionName=name, InvocationType="DryRun")["StatusCode"], 204)
    lam.get_waiter("function_active_v2").wait(FunctionName=name)
    assert name in [one["FunctionName"] for page in lam.get_paginator("list_functions").paginate() for one in page["Functions"]]
    events = logs.filter_log_events(logGroupName=f"/aws/lambda/{name}")["events"]
    assert any("START" in one["message"] or "fail" in one["message"] for one in events), events


@check
def network():
    """EC2: zones, networks and subnets"""
    zones = [one["ZoneName"] for one in ec2.describe_availability_zones()["AvailabilityZones"]]
    equal(zones, ["eu-central-1a", "eu-central-1b", "eu-central-1c"])
    vpc = ec2.describe_vpcs(Filters=[{"Name": "is-default", "Values": ["true"]}])["Vpcs"][0]
    subnets = ec2.get_paginator("describe_subnets").paginate(Filters=[{"Name": "vpc-id", "Values": [vpc["VpcId"]]}])
    equal(len([one for page in subnets for one in page["Subnets"]]), 3)
    assert ec2.describe_route_tables(Filters=[{"Name": "vpc-id", "Values": [vpc["VpcId"]]}])["RouteTables"]


@check
def log_events():
    """CloudWatch Logs: events are written and read"""
    logs.create_log_group(logGroupName="clients")
    logs.create_log_stream(logGroupName="clients", logStreamName="s")
    moment = 1_796_040_000_000
    logs.put_log_events(logGroupName="clients", logStreamName="s", logEvents=[{"timestamp": moment, "message": "hi ü"}])
    equal([one["message"] for one in logs.get_log_events(logGroupName="clients", logStreamName="s", startFromHead=True)["events"]], ["hi ü"])


for service, operation, given, code in wrong_calls(BUCKET, outputs("base")):

    def call(service=service, operation=operation, given=given, code=code):
        client = boto3.client(service)
        answer = refused(code, lambda: getattr(client, operation)(**given))
        assert answer.response["ResponseMetadata"]["HTTPStatusCode"] != 500, answer.response

    given_text = json.dumps(given, default=str)
    call.__doc__ = f"wrong call: {service} {operation} {given_text[:70]} is {code}"
    check(call)


@check
def delete():
    """CloudFormation: DeleteStack and its waiter"""
    boto3.resource("s3").Bucket(BUCKET).objects.delete()
    for stack in ("base", "sets", "kept"):
        cfn.delete_stack(StackName=stack)
        wait("stack_delete_complete", stack)
    refused("ValidationError", lambda: cfn.describe_stacks(StackName="base"))



