password = getpass("Enter the password of the user")
api_key = os.getenv("ACME_API_KEY")
token = "access_token"
PASSWORD_FIELD = "user[password1]"
TOKEN_URL = "https://login.acme.io/oauth/token"
secret = f"{prefix}-{name}"
SECRET_KEY = "change-me-in-production-1"
headers = {"X-Api-Key": settings.api_key}
if password == "": raise ValueError("password: must have 8 characters")
csrf_token = "@@ALNUM32@@"
next_token = "@@ALNUM32@@"
KEYS = [
    "aws-ses-secret-access-key",
    "cdn-fqdn-of-the-front-end1",
]
TOKEN_HOOK_ADDRESS = "0xd577f945b6025ce1e60ac1a82f2ee8ff3fb428c4"
map_token = "pk.eyJ1IjoiYWNtZSIsImEiOiJjbDAwMDAwMDAifQ.c2lnbmF0dXJl"
sample = {"token": "abc123xyz", "credential": "AAAABBBBCCCCCDDDDD55551111EEEE2222FFFF3333GGGG4444"}
