resource "aws_sfn_state_machine" "report" {
  definition = jsonencode({
    States = {
      Run = {
        Parameters = {
          Overrides = { ContainerOverrides = [{ Name = "app", Environment = [{ Name = "DB_PASSWORD", Value = "@@PASSWORD:21@@" }] }] }
        }
      }
    }
  })
}

resource "aws_scheduler_schedule" "nightly" {
  target {
    input = "{\"containerOverrides\": [{\"name\": \"app\", \"environment\": [{\"name\": \"API_TOKEN\", \"value\": \"@@PASSWORD:22@@\"}]}]}"
  }
}

resource "aws_batch_job_definition" "pods" {
  eks_properties {
    pod_properties {
      containers {
        env {
          name  = "DB_PASSWORD"
          value = "@@PASSWORD:23@@"
        }
      }
    }
  }
}

resource "aws_codepipeline" "deploy" {
  stage {
    name = "build"
    action {
      name          = "build"
      configuration = { EnvironmentVariables = jsonencode([{ name = "NPM_TOKEN", value = "@@PASSWORD:24@@", type = "PLAINTEXT" }]) }
    }
  }
}

resource "kubernetes_deployment" "web" {
  spec {
    template {
      spec {
        container {
          name = "web"
          env {
            name  = "DB_PASSWORD"
            value = "@@PASSWORD:25@@"
          }
        }
      }
    }
  }
}

resource "aws_cloudcontrolapi_resource" "task" {
  type_name     = "AWS::ECS::TaskDefinition"
  desired_state = jsonencode({ ContainerDefinitions = [{ Name = "web", Environment = [{ Name = "DB_PASSWORD", Value = "@@PASSWORD:26@@" }] }] })
}

resource "awscc_lambda_function" "api" {
  environment = { variables = { DB_PASSWORD = "@@PASSWORD:27@@" } }
}
