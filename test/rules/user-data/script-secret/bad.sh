#!/bin/sh
PGPASSWORD=@@PASSWORD@@ psql -h db.internal -U shop
curl -u admin:@@PASSWORD:2@@ https://example.com/deploy
vault login @@ALNUM24@@
vault login -no-print token=@@ALNUM24:2@@
