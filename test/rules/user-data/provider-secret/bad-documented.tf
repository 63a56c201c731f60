resource "aws_api_gateway_api_key" "partner" {
  name  = "partner"
  value = "@@PASSWORD:41@@"
}

resource "aws_cloudwatch_event_connection" "crm" {
  auth_parameters {
    api_key {
      key   = "x-key"
      value = "@@PASSWORD:42@@"
    }
  }
}

resource "aws_cloudfront_distribution" "site" {
  origin {
    custom_header {
      name  = "X-Origin-Secret"
      value = "@@PASSWORD:43@@"
    }
    custom_header {
      name  = "X-Forwarded-Host"
      value = "shop.example.com"
    }
  }
}

resource "aws_dx_macsec_key_association" "link" {
  cak = "@@HEX64@@"
}

resource "aws_emr_cluster" "spark" {
  bootstrap_action {
    path = "s3://bootstrap/run.sh"
    args = ["--db-password", "@@PASSWORD:44@@", "--db-name", "shop"]
  }
  configurations_json = jsonencode([{ Classification = "hive-site", Properties = { "javax.jdo.option.ConnectionPassword" = "@@PASSWORD:45@@" } }])
}

resource "aws_elasticache_user" "app" {
  passwords = ["@@PASSWORD:46@@"]
}

resource "helm_release" "grafana" {
  values = [yamlencode({ adminPassword = "@@PASSWORD:47@@" }), <<-YAML
    smtp:
      password: @@PASSWORD:48@@
  YAML
  ]
}

resource "local_sensitive_file" "env" {
  filename = ".env"
  content  = "STAGE=prod\nDB_PASSWORD=@@PASSWORD:49@@\n"
}

resource "aws_pinpoint_apns_voip_channel" "calls" {
  token_key = "@@BASE64_60@@"
}

resource "aws_opsworks_application" "shop" {
  app_source {
    ssh_key = "@@BASE64_60:2@@"
  }
  environment {
    key   = "DB_PASSWORD"
    value = "@@PASSWORD:61@@"
  }
}

resource "aws_transfer_server" "sftp" {
  host_key = "@@BASE64_60:3@@"
}

resource "aws_s3_object_copy" "archive" {
  customer_key = "@@BASE64_60:4@@"
}

resource "aws_dms_certificate" "oracle" {
  certificate_wallet = "@@BASE64_60:5@@"
}

resource "aws_datasync_location_hdfs" "lake" {
  kerberos_keytab_base64 = "@@BASE64_60:6@@"
}

resource "aws_appflow_connector_profile" "erp" {
  connector_profile_config {
    connector_profile_credentials {
      infor_nexus {
        datakey = "@@BASE64_60:7@@"
      }
    }
  }
}

resource "aws_servicecatalog_provisioned_product" "shop" {
  provisioning_parameters {
    key   = "DatabasePassword"
    value = "@@PASSWORD:62@@"
  }
}
