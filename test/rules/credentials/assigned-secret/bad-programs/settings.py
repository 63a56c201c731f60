DATABASES = {"default": {"USER": "app", "PASSWORD": "@@ALNUM20@@"}}
API_TOKEN: str = "@@ALNUM32@@"
client = Client(api_key='@@ALNUM32:2@@')
