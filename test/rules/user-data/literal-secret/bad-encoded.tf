resource "aws_instance" "encoded" {
  user_data_base64 = "@@BASE64(#!/bin/bash
export DB_PASSWORD=@@PASSWORD@@
)@@"
}
