#!/bin/sh
eval "$1"
cd /app && eval $USER_COMMAND
