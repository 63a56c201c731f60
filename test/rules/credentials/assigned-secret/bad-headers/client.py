headers = {"Authorization": "Bearer @@ALNUM24@@"}
other = {"Authorization": "Basic @@BASE64(admin:@@ALNUM20@@)@@"}
cookies = {"sessionid": "@@ALNUM32@@"}
