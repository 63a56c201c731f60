#!/bin/sh
PGPASSWORD=@@PASSWORD@@ psql -h db.internal -U shop
curl -u admin:@@PASSWORD:2@@ https://example.com/deploy
vault login @@ALNUM24@@
vault login -no-print token=@@ALNUM24:2@@
echo "app.c1x.eu-west-1.rds.amazonaws.com:5432:app:app:@@PASSWORD:3@@" > /root/.pgpass
cat > /etc/systemd/system/app.service <<'UNIT'
[Service]
Environment=DB_PASSWORD=@@PASSWORD:4@@
Environment="API_TOKEN=@@ALNUM24:3@@"
UNIT
