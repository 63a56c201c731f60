import { describe, expect, test } from 'vitest'
import { expandWord, shellScript } from '../../../src/languages/shell/script.ts'
import { mistakeIn, plain, textOf, written } from '../../frontends/support.ts'

const commandsOf = (source: string) =>
  shellScript(textOf(source)).commands.map((command) => command.words.map((word) => plain(word.text.value)))
const assignmentsOf = (source: string) =>
  shellScript(textOf(source)).assignments.map(({ name, value, kind }) => `${kind} ${name}=${plain(value.text.value)}`)

describe('shellScript', () => {
  test('takes quotes away and leaves what is not known open', () => {
    expect(commandsOf(`cmd --a="x y" 'b'"c"$'d' --t=$T "e \${F:-g} h" plain`)).toEqual([
      ['cmd', '--a=x y', 'bcd', '--t=?', 'e ? h', 'plain'],
    ])
  })

  test('finds commands in every corner of a script', () => {
    const source = [
      'if a1; then a2 | a3; fi',
      'f() { a4 && a5; }',
      'x=$(a6 "$(a7)") `a8`',
      "bash -c 'a9 --x; a10'",
      'for i in $(a11); do a12; done',
      "sudo sh <<'EOF'",
      'a13',
      'EOF',
    ].join('\n')
    const names = commandsOf(source).flat()
    for (let index = 1; index <= 13; index++) expect(names).toContain(`a${index}`)
  })

  test('tells how a variable gets its value', () => {
    const source = 'A=1\nexport B=2 C="x $A"\nD=3 cmd\nlocal E=4\nenv F=5 cmd\ndeclare -x G=6\narr=(7 8)\n'
    expect(assignmentsOf(source)).toEqual([
      'plain A=1',
      'export B=2',
      'export C=x ?',
      'prefix D=3',
      'local E=4',
      'prefix F=5',
      'export G=6',
      'plain arr[]=7',
      'plain arr[]=8',
    ])
  })

  test('a word maps to what is written, without its quotes', () => {
    const source = `export K="a\\"b\\$c" J='it is'\ncat <<-EOF\n\t\tone \\$two\n\tEOF\n`
    const { assignments, commands } = shellScript(textOf(source))
    const [k, j] = assignments
    expect(k!.value.text.value).toBe('a"b$c')
    expect(written(k!.value.text, 'a', source)).toBe('a')
    expect(written(k!.value.text, '"b', source)).toBe('\\"b')
    expect(source.slice(j!.value.span.start, j!.value.span.end)).toBe('it is')
    const document = commands.find(({ input }) => input.length > 0)!.input[0]!.text
    expect(document.value).toBe('one $two\n')
    expect(written(document, 'one', source)).toBe('one')
    expect(written(document, '$two', source)).toBe('\\$two')
    for (const text of [k!.value.text, document]) expect(mistakeIn(text, { file: source })).toBeUndefined()
  })

  test('puts a variable in as it stood before the command', () => {
    const source = 'A=one\nB="$A two"\ncmd "$B" "$C" "${C:-three}"\nA=four\ncmd "$A"\nA=five cmd "$A"\n'
    const script = shellScript(textOf(source))
    const expanded = script.commands.map((command) =>
      command.words.slice(1).map((word) => plain(expandWord(word, script, command.order).value)),
    )
    expect(expanded).toEqual([['one two', '?', 'three'], ['four'], ['four']])
  })

  test('reads documents out of substitutions', () => {
    const source =
      'P=$(cat <<EOF\n{"a": "$X"}\nEOF\n)\nread -r -d "" Q <<\'EOF\'\ntext\nEOF\ncmd "$P" "$Q" "$(cat file)"\n'
    const script = shellScript(textOf(source))
    const last = script.commands.find(({ words }) => words[0]!.text.value === 'cmd')!
    const around = { readFile: (name: string) => (name === 'file' ? textOf('content', 'file') : undefined) }
    expect(last.words.slice(1).map((word) => plain(expandWord(word, script, last.order, around).value))).toEqual([
      '{"a": "?"}\n',
      'text\n',
      'content',
    ])
  })

  test('variables that double at every step stay within bounds', () => {
    const lines = ['A0=x']
    for (let step = 1; step < 200; step++) lines.push(`A${step}="${`$A${step - 1}`.repeat(50)}"`)
    const script = shellScript(textOf(`${lines.join('\n')}\ncmd "$A199"\n`))
    const last = script.commands.at(-1)!
    expect(expandWord(last.words[1]!, script, last.order).value.length).toBeLessThan(100_000)
  })
})
