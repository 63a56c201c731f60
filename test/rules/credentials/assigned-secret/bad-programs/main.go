package main

const apiSecret string = "@@ALNUM32@@"

var cfg = Config{Password: aws.String("@@ALNUM20@@")}
