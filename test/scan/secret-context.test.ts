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
    ['app.vue', '<script>\nconst key = "§"\n'],
    // One thing that is far away makes all of them worth looking at.
    ['.env', 'APP_URL=http://localhost\nDB_HOST=db.cluster-x.eu-west-1.rds.amazonaws.com\nDB_PASSWORD=§\n'],
    ['.env', 'DB_HOST=localhost\nDB_PASSWORD=§\n'],
    ['app.js', "const secret = '§'\n"],
    ['app.js', "login(process.env.USER); connect('§')\n"],
    ['main.tf', 'environment = "development"\npassword = "§"\n'],
  ])('not in %s: %j', (path, text) => expect(reasonIn(path, text)).toBeUndefined())
})
