#!/bin/sh
curl -fsSL http://get.example.com/install.sh | sudo sh
bash <(curl -s http://get.example.com/more.sh)
