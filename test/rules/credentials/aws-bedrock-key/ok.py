os.environ["AWS_BEARER_TOKEN_BEDROCK"] = read("bedrock-api-key-of-the-team")
prefix = "ABSK"
