#!/bin/bash
sudo /usr/bin/mysql -u root -p@@ALNUM20@@ shop
docker exec -it db mysqldump -uroot -p@@ALNUM20:2@@ shop > dump.sql
MYSQL_HOST=db mysql -h db -p@@ALNUM20:3@@ shop
if ! redis-cli -a @@ALNUM20:4@@ ping; then exit 1; fi
sshpass -p @@ALNUM20:5@@ ssh deploy@web.acme.io
