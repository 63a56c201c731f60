import { describe, expect, test } from 'vitest'
import { assignmentsIn } from '../../src/rules/credentials/assigned/assignments.ts'
import { styleOf } from '../../src/rules/credentials/assigned/style.ts'

const found = (text: string, style: 'quoted' | 'bare' = 'quoted') =>
  [...assignmentsIn(text, style)].map(({ name, value, start, end }) => {
    expect(text.slice(start, end)).toBe(value)
    return `${name}=${value}`
  })

describe('names with literals', () => {
  test.each([
    ['api_key = "V4lue"', 'api_key=V4lue'],
    ["apiKey: 'V4lue',", 'apiKey=V4lue'],
    ['"db.password" => "V4lue"', 'db.password=V4lue'],
    ['API_TOKEN: str = "V4lue"', 'API_TOKEN=V4lue'],
    ['const apiSecret string = "V4lue"', 'apiSecret=V4lue'],
    ['private String password = "V4lue";', 'password=V4lue'],
    ["define( 'DB_PASSWORD', 'V4lue' );", 'DB_PASSWORD=V4lue'],
    ["$config['smtp_password'] = 'V4lue';", 'smtp_password=V4lue'],
    ['os.environ["TOKEN"] = "V4lue"', 'TOKEN=V4lue'],
    ['setPassword("V4lue")', 'setPassword=V4lue'],
    ['Password: aws.String("V4lue"),', 'Password=V4lue'],
    ['<add key="ApiKey" value="V4lue" />', 'ApiKey=V4lue'],
    ['<entry key="password">V4lue</entry>', 'password=V4lue'],
    ['<password>V4lue</password>', 'password=V4lue'],
    ['{"ParameterKey": "DBPassword", "ParameterValue": "V4lue"}', 'DBPassword=V4lue'],
    ['"Server=db;User Id=sa;Password=V4lue;"', 'Password=V4lue'],
    ['"jdbc:mysql://db/x?user=app&password=V4lue"', 'password=V4lue'],
  ])('%s', (text, expected) => expect(found(text)).toContain(expected))

  test.each([
    ['password=V4lue', 'password=V4lue'],
    ['db.password: V4lue # the old one', 'db.password=V4lue'],
    ['  - name: DB_PASSWORD\n    value: V4lue\n', 'DB_PASSWORD=V4lue'],
    ['export API_TOKEN=V4lue', 'API_TOKEN=V4lue'],
  ])('bare in configuration: %j', (text, expected) => expect(found(text, 'bare')).toContain(expected))

  test.each([
    ['passwords = {\n  admin = "V4lue1"\n  app   = "V4lue2"\n}', ['passwords.admin=V4lue1', 'passwords.app=V4lue2']],
    ['{"dbPasswords": {"reader": "V4lue1"}}', ['dbPasswords.reader=V4lue1']],
    ["credentials: { username: 'V4lue1', key: 'V4lue2' }", ['credentials.key=V4lue2', 'key=V4lue2']],
    ['secrets := map[string]string{"signing": "V4lue1"}', ['secrets.signing=V4lue1']],
    ['passwords = { admin = { x = "V4lue1" } }\nother = "V4lue2"', ['passwords.x=V4lue1']],
    ['secrets = { region = "V4lue1", bucket = "V4lue2" }', []],
  ])('in a map of secrets: %j', (text, expected) => expect(found(text)).toEqual(expected))

  test.each([
    [
      'passwords:\n  admin: V4lue1\n  app: "V4lue2"\nother:\n  x: V4lue3\n',
      ['passwords.admin=V4lue1', 'passwords.app=V4lue2'],
    ],
    ['  credentials:\n    region: V4lue1\n    key: V4lue2\n', ['credentials.key=V4lue2', 'key=V4lue2']],
  ])('in a map of secrets, bare: %j', (text, expected) => expect(found(text, 'bare')).toEqual(expected))

  test.each([
    'if (password == "V4lue")',
    'password = "a" + other',
    'password = input',
    'names = ["password",\n  "V4lue"]',
    'password=V4lue',
    'password = "never ends',
    '{"password": {"a": 1}}',
  ])('none in %j', (text) => expect(found(text)).toEqual([]))

  test('lines that nobody wrote are passed over', () => {
    expect(found(`${'x'.repeat(2_000)};token="V4lue";${'x'.repeat(2_000)}`)).toEqual([])
  })

  test.each([
    ['src/app.py', 'quoted'],
    ['config/app.yml', 'bare'],
    ['.env', 'bare'],
    ['.env.production', 'bare'],
    ['Dockerfile', 'bare'],
    ['README.md', 'bare'],
    ['node_modules/x/index.js', undefined],
    ['package-lock.json', undefined],
    ['app.min.js', undefined],
    ['logo.svg', undefined],
    ['LICENSE', undefined],
  ])('%s: %s', (path, style) => expect(styleOf(path)).toBe(style))
})
