locals {
  patterns = [
    "{ $.userIdentity.type = \"Root\" }",
    "{ ($.errorCode = \"*UnauthorizedOperation\") || ($.errorCode = \"AccessDenied*\") }",
    "{ ($.eventName = \"ConsoleLogin\") && ($.additionalEventData.MFAUsed != \"Yes\") }",
    "{ $.eventName = PutRolePolicy }",
    "{ $.eventName = StopLogging }",
    "{ ($.eventName = ConsoleLogin) && ($.errorMessage = \"Failed authentication\") }",
    "{ $.eventName = ScheduleKeyDeletion }",
    "{ $.eventName = PutBucketPolicy }",
    "{ $.eventName = StopConfigurationRecorder }",
    "{ $.eventName = AuthorizeSecurityGroupIngress }",
    "{ $.eventName = CreateNetworkAcl }",
    "{ $.eventName = AttachInternetGateway }",
    "{ $.eventName = CreateRoute }",
    "{ $.eventName = CreateVpc }",
  ]
}

resource "aws_cloudwatch_log_metric_filter" "cis" {
  count          = length(local.patterns)
  name           = "cis-${count.index}"
  log_group_name = "trail"
  pattern        = local.patterns[count.index]
}
