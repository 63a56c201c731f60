#!/bin/bash
psql -c "SET password_encryption = 'scram-sha-256'; ALTER USER app WITH PASSWORD '$1';"
psql -c "ALTER SYSTEM SET password_encryption = md5"
echo "Open it with the following credentials: Username= admin and Password= $s"
echo "The token: see the README of this repository"
kubectl create secret generic cert "--from-file=service.crt=credentials/${name}.crt" "--from-file=service.key=credentials/${name}.key"
kubectl create secret tls web --cert=certs/web.crt --key=certs/web.key
concourse web --session-signing-key session_signing_key --tsa-host-key host_key
vault server -dev --private-key keys/vault.key
fly set-pipeline --var secret-rotation-git-branch=update-rotation-script
find /var/lib/mysql -print0 | xargs -0 chown mysql
find . -name mongo -prune -o -path ./redis -print
apt-get install -y mysql -prefer-binary
app_admin_password=SANDBOX_ADMIN_PASSWORD
curl -s -u DOMAIN_ADMIN_UNAME:DOMAIN_ADMIN_PW "https://DOMAIN_ENDPOINT"
readonly APPLICANT_OIDC_CLIENT_SECRET="applicant-oidc-client-secret"
google_client_secret="YOUR.GOOGLE.SECRET"
export other_client_secret="look-it-up"
export AWS_SESSION_TOKEN=foobar_session_token
token=MyProjectUploader
eval "secret_value=\$$secret"
aws ec2 run-instances --client-token 0b0a6f3e-5c1f-4f0c-9d43-0a8f3a1c9e11 --image-id ami-1
aws cloudformation create-stack --stack-name x --client-request-token 9f86d081884c7d659a2feaa0c55ad015
aws s3api list-objects --starting-token 9f86d081884c7d659a2feaa0c55ad015
aws glue get-tables --next-token 9f86d081884c7d659a2feaa0c55ad015
aws s3api list-objects-v2 --continuation-token 9f86d081884c7d659a2feaa0c55ad015
printf 'export AWS_SECRET_ACCESS_KEY=%s\n' "$secret"
jq -r '"password=\(.db_password)"' out.json
