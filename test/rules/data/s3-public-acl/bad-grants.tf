resource "aws_s3_bucket" "a" {
  grant {
    type        = "Group"
    permissions = ["WRITE_ACP"]
    uri         = "http://acs.amazonaws.com/groups/global/AllUsers"
  }
}

resource "aws_s3_bucket_acl" "b" {
  bucket = "b"
  access_control_policy {
    grant {
      permission = "READ"
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"
      }
    }
  }
}
