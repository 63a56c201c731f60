os.environ["AWS_BEARER_TOKEN_BEDROCK"] = "bedrock-api-key-@@BASE64(bedrock.amazonaws.com/?Action=CallWithBearerToken&X-Amz-Date=@@ALNUM60@@)@@"
