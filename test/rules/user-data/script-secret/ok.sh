#!/bin/sh
: "${PGPASSWORD:?set it}"
psql -h db.internal -U shop
curl -u "admin:${DEPLOY_PASSWORD}" https://example.com/deploy
read -rs -p "Password: " PASSWORD
aws ecr get-login-password | docker login --username AWS --password-stdin 111122223333.dkr.ecr.eu-west-1.amazonaws.com
GOOGLE_APPLICATION_CREDENTIALS=build/credentials.json
adduser --disabled-password --no-create-home --gecos '' shop
ETCD_DISCOVERY_TOKEN=INSERT_ETCD_DISCOVERY_TOKEN
vault login "$VAULT_TOKEN"
vault login -method=github
vault login -method=userpass username=deploy
echo "$DB_HOST:5432:app:app:$DB_PASSWORD" > /root/.pgpass
printf '[Service]\nEnvironment=DB_PASSWORD=%s\n' "$DB_PASSWORD" > /etc/systemd/system/app.service
