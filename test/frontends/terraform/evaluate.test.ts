import { describe, expect, test } from 'vitest'
import { locate } from '../../../src/core/text.ts'
import { evaluated, plain, shown } from './trees.ts'

const value = (expression: string, files?: Record<string, string>): unknown => plain(evaluated(expression, files))

describe('expressions', () => {
  test.each([
    ['1 + 2 * 3', 7],
    ['-(2 - 5) % 2', 1],
    ['true && !false', true],
    ['1 < 2 ? "a" : "b"', 'a'],
    ['"a${1 + 1}b${true}"', 'a2btrue'],
    ['"${[1, 2]}"', [1, 2]],
    ['"$${not} %%{either}"', '${not} %{either}'],
    ['"tab\\t \\"quoted\\" \\u00e9"', 'tab\t "quoted" é'],
    ['{ a = 1, "b" : 2, (upper("c")) = 3 }', { a: 1, b: 2, C: 3 }],
    ['[for x in ["a", "b"] : upper(x) if x != "a"]', ['B']],
    ['{ for k, v in { a = 1, b = 2 } : v => k }', { 1: 'a', 2: 'b' }],
    ['{ for s in ["a1", "a2", "b1"] : substr(s, 0, 1) => s... }', { a: ['a1', 'a2'], b: ['b1'] }],
    ['[{ n = 1 }, { n = 2 }][*].n', [1, 2]],
    ['[{ n = [1] }, { n = [2] }].*.n[0]', [1]],
    ['{ a = { b = [10, 20] } }.a.b[1]', 20],
    ['"%{ if true }yes%{ else }no%{ endif }"', 'yes'],
    ['"%{ for x in ["a", "b"] }<${x}>%{ endfor }"', '<a><b>'],
    ['[for i, x in ["a", "b"] : "${i}${x}"]', ['0a', '1b']],
    ['null', null],
  ])('%s', (expression, expected) => {
    expect(value(expression)).toEqual(expected)
  })

  test('a heredoc with its indentation taken away', () => {
    expect(value('<<-EOT\n      a\n        b ${1 + 1}\n\n      c\n    EOT')).toBe('a\n  b 2\n\nc\n')
  })

  test('strip markers take the space of their line', () => {
    expect(value('<<EOT\n%{ for x in [1, 2] ~}\nn${x}\n%{ endfor ~}\nEOT')).toBe('n1\nn2\n')
  })
})

