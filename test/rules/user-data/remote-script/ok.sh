#!/bin/sh
curl -fsSL https://get.example.com/install.sh | sudo sh
curl -s http://169.254.169.254/latest/meta-data/instance-id | sh
curl -o page.html http://example.com/
