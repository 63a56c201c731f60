if (text.includes('-----BEGIN RSA PRIVATE KEY-----')) throw new Error('no keys here')
const example = `-----BEGIN PRIVATE KEY-----
MIIEvQIBADANBgkqhkiG9w0BAQEFAASC...
-----END PRIVATE KEY-----`