describe('functions', () => {
  test.each([
    ['join(",", ["a", "b"], ["c"])', 'a,b,c'],
    ['split(",", "a,b")', ['a', 'b']],
    ['format("%s-%03d%%", "a", 7)', 'a-007%'],
    ['formatlist("%s/*", ["x", "y"])', ['x/*', 'y/*']],
    ['concat([1], [2, 3])', [1, 2, 3]],
    ['merge({ a = 1, b = 1 }, { b = 2 })', { a: 1, b: 2 }],
    ['lookup({ a = 1 }, "b", 5)', 5],
    ['coalesce("", null, "x")', 'x'],
    ['try({ a = 1 }.b, "fallback")', 'fallback'],
    ['can({ a = 1 }.b)', false],
    ['one([])', null],
    ['flatten([[1, [2]], 3])', [1, 2, 3]],
    ['compact(["a", "", "b"])', ['a', 'b']],
    ['distinct(["a", "b", "a"])', ['a', 'b']],
    ['element(["a", "b"], 3)', 'b'],
    ['keys({ b = 1, a = 2 })', ['a', 'b']],
    ['values({ b = 1, a = 2 })', [2, 1]],
    ['zipmap(["a"], [1])', { a: 1 }],
    [
      'setproduct(["a", "b"], ["x"])',
      [
        ['a', 'x'],
        ['b', 'x'],
      ],
    ],
    ['setsubtract(["a", "b"], ["a"])', ['b']],
    ['contains(["a"], "a")', true],
    ['length("abc")', 3],
    ['replace("a-b-c", "-", "_")', 'a_b_c'],
    ['replace("a1b2", "/[0-9]/", "#")', 'a#b#'],
    ['regex("[a-z]+", "12ab")', 'ab'],
    ['regexall("[0-9]", "a1b2")', ['1', '2']],
    ['regex("(\\\\d+)-(\\\\d+)", "on 10-20")', ['10', '20']],
    ['regex("(?P<user>\\\\w+)@(?P<host>(?:\\\\w+\\\\.)+\\\\w+)", "me@a.b.example").host', 'a.b.example'],
    ['regex("(?:(?:ab)+){2,3}(x)?", "abababab")', [null]],
    [
      'regexall("(a)(b)?", "ab a")',
      [
        ['a', 'b'],
        ['a', null],
      ],
    ],
    ['replace("a--b---c", "/-+/", "-")', 'a-b-c'],
    ['replace("aXbx", "/(?i)x/", "_")', 'a_b_'],
    [`length(regexall("[a-z]+ ", "${'word '.repeat(1000)}"))`, 1000],
    ['trimprefix("arn:x", "arn:")', 'x'],
    ['trimspace("  x\\n")', 'x'],
    ['substr("hello", 1, 3)', 'ell'],
    ['title("ab cd")', 'Ab Cd'],
    ['range(3)', [0, 1, 2]],
    ['max(1, 5, 3)', 5],
    ['tonumber("5") + 1', 6],
    ['jsondecode("{\\"a\\":[1]}").a[0]', 1],
    ['jsonencode({ a = [1, "x"], b = null })', '{"a":[1,"x"],"b":null}'],
    ['jsondecode(jsonencode({ a = "q\\"" })).a', 'q"'],
    ['yamldecode("a: [1, 2]").a', [1, 2]],
    ['base64encode("hello")', 'aGVsbG8='],
    ['base64decode("aGVsbG8gd29ybGQh")', 'hello world!'],
    ['urlencode("a b/c")', 'a+b%2Fc'],
    ['indent(2, "a\\nb")', 'a\n  b'],
    ['cidrsubnet("10.0.0.0/16", 8, 1)', '?cidrsubnet()'],
    ['timestamp()', '?timestamp()'],
    ['concat([["a"], ["b"]]...)', ['a', 'b']],
  ])('%s', (expression, expected) => {
    expect(value(expression)).toEqual(expected)
  })

  test('a pattern that could take for ever ends', () => {
    expect(value(`regexall("(a+)+$", "${'a'.repeat(40)}!")`)).toEqual([])
    expect(value(`regexall("(a?){200}b", "${'a'.repeat(20_000)}!")`)).toBe('?')
  })
})

describe('what is not known', () => {
  test('stays unknown and says what it is', () => {
    expect(value('var.name', { 'v.tf': 'variable "name" {}' })).toBe('?var.name')
    expect(value('"arn:aws:s3:::${var.name}/*"', { 'v.tf': 'variable "name" {}' })).toBe('arn:aws:s3:::?/*')
    expect(value('data.aws_caller_identity.me.account_id', { 'd.tf': 'data "aws_caller_identity" "me" {}' })).toBe(
      '?data.aws_caller_identity.me.account_id',
    )
  })

  test('an open condition yields both branches', () => {
    const files = { 'v.tf': 'variable "wide" {}' }
    expect(value('var.wide ? "*" : "s3:GetObject"', files)).toEqual({ oneOf: ['*', 's3:GetObject'] })
    expect(value('"x-${var.wide ? "a" : "b"}"', files)).toEqual({ oneOf: ['x-a', 'x-b'] })
    expect(value('concat(["a"], var.wide ? ["b"] : [])', files)).toEqual({ oneOf: [['a', 'b'], ['a']] })
    expect(value('var.wide ? "same" : "same"', files)).toBe('same')
  })

  test('a comparison with an empty string is decided by what is known', () => {
    expect(value('"a-${var.x}" != "" ? 1 : 2', { 'v.tf': 'variable "x" {}' })).toBe(1)
  })

  test('values that need themselves are unknown, not endless', () => {
    expect(value('local.a', { 'l.tf': 'locals {\n a = local.b\n b = local.a\n}' })).toBe('?local.a')
  })

  test('a value that doubles thirty times is given up', () => {
    const doubling = Array.from({ length: 40 }, (_, index) => ` a${index + 1} = [local.a${index}, local.a${index}]`)
    expect(
      value('length(jsonencode(local.a40)) > 1', { 'l.tf': `locals {\n a0 = "x"\n${doubling.join('\n')}\n}` }),
    ).toBe('?')
  })
})

