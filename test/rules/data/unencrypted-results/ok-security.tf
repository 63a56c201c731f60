resource "aws_emr_security_configuration" "a" {
  configuration = jsonencode({
    EncryptionConfiguration = { EnableInTransitEncryption = true, EnableAtRestEncryption = true }
  })
}
