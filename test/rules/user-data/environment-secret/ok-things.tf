# The last word says what the value is: none of these is a secret.
resource "aws_lambda_function" "rotation" {
  environment {
    variables = {
      SECRET_ROTATION_LAMBDA    = "SecretsManagerRDSPostgreSQLRotationSingleUser"
      PASSWORD_ENCODER          = "BCryptPasswordEncoderStrengthTwelve"
      PASSWORD_QUEUE            = "PasswordResetRequestsQueue"
      AUTH_TOKEN_COGNITO_POOL   = "eu-west-1_AbCdEfGhI"
      SECRET_LAYER              = "AWSParametersAndSecretsLambdaExtension"
      TOKEN_STATE_MACHINE       = "RefreshTokensStateMachineV2"
      API_KEY_TOPIC             = "ApiKeyRotationTopic2024"
      SECRET_STACK              = "prod-secrets-Stack9f86d081"
      CLIENT_SECRET_GUID        = "0b0a6f3e-5c1f-4f0c-9d43-0a8f3a1c9e11"
      TOKEN_VERIFIER_ALARM      = "TokenVerifier5xxAlarm"
      # Values that are names, paths and states.
      DB_PASS                   = "shared/db/pass"
      REDIS_AUTH_TOKEN          = "valkey-cluster-auth"
      CLIENT_SECRET             = "x-client-secret"
      ADMIN_PASSWORD            = "SANDBOX_ADMIN_PASSWORD"
      ACCESS_TOKEN              = "minutes"
      APP_TOKEN                 = "MyProjectUploader"
      DB_PASSWORD               = "prod/rds/app-user/password"
      GITHUB_TOKEN              = "github-token-for-releases"
    }
  }
}

resource "aws_lambda_function" "build" {
  environment {
    variables = {
      SECRET_KEY      = "set-at-runtime"
      SECRET_KEY_BASE = "only-for-asset-compilation"
      JWT_SECRET      = "docker-build-only-secret"
      API_KEY         = "not-a-real-key-just-for-tests"
      SESSION_SECRET  = "provided-by-the-deployment-pipeline"
    }
  }
}
