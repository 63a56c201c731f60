api_key <- "@@ALNUM24@@"
