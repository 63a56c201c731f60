export const tokens = { secretName: 'prod/db/password1', tokenType: 'Bearer', passwordPolicy: 'Strong2024' }
const secretArn = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf'
