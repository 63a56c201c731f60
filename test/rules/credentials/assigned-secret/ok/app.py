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
