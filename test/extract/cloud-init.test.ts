import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { scriptsOf } from '../../src/extract/cloud-init.ts'
import { mistakeIn, textOf, written } from '../frontends/support.ts'

const base64 = (text: string | Buffer): string => Buffer.from(text).toString('base64')
const read = (source: string) => scriptsOf(textOf(source), { place: 'user-data', anchor: 'x' })
const lines = (source: string): string[] => read(source).map(({ language, text }) => `${language}: ${text.value}`)

const CONFIG = `#cloud-config
users:
  - name: ops
    passwd: plain
runcmd:
  - export A=one && start
  - [sh, -c, "curl x | sh"]
  - [echo, hi]
write_files:
  - path: /etc/ssh/sshd_config.d/90.conf
    content: |
      PermitRootLogin yes
  - path: /opt/run.sh
    encoding: b64
    content: ${base64('#!/bin/sh\nexport B=two\n')}
  - path: /opt/zipped
    encoding: gz+b64
    content: !!binary |
      ${base64(gzipSync('#!/bin/bash\nC=three'))}
`

const INSIDE = [
  'shell: export A=one && start',
  'shell: curl x | sh',
  'sshd-config: PermitRootLogin yes\n',
  'shell: #!/bin/sh\nexport B=two\n',
  'shell: #!/bin/bash\nC=three',
]

describe('scriptsOf', () => {
  test('a cloud-config, its commands and its files', () => {
    expect(lines(CONFIG)).toEqual([`cloud-config: ${CONFIG}`, ...INSIDE])
  })

  test('everything is mapped to where it is written', () => {
    const nodes = read(CONFIG)
    for (const { text } of nodes) expect(mistakeIn(text, { file: CONFIG })).toBeUndefined()
    const [, command, , daemon, encoded, zipped] = nodes
    expect(written(command!.text, 'one', CONFIG)).toBe('one')
    expect(written(daemon!.text, 'yes', CONFIG)).toBe('yes')
    expect(Buffer.from(written(encoded!.text, 'B=two', CONFIG), 'base64').toString()).toContain('B=t')
    expect(written(zipped!.text, 'three', CONFIG)).toBe(base64(gzipSync('#!/bin/bash\nC=three')))
  })

  test('the same in base64 and in gzip', () => {
    for (const source of [base64(CONFIG), base64(gzipSync(CONFIG)), base64(CONFIG).replace(/.{76}/g, '$&\n')]) {
      expect(lines(source)).toEqual([`cloud-config: ${CONFIG}`, ...INSIDE])
    }
  })

  test('the parts of a MIME message in every encoding', () => {
    const message = [
      'Content-Type: multipart/mixed; boundary="==B=="',
      'MIME-Version: 1.0',
      '',
      '--==B==',
      'Content-Type: text/cloud-config; charset="us-ascii"',
      '',
      'runcmd: [one]',
      '--==B==',
      'Content-Type: text/x-shellscript',
      'Content-Transfer-Encoding: base64',
      '',
      base64('#!/bin/sh\nexport K=two'),
      '--==B==',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Type: text/x-shellscript',
      '',
      '#!/bin/sh',
      'export K=3D=',
      'three',
      '--==B==--',
      'after',
    ]
    for (const source of [message.join('\n'), message.join('\r\n')]) {
      const found = lines(source).map((line) => line.replaceAll('\r', '').trimEnd())
      expect(found).toEqual([
        'cloud-config: runcmd: [one]',
        'shell: one',
        'shell: #!/bin/sh\nexport K=two',
        'shell: #!/bin/sh\nexport K=three',
      ])
      for (const { text } of read(source)) expect(mistakeIn(text, { file: source })).toBeUndefined()
    }
  })

  test('windows, interpreters and texts that name none', () => {
    expect(lines('<powershell>\n$x = 1\n</powershell>\n<script>dir</script>')).toEqual([
      'powershell: \n$x = 1\n',
      'unknown: dir',
    ])
    expect(lines('yum install x')).toEqual(['shell: yum install x'])
    expect(lines('#!/usr/bin/env -S python3 -u\nprint()')).toEqual(['unknown: #!/usr/bin/env -S python3 -u\nprint()'])
    expect(lines('#!/bin/bash -e\nx')).toEqual(['shell: #!/bin/bash -e\nx'])
    expect(lines('## template: jinja\n#cloud-config\nruncmd: [a]')).toHaveLength(2)
    expect(lines('[settings.host]\na = 1')).toEqual(['unknown: [settings.host]\na = 1'])
    expect(
      lines(
        '#cloud-config-archive\n- type: text/x-shellscript\n  content: "#!/bin/sh"\n- "#cloud-config\\nruncmd: [b]"',
      ),
    ).toEqual(['shell: #!/bin/sh', 'cloud-config: #cloud-config\nruncmd: [b]', 'shell: b'])
  })

  test('an empty or wholly unknown text is nothing', () => {
    expect(lines('')).toEqual([])
    expect(lines(' \n')).toEqual([])
    expect(lines('\uE000')).toEqual([])
  })
})
