func send(req *http.Request) {
	req.Header.Set("Authorization", "Token @@ALNUM24@@")
	req.SetBasicAuth("admin", "@@ALNUM24:2@@")
}
