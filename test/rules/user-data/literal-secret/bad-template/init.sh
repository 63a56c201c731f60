#!/bin/bash
hostnamectl set-hostname ${name}
export REDIS_AUTH_TOKEN="@@HEX40:3@@"