describe('where values come from', () => {
  test('defaults, tfvars and auto.tfvars, the later winning', () => {
    const files = {
      'v.tf':
        'variable "a" { default = "default" }\nvariable "b" { default = "default" }\nvariable "c" { default = "default" }',
      'terraform.tfvars': 'b = "given"\nc = "given"',
      'x.auto.tfvars.json': '{"c": "automatic"}',
      'other.tfvars': 'a = "never loaded"',
    }
    expect(value('[var.a, var.b, var.c]', files)).toEqual(['default', 'given', 'automatic'])
  })

  test('optional attributes of a type get their defaults', () => {
    const files = {
      'v.tf':
        'variable "o" {\n type = object({ a = string, b = optional(string, "filled"), c = optional(list(string)) })\n default = { a = "x" }\n}',
    }
    expect(value('var.o', files)).toEqual({ a: 'x', b: 'filled', c: null })
  })

  test('resources give their arguments, and ARNs as far as they can be told', () => {
    const files = {
      'r.tf': `
        resource "aws_s3_bucket" "logs" { bucket = "my-logs" }
        resource "aws_iam_role" "ci" { name = "ci" }
        resource "aws_iam_role" "team" {
          name = "x"
          path = "/team/"
        }
        resource "aws_glue_job" "j" {}
        resource "aws_iam_openid_connect_provider" "gh" { url = "https://token.actions.githubusercontent.com" }`,
    }
    expect(value('aws_s3_bucket.logs.arn', files)).toBe('arn:?:s3:::my-logs')
    expect(value('aws_s3_bucket.logs.id', files)).toBe('my-logs')
    expect(value('aws_iam_role.ci.arn', files)).toBe('arn:?:iam::?:role/ci')
    expect(value('aws_iam_role.team.arn', files)).toBe('arn:?:iam::?:role/team/x')
    expect(value('aws_glue_job.j.arn', files)).toBe('arn:?:?:?:?:?')
    expect(value('aws_iam_openid_connect_provider.gh.arn', files)).toBe(
      'arn:?:iam::?:oidc-provider/token.actions.githubusercontent.com',
    )
  })

  test('count and for_each make instances', () => {
    const files = {
      'r.tf': `
        resource "aws_iam_user" "n" {
          count = 2
          name  = "user-\${count.index}"
        }
        resource "aws_iam_user" "k" {
          for_each = { a = "x", b = "y" }
          name     = "\${each.key}-\${each.value}"
        }
        resource "aws_iam_user" "open" {
          count = var.many
          name  = "open"
        }
        variable "many" {}`,
    }
    expect(value('aws_iam_user.n[*].name', files)).toEqual(['user-0', 'user-1'])
    expect(value('join("", aws_iam_user.n.*.name)', files)).toBe('user-0user-1')
    expect(value('aws_iam_user.k["b"].name', files)).toBe('b-y')
    expect(value('[for u in aws_iam_user.k : u.name]', files)).toEqual(['a-x', 'b-y'])
    expect(value('aws_iam_user.open[3].name', files)).toBe('open')
  })

  test('local modules are evaluated with the arguments of their call', () => {
    const files = {
      'm.tf':
        'module "m" {\n source = "./modules/x"\n name = "given"\n}\nmodule "each" {\n for_each = { a = 1, b = 2 }\n source = "./modules/x"\n name = each.key\n}',
      'modules/x/main.tf': 'variable "name" {}\noutput "upper" { value = upper(var.name) }',
    }
    expect(value('module.m.upper', files)).toBe('GIVEN')
    expect(value('module.each["b"].upper', files)).toBe('B')
    expect(value('[for m in module.each : m.upper]', files)).toEqual(['A', 'B'])
  })

  test('a module that calls itself ends', () => {
    expect(value('module.m.x', { 'm.tf': 'module "m" {\n source = "./"\n}' })).toBe('?module.m.x')
  })

  test('files are read inside the tree only', () => {
    const files = {
      'policy.json': '{"a": 1}',
      'tpl/x.sh': '#!/bin/sh\n%{ for p in ports ~}\nport ${p}\n%{ endfor ~}\n',
    }
    expect(value('jsondecode(file("${path.module}/policy.json")).a', files)).toBe(1)
    expect(value('templatefile("tpl/x.sh", { ports = [1, 2] })', files)).toBe('#!/bin/sh\nport 1\nport 2\n')
    expect(value('try(file("/etc/passwd"), "refused")', files)).toBe('refused')
    expect(value('try(file("../../outside"), "refused")', files)).toBe('refused')
    expect(value('fileset("tpl", "*.sh")', files)).toEqual(['x.sh'])
  })

  test.each<[string, string[]]>([
    ['*', ['a.json', 'b.yaml', '.hidden.json']],
    ['*.json', ['a.json', '.hidden.json']],
    ['./*.json', ['a.json', '.hidden.json']],
    ['**', ['a.json', 'b.yaml', '.hidden.json', 'd/c.json', 'd/e/f.json']],
    ['**/*.json', ['a.json', '.hidden.json', 'd/c.json', 'd/e/f.json']],
    ['**.json', ['a.json', '.hidden.json']],
    ['d/**', ['d/c.json', 'd/e/f.json']],
    ['d/*/*', ['d/e/f.json']],
    ['*.{json,yaml}', ['a.json', 'b.yaml', '.hidden.json']],
    ['{a,d/{c,e/f}}.json', ['a.json', 'd/c.json', 'd/e/f.json']],
    ['{a}.json', ['a.json']],
    ['{a..c}.json', []],
    ['[a-b].*', ['a.json', 'b.yaml']],
    ['[^a].*', ['b.yaml']],
    ['?.json', ['a.json']],
    ['!a.json', []],
    ['#a', []],
  ])('fileset of %s', (pattern, expected) => {
    const names = ['a.json', 'b.yaml', '.hidden.json', 'd/c.json', 'd/e/f.json']
    const files = Object.fromEntries(names.map((name) => [`tpl/${name}`, 'x']))
    expect((value(`fileset("tpl", "${pattern}")`, files) as string[]).sort()).toEqual([...expected].sort())
  })

  test('a fileset that could take for ever does not', () => {
    const files = { [`tpl/${'a'.repeat(200)}`]: 'x' }
    expect(value(`fileset("tpl", "${'*a'.repeat(60)}b")`, files)).toEqual([])
    expect(value(`fileset("tpl", "${'{a,b}'.repeat(30)}")`, files)).toBe('?')
    expect(value(`fileset("tpl", "${'**/'.repeat(60)}b")`, files)).toEqual([])
    expect(value(`fileset("tpl", "${'x'.repeat(2000)}")`, files)).toBe('?')
  })

  test('override files replace arguments', () => {
    const files = {
      'v.tf': 'locals {}\nvariable "a" { default = "old" }',
      'v_override.tf': 'variable "a" { default = "new" }',
    }
    expect(value('var.a', files)).toBe('new')
  })

  test('Terraform in JSON', () => {
    const files = {
      'v.tf.json':
        '{"variable": {"a": {"default": "json"}}, "locals": {"b": "${var.a}-${upper(var.a)}", "c": ["${var.a}"]}}',
    }
    expect(value('[local.b, local.c]', files)).toEqual(['json-JSON', ['json']])
  })

  test('main.tofu stands in for main.tf', () => {
    expect(value('local.a', { 'main.tf': 'locals { a = 1 }', 'main.tofu': 'locals { a = 2 }' })).toBe(2)
  })
})

