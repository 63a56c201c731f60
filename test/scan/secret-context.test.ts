import { describe, expect, test } from 'vitest'
import { contextReason } from '../../src/scan/secret-context.ts'

/** Where `§` stands, as the scan asks. */
function reasonIn(path: string, text: string): string | undefined {
  return contextReason(text.replace('§', ''), text.indexOf('§'), path)
}

const COMMENT = 'it stands in a comment'
const SECTION = 'it is of the environment for development or tests'
const SAID = 'a comment beside it says that it is no secret, or is to be replaced'
const FALLBACK = 'it is taken only where nothing else is set'
const PAGE = 'a page brings it to everyone who visits it'
const APP = 'an app brings it to everyone who has it'
const NAMED = 'its name says that it is for tests or the developer’s own machine'
const RECORDS = 'it is a field of data, one of many records'
const MACHINE = 'it is for the developer’s own machine'

describe('what stands around a secret makes it lighter', () => {
  test.each([
    [COMMENT, 'a.py', '# password = "§"\n'],
    [COMMENT, 'a.py', 'def login():\n    """\n    >>> login("joe", password="§")\n    """\n'],
    [COMMENT, 'a.sql', "--CREATE USER joe WITH PASSWORD '§'\n"],
    [COMMENT, 'a.xml', '<!--\n <property name="a">b</property>\n <property name="password">§</property>\n-->\n'],
    ['its neighbours are placeholders', 'ci.yml', '  A_SECRET: placeholder\n  CSRF_KEY: §\n'],
    [COMMENT, 'a.ts', ' * @example password: "§"\n'],
    [SECTION, 'secrets.yml', 'production:\n  a: b\ndevelopment:\n  secret_key_base: §\n'],
    [SAID, 'a.yml', '# Not a secret, it just looks like one.\nkey: §\n'],
    [SAID, 'kibana.yml', '# setting these to public values should be fine\na.encryptionKey: x\nb.encryptionKey: §\n'],
    [SAID, '.env', 'APP_KEY=§ # replace this\n'],
    [SAID, 'a.js', "  // obviously, this is a fake key\n  api_key: '§',\n"],
    [SAID, '.env', "# The app for development calls back to http://localhost:3000/auth\nexport APP_SECRET='§'\n"],
    [FALLBACK, 'app.js', "const secret = process.env.JWT_SECRET || '§'\n"],
    [FALLBACK, 'settings.py', 'SECRET_KEY = os.environ.get("SECRET_KEY", "§")\n'],
    [FALLBACK, 'app.php', "'key' => env('APP_KEY', '§'),\n"],
    [FALLBACK, 'run.sh', 'export TOKEN="${TOKEN:-§}"\n'],
    [FALLBACK, 'run.sh', '[ -z "$BEAKER_SECRET" ] && export BEAKER_SECRET="§"\n'],
    [PAGE, 'app/static/js/map.js', 'var apiKey = "§"\n'],
    [PAGE, 'footer.html', '<script>\n  cookies.load({ apiKey: "§" })\n</script>\n'],
    [PAGE, 'src/Map.tsx', 'const apiKey = "§"\n'],
    [PAGE, 'src/app.vue', '<script>\nconst apiKey = "§"\n'],
    [PAGE, 'frontend/src/config.ts', "  writeKey: '§',\n"],
    [PAGE, '.env', 'REACT_APP_API_KEY=§\n'],
    [PAGE, 'src/environments/environment.prod.ts', "  apiKey: '§',\n"],
    [APP, 'app/src/main/res/values/strings.xml', '<string name="api_key">§</string>\n'],
    [APP, 'ios/App/Config.swift', 'let apiKey = "§"\n'],
    [NAMED, 'a.yml', 'E2E_USER_PASSWORD: §\n'],
    [NAMED, 'a.ts', "const testApiKey = '§'\n"],
    [NAMED, 'a.py', 'LOCAL_SECRET: str = "§"\n'],
    [NAMED, 'a.php', "$config['sandbox_key'] = '§';\n"],
    [SECTION, 'config.js', "module.exports = {\n  offline: {\n    APIKEY: '§',\n"],
    [SECTION, 'config.json', '{"sandbox": {"a": {"b": 1}, "auth": {"key": "§"}}}\n'],
    [RECORDS, 'sessions.json', `${'{"token": "x"},\n'.repeat(3)}{"token": "§"}\n`],
    [FALLBACK, 'settings.py', 'class Settings(BaseSettings):\n    port: int = 80\n    secret_key: str = "§"\n'],
    [FALLBACK, 'settings.py', 'SECRET_KEY = config("SECRET_KEY", default="§")\n'],
    [FALLBACK, 'secret.rb', "ENV.fetch('SECRET_KEY') { '§' }\n"],
    [FALLBACK, 'Makefile', 'TOKEN ?= §\n'],
    [FALLBACK, 'config.go', 'viper.SetDefault("token", "§")\n'],
    ['it is a sample of code that a page shows', 'home.html', "<pre>\n headers = {'Auth-Token': '§'}\n</pre>"],
    [PAGE, 'map.html', `<script>\n${'let a = 1\n'.repeat(900)}map.accessToken = '§'\n</script>\n`],
    [MACHINE, '.env', 'DB_PORT=5432\nPOSTGRES_PASSWORD=pcspass\nJWT_KEY=§\n'],
    [
      RECORDS,
      'changelog.xml',
      `${'<column name="PASSWORD" value="x"/>\n'.repeat(3)}<column name="PASSWORD" value="§"/>`,
    ],
    [FALLBACK, 'serverless.yml', "DB_PASSWORD: ${env:DB_PASSWORD, '§'}\n"],
    [APP, 'React-Native/src/config.js', "  API_TOKEN: '§',\n"],
    [MACHINE, '.env', 'S3_PASSWORD=minio123\nS3_SECRET_KEY=§\n'],
    [FALLBACK, 'serverless.yml', "DB_PASSWORD: §${env:DB_PASSWORD, 'Welcome321'}\n"],
    [FALLBACK, 'migrate.sh', 'if [ "${SECRET:+set}" != set ]; then\n  SECRET="§"\nfi\n'],
    ['it is the name of its user or database as well', 'dump.sh', 'dump --username=NODO4_CFG --password=§NODO4_CFG\n'],
    [MACHINE, 'realm-export.json', '{"secret": "§", "redirectUris": ["http://localhost:4200/"]}\n'],
    [NAMED, 'a.ts', 'export const fakePrivateKey = `\n§\n`\n'],
    [MACHINE, '.env.docker', 'APP_URL=http://localhost:8000\nAPP_KEY=§\n'],
    [MACHINE, 'compose.yaml', '  environment:\n    - SECRET_KEY_BASE=§\n    - PHX_HOST=localhost\n'],
    [MACHINE, '.env', 'NODE_ENV=development\nJWT_SECRET=§\n'],
    [MACHINE, 'src/application.yaml', 'url: ${CLAIM_URL:localhost:20300}\nsecret: §\n'],
  ])('%s: %s', (reason, path, text) => expect(reasonIn(path, text)).toBe(reason))

  test.each([
    ['a.py', 'password = "§"\n'],
    ['user-data.sh', '#!/bin/bash\nexport DB_PASSWORD=§\n'],
    ['a.c', '#define PASSWORD "§"\n'],
    ['.env', '# for local development\n\nDB_PASSWORD=§\n'],
    ['a.yml', '# the password of the database, changed by hand\nkey: §\n'],
    ['secrets.yml', 'development:\n  a: b\nproduction:\n  secret_key_base: §\n'],
    ['login.html', '<script>f()</script>\n<!-- x -->\n<input value="§">\n'],
    ['app.vue', '<script>\nconst clientSecret = "§"\n'],
    ['src/Login.tsx', 'login("joe", "§")\n'],
    ['ios/Config.swift', 'let adminPassword = "§"\n'],
    ['a.ts', "const latestToken = '§'\n"],
    ['config.js', "module.exports = {\n  offline: { a: 1 },\n  prod: {\n    APIKEY: '§',\n"],
    ['config.js', "module.exports = {\n  dev: {\n    APIKEY: '§',\n"],
    ['run.sh', 'if [ "$OTHER" ]; then\n  SECRET="§"\nfi\n'],
    ['serverless.yml', 'DB_PASSWORD: ${env:DB_PASSWORD}\nAPI_KEY: §\n'],
    ['db.sh', 'dump --username=nodo4 --password=§nodo5\n'],
    ['two.json', '[{"token": "x"}, {"token": "§"}]\n'],
    ['settings.py', 'class Settings(Base):\n    secret_key: str = "§"\n'],
    // One thing that is far away makes all of them worth looking at.
    ['.env', 'APP_URL=http://localhost\nDB_HOST=db.cluster-x.eu-west-1.rds.amazonaws.com\nDB_PASSWORD=§\n'],
    ['.env', 'DB_HOST=localhost\nDB_PASSWORD=§\n'],
    ['app.js', "const secret = '§'\n"],
    ['app.js', "login(process.env.USER); connect('§')\n"],
    ['main.tf', 'environment = "development"\npassword = "§"\n'],
  ])('not in %s: %j', (path, text) => expect(reasonIn(path, text)).toBeUndefined())
})
