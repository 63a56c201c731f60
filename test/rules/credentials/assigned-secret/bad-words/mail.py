EMAIL_PASSWORD = "qzkv xwjd pkfh zbgt"