describe('places', () => {
  test('a part of a text is found where it is written, whatever it went through', () => {
    const files = {
      'v.tf': 'variable "secret" {\n  default = "hunter2"\n}\n',
      'tpl/init.sh': '#!/bin/sh\nexport KEY=${key}\n',
      'expression.tf': '',
    }
    const made = evaluated('base64decode(base64encode(templatefile("tpl/init.sh", { key = "${var.secret}!" })))', files)
    if (made.kind !== 'string') throw new Error(made.kind)
    const at = made.text.value.indexOf('hunter2')
    expect(shown(locate(made.text, at, at + 7), files)).toBe('v.tf:2 hunter2')
    expect(shown(locate(made.text, 0, 9), files)).toBe('tpl/init.sh:1 #!/bin/sh')
  })

  test('a heredoc with escapes and CRLF', () => {
    const files = { 'l.tf': 'locals {\r\n  t = <<-EOT\r\n    one $${x}\r\n    two\r\n  EOT\r\n}\r\n' }
    const made = evaluated('local.t', files)
    if (made.kind !== 'string') throw new Error(made.kind)
    expect(made.text.value).toBe('one ${x}\r\ntwo\r\n')
    const at = made.text.value.indexOf('two')
    expect(shown(locate(made.text, at, at + 3), files)).toBe('l.tf:4 two')
  })
})
